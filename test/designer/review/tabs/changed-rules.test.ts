import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { changedRules } from '../../../../designer/review/tabs/changed-rules.ts'
import { toldChanges } from '../../../../designer/review/told-changes.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'
import { sampleProcedure } from '../../form-editor/sample-procedure.ts'

const rulesOf = (old: Procedure | undefined, now: Procedure) => changedRules(old, now, toldChanges(old, now, 'vi'), 'vi')
const changed = (recipe: (draft: Procedure) => void) => rulesOf(sampleProcedure(), create(sampleProcedure(), recipe))

describe('changedRules', () => {
  it('says a rule before and after, and for whom it holds now', () => {
    const rule = rulesOf(before(), after()).find(({ key }) => key === 'rule:khan-thi-noi')!
    expect(rule.before).toContain('Cần gấp')
    expect(rule.after).toContain('80')
    expect(rule.delta!.gained.join()).toContain('80')
    expect(rule.delta!.lost).toEqual([])
    expect(rule.ids).toEqual(['rule:khan-thi-noi:when'])
  })
  it('says what a fee was and is', () => {
    expect(rulesOf(before(), after()).find(({ key }) => key === 'fee:le-phi')).toMatchObject({ before: '50.000 đ', after: '70.000 đ' })
  })
  it('says that a condition written otherwise holds as before', () => {
    const [rule] = changed((draft) => { draft.form!.rules![0]!.when = { allOf: [draft.form!.rules![0]!.when] } })
    expect(rule!.delta).toEqual({ gained: [], lost: [] })
  })
  it('tells the condition of a page, a check, and a rule that is gone', () => {
    const page = changed((draft) => { draft.form!.pages[1]!.when = { properties: { loaiHinh: { const: 'capLai' } }, required: ['loaiHinh'] } })
    expect([page[0]!.before, page[0]!.after]).toEqual([expect.stringContaining('Mới'), expect.stringContaining('Cấp lại')])
    expect(page[0]!.delta!.gained).toHaveLength(1)
    const check = changed((draft) => { draft.form!.checks![0]!.formula = { '<': [{ var: 'ngayKy' }, { today: [] }] } })
    expect(check[0]!.before).not.toBe(check[0]!.after)
    const gone = changed((draft) => { draft.form!.rules = draft.form!.rules!.slice(1) })
    expect(gone[0]).toMatchObject({ before: expect.any(String) as string })
    expect(gone[0]!.after).toBeUndefined()
  })
  it('has nothing where no rule changed', () => {
    expect(changed((draft) => { draft.form!.schema.properties['lyDo']!.title = 'Vì sao' })).toEqual([])
  })
  it('lists the rules of a first publication as they are', () => {
    const rules = rulesOf(undefined, after())
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.every((rule) => rule.before === undefined)).toBe(true)
  })
})
