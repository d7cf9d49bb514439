// What a change does besides to answers is never shown as a matter of words.
import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { classifyChange } from '#core/change/classify-change.ts'
import { groupDifferences } from '#core/change/group-differences.ts'
import { listDifferences } from '#core/change/list-differences.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { sampleProcedure } from '../../../designer/form-editor/sample-procedure.ts'

const before = sampleProcedure()
const shown = (recipe: (draft: Procedure) => void): string[] => {
  const after = create(before, recipe)
  return groupDifferences(listDifferences(before, after), { before, after }, 'vi', classifyChange(before, after)).flatMap(({ told }) => told.map((each) => each.class))
}
const [step] = before.workflow!.steps

describe('what a change does besides to answers', () => {
  it.each<[string, (draft: Procedure) => void, string]>([
    ['an amount', ({ fees }) => { fees![0]!.amount = 5 }, 'changesFee'],
    ['who has to pay', ({ fees }) => { fees![0]!.when = { required: ['lyDo'] } }, 'changesFee'],
    ['a row of a fee table', ({ fees }) => { fees![0]!.rows = [{ when: { required: ['lyDo'] }, amount: 1 }] }, 'changesFee'],
    ['a fee that is gone', (draft) => { draft.fees = [] }, 'changesFee'],
    ['who acts in a step', ({ workflow }) => { workflow!.steps[0]!.by = { role: 'someone' } }, 'changesHandling'],
    ['where a decision leads', ({ workflow }) => { workflow!.steps[0]!.actions![0]!.to = 'elsewhere' }, 'changesHandling'],
    ['a decision that nobody can take any more', ({ workflow }) => { workflow!.steps[0]!.actions!.pop() }, 'changesHandling'],
    ['a time limit', ({ workflow }) => { workflow!.steps[0]!.within = { amount: 77, unit: 'workingDay' } }, 'changesHandling'],
    ['a part that somebody plays', ({ workflow }) => { workflow!.roles.push({ id: 'council', title: 'Hội đồng' }) }, 'changesHandling'],
    ['the day from which nothing is taken', ({ info }) => { info.closedFrom = '2027-01-01' }, 'changesHandling'],
    ['a workflow that is gone', (draft) => { delete draft.workflow }, 'changesHandling'],
  ])('is told of %s', (_what, recipe, expected) => {
    expect(shown(recipe)).toContain(expected)
  })
  it.each<[string, (draft: Procedure) => void]>([
    ['the title of a fee', ({ fees }) => { fees![0]!.title = 'Phí thẩm định hồ sơ' }],
    ['the title of a step', ({ workflow }) => { workflow!.steps[0]!.title = 'Nhận' }],
    ['a translation of a decision', ({ workflow }) => { workflow!.steps[0]!.actions![0]!['x-i18n'] = { en: { title: 'Take it in' } } }],
    ['the order in which decisions stand', ({ workflow }) => { workflow!.steps[0]!.actions!.reverse() }],
    ['a hint', ({ form }) => { form!.schema.properties['lyDo']!.description = 'Ghi ngắn gọn' }],
  ])('is not told of %s', (_what, recipe) => {
    expect(new Set(shown(recipe))).toEqual(new Set(['cosmetic']))
  })
  it('stands before what only widens and after what asks again', () => {
    expect(step!.actions!.length).toBeGreaterThan(0)
    expect(shown((draft) => {
      draft.form!.schema.properties['lyDo']!.maxLength = 5
      draft.form!.schema.properties['coSo']!.properties!['ten']!.maxLength = 300
      draft.fees![0]!.amount = 5
      draft.workflow!.steps[0]!.by = { role: 'someone' }
    })).toEqual(['asksAgain', 'changesFee', 'changesHandling', 'wider'])
  })
})
