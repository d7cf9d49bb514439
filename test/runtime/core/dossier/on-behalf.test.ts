import { describe, expect, it } from 'vitest'
import { actsFor, isAuthorised, isAwaitedAtCounter } from '#core/dossier/on-behalf.ts'
import type { Dossier, Intake } from '#schemas/generated/types.ts'

const intake: Intake = { officerId: 'officer', officer: 'Trần Một Cửa', receivedAt: '2026-11-20T01:00:00Z', originals: 0, person: { name: 'An' } }
const supplement: NonNullable<Dossier['supplement']> = { reason: 'Thiếu', fields: [], askedAt: '', returnTo: 'intake' }

describe('who acts for whom', () => {
  it.each([['parent', false], ['guardian', false], ['family', true], ['authorised', true]] as const)('a %s needs an authorisation: %s', (relation, expected) => {
    expect(isAuthorised({ for: 'person', person: { relation } })).toBe(expected)
  })
  it('lets a legal representative do without, and asks an employee for it', () => {
    expect([isAuthorised({ for: 'organisation', organisation: { role: 'representative' } }), isAuthorised({ for: 'organisation', organisation: { role: 'employee' } })]).toEqual([false, true])
  })
  it('names the applicant when an officer files, and the principal when a representative does', () => {
    expect(actsFor({ applicantId: 'an', applicantName: 'An', intake }, 'officer', true)).toBe('An')
    expect(actsFor({ applicantId: 'an', applicantName: 'An', intake }, 'officer', false)).toBeUndefined()
    expect(actsFor({ applicantId: 'an', representation: { for: 'person', person: { name: 'Mẹ' } } }, 'an', false)).toBe('Mẹ')
    expect(actsFor({ applicantId: 'an' }, 'an', true)).toBeUndefined()
  })
  it('waits at the counter only for who has no account and was asked', () => {
    expect(isAwaitedAtCounter({ state: 'open', intake, supplement })).toBe(true)
    expect(isAwaitedAtCounter({ state: 'open', intake: { ...intake, hasAccount: true }, supplement })).toBe(false)
    expect(isAwaitedAtCounter({ state: 'open', intake })).toBe(false)
  })
})
