import { describe, expect, it } from 'vitest'
import { dossierCode, dossierCodePrefix } from '#core/dossier/dossier-number.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'

describe('dossierCode', () => {
  it('carries agency, date of receipt in Vietnam and a number of the day', () => {
    expect(dossierCode(dossierCodePrefix('G06', '2026-11-20T17:30:00Z', calendar2026), 7)).toBe('G06-261121-0007')
    expect(dossierCode(dossierCodePrefix('H26.01', '2026-11-20T16:30:00Z', calendar2026, '09'), 12345)).toBe('H26.01-261120-0912345')
  })
})
