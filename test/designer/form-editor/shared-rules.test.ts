// Rules that several questions share: one more joins, one leaves with a copy, nothing else is asked otherwise.
import { describe, expect, it } from 'vitest'
import type { Condition, Rule } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { splitRule, useRule } from '../../../designer/form-editor/logic-commands.ts'
import { sampleProcedure } from './sample-procedure.ts'

const rulesAfter = <Args>(command: Command<Args>, args: Args): Rule[] | undefined => carryOut(sampleProcedure(), command, args, {}, 0)?.document.form!.rules
const byId = (rules: Rule[] | undefined, id: string) => rules?.find((rule) => rule.id === id)

describe('useRule', () => {
  it('lets one more question follow a rule', () => expect(byId(rulesAfter(useRule, { id: 'hoi-nhieu', path: '/mau' }), 'hoi-nhieu')!.show).toEqual(['/ngayKy', '/coSo/ten', '/mau']))
  it('takes the question out of what asked for it before, and that rule with it when nothing is left', () => {
    const rules = rulesAfter(useRule, { id: 'hoi-nhieu', path: '/lyDo' })
    expect(byId(rules, 'hoi-ly-do')).toBeUndefined()
    expect(byId(rules, 'hoi-nhieu')!.show).toContain('/lyDo')
  })
  it('names a column as the rule of its rows does', () => expect(byId(rulesAfter(useRule, { id: 'don-gia', path: '/mau/*/kyHieu' }), 'don-gia')!.require).toEqual(['/donGia', '/kyHieu']))
  it.each([['what it already applies to', 'hoi-nhieu', '/ngayKy'], ['what is not in its rows', 'don-gia', '/lyDo'], ['a refusal', 'tu-choi', '/lyDo']])('leaves alone %s', (_what, id, path) => expect(rulesAfter(useRule, { id, path })).toBeUndefined())
})

describe('splitRule', () => {
  const when: Condition = { required: ['lyDo'] }
  it('gives one question a rule of its own that says the same', () => {
    const rules = rulesAfter(splitRule, { id: 'hoi-nhieu', path: '/coSo/ten' })!
    expect(byId(rules, 'hoi-nhieu')!.show).toEqual(['/ngayKy'])
    expect(rules[2]).toEqual({ id: 'hoi-ten', title: '', when: { required: ['dienTich'] }, show: ['/coSo/ten'] })
  })
  it('or one that says something else', () => expect(rulesAfter(splitRule, { id: 'hoi-nhieu', path: '/ngayKy', when })![2]).toMatchObject({ when, show: ['/ngayKy'] }))
  it('leaves alone a rule that one question has for itself', () => expect(rulesAfter(splitRule, { id: 'hoi-ly-do', path: '/lyDo' })).toBeUndefined())
})
