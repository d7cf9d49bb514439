import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { compareScenarios } from '../../../../designer/review/tabs/compared-scenarios.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

const facts = { now: '2026-11-21T03:00:00Z', calendar: calendar2026 }
const results = compareScenarios(before(), after(), facts)
const named = (title: string) => results.find((each) => each.title === title)!

describe('compareScenarios', () => {
  it('runs the same filing under the old and the new rules', () => {
    expect(named('Gấp')).toMatchObject({ differs: true, before: { outcome: { valid: true, fee: 50000 }, isExpected: true }, after: { outcome: { valid: true, fee: 70000 }, isExpected: false } })
  })
  it('says of a filing that is handled as before that nothing differs', () => {
    expect(named('Gấp mà không nói')).toMatchObject({ differs: false, before: { outcome: { valid: false } }, after: { outcome: { valid: false } } })
  })
  it('runs what only one document has under both', () => {
    const fewer = create(after(), (draft) => { draft.scenarios = draft.scenarios!.filter(({ title }) => title !== 'Gấp') })
    const gone = compareScenarios(before(), fewer, facts).find(({ title }) => title === 'Gấp')!
    expect(gone).toMatchObject({ only: 'before' })
    expect(gone.after).toBeDefined()
  })
  it('has no results before a first publication', () => {
    expect(compareScenarios(undefined, after(), facts).every((each) => each.before === undefined && !each.differs && each.only === undefined)).toBe(true)
  })
})
