import { describe, expect, it } from 'vitest'
import type { Dossier } from '#schemas/generated/types.ts'
import { wayAhead } from '#core/workflow/way-ahead.ts'
import { extension, readGallery } from '../../../fixtures/build.ts'

const dossier = (changed: Partial<Dossier> = {}): Dossier => ({
  id: 'd', procedureId: 'p', revision: 'r', applicantId: 'a', channel: 'online', state: 'open', step: 'intake', version: 1, answers: {}, records: {}, ...changed,
})
const ids = (...args: Parameters<typeof wayAhead>): string[] => wayAhead(...args).map(({ id }) => id)

describe('the way ahead of a dossier', () => {
  const workflow = extension().workflow!
  it('leads from the present step to the end that grants, without returns and refusals', () => {
    expect(ids(workflow, dossier())).toEqual(['intake', 'assign', 'appraise', 'review', 'approve', 'issue', 'return-result', 'granted'])
    expect(ids(workflow, dossier({ step: 'approve' }))).toEqual(['approve', 'issue', 'return-result', 'granted'])
  })
  it('goes on where it was asked from once a supplement is there', () => {
    expect(ids(workflow, dossier({ step: 'supplement', supplement: { reason: '', fields: [], askedAt: '', returnTo: 'appraise' } }))).toEqual(['supplement', 'appraise', 'review', 'approve', 'issue', 'return-result', 'granted'])
  })
  it('tells of a payment only while one is owed', () => {
    const birth = readGallery('15-dang-ky-khai-sinh.json').workflow!
    const fee = { lines: [], fees: 0, charges: 8000, total: 8000 }
    expect(ids(birth, dossier({ fee }))).toContain('payment')
    expect(ids(birth, dossier({ fee: { ...fee, total: 0 } }))).not.toContain('payment')
    expect(ids(birth, dossier({ fee: { ...fee, paidAt: '2026-11-20T00:00:00Z' } }))).not.toContain('payment')
  })
  it('is nothing once it has ended', () => {
    expect(ids(workflow, dossier({ state: 'ended', step: 'granted' }))).toEqual([])
  })
})
