import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dossierCode, dossierCodePrefix } from '#core/dossier/dossier-number.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

describe('dossierCode', () => {
  // TT 4/2025/TT-VPCP and TT 01/2018/TT-VPCP (domain.md §2.3): the day is Vietnam's, whatever the machine's.
  it.each<[agency: string, received: string, host: string, sequence: number, code: string]>([
    ['G06.20', '2026-11-21T03:00:00Z', '', 1, 'G06.20-261121-0001'],
    ['G06', '2026-11-20T17:30:00Z', '', 7, 'G06-261121-0007'],
    ['H26.01', '2026-11-20T16:30:00Z', '09', 42, 'H26.01-261120-090042'],
    ['H26.01', '2026-12-31T17:00:00Z', '09', 12345, 'H26.01-270101-0912345'],
  ])('of %s, received %s, host "%s", number %i is %s', (agency, received, host, sequence, code) => {
    expect(dossierCode(dossierCodePrefix(agency, received, calendar, host), sequence)).toBe(code)
  })

  it('differs for different numbers of a day', () => {
    fc.assert(fc.property(fc.nat(99999), fc.nat(99999), (a, b) => {
      expect(dossierCode('G06-261121-', a) === dossierCode('G06-261121-', b)).toBe(a === b)
    }))
  })
})
