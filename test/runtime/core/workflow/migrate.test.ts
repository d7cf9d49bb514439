// An open dossier comes over to another revision of its procedure: its answers and its revision change, nothing of its way does.
import { describe, expect, it } from 'vitest'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'
import { createMover, factsAt, thursday } from '../../../fixtures/transitions.ts'

const { filed, go, refusal } = createMover(buildWorkflow())
const facts = factsAt('2026-11-20T03:00:00Z')
const moved = { from: 'r1', at: facts.now, version: 2, asked: [] }
const migrate = { type: 'migrate' as const, revision: 'r2', answers: { b: 1 }, moved }

describe('migrating an open dossier', () => {
  it('changes answers and revision, and leaves step, clocks and what is owed', () => {
    const before = filed()
    expect(go(before, migrate, facts)).toEqual({ ...before, revision: 'r2', answers: { b: 1 }, moved, version: before.version + 1 })
  })
  it('takes what is set aside as it is now', () => {
    const aside = [{ revision: 'r1', pointer: '/a', value: 1 }]
    const away = go(filed(), { ...migrate, aside }, facts)
    expect(away.aside).toEqual(aside)
    expect(go(away, { ...migrate, revision: 'r1' }, facts).aside).toBeUndefined()
  })
  it('is refused for a dossier that is there, or has ended', () => {
    expect(refusal(filed(), { ...migrate, revision: 'r1' }, facts)).toBe('dossier.sameRevision')
    const ended = go(filed(), { type: 'withdraw', reason: 'x' }, factsAt(thursday))
    expect(refusal(ended, migrate, facts)).toBe('dossier.notOpen')
  })
})
