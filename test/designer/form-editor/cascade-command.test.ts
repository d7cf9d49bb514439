import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { limitedBy, possibleParents, setCascade } from '../../../designer/form-editor/cascade-command.ts'
import { removeQuestions } from '../../../designer/form-editor/removal-commands.ts'
import { setOption } from '../../../designer/form-editor/option-commands.ts'
import { setQuestion } from '../../../designer/form-editor/question-commands.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { sampleProcedure } from './sample-procedure.ts'

const withColumns = (): Procedure => {
  const procedure = sampleProcedure()
  const rows = procedure.form!.schema.properties['mau']!.items!.properties!
  rows['tinh'] = { $ref: '#/$defs/provinces', title: 'Tỉnh' }
  rows['xa'] = { type: 'string', title: 'Xã', 'x-field': 'choice', oneOf: [{ const: 'x', title: 'X', parent: 'moi' }] }
  return procedure
}
const run = <Args>(procedure: Procedure, command: Command<Args>, args: Args): Procedure => carryOut(procedure, command, args, {}, 0)?.document ?? procedure
const ruleOf = (procedure: Procedure) => procedure.form!.rules!.find((rule) => rule.limit)

describe('setCascade', () => {
  it('makes one rule, changes it and takes it away', () => {
    const made = run(withColumns(), setCascade, { path: '/mau/*/xa', by: '/mau/*/tinh' })
    expect(ruleOf(made)).toEqual({ id: 'gioi-han-xa', title: '', when: {}, within: '/mau', limit: { path: '/xa', by: '/tinh' } })

    const moved = run(made, setCascade, { path: '/mau/*/xa', by: '/loaiHinh' })
    expect(ruleOf(moved)).toEqual({ id: 'gioi-han-xa', title: '', when: {}, limit: { path: '/mau/*/xa', by: '/loaiHinh' } })
    expect(limitedBy(moved.form!, '/mau/*/xa')).toBe('/loaiHinh')

    expect(run(moved, setCascade, { path: '/mau/*/xa' }).form!.rules).toEqual(withColumns().form!.rules)
  })

  it('offers what can be seen from the question, and no circle', () => {
    const made = run(withColumns(), setCascade, { path: '/mau/*/xa', by: '/mau/*/tinh' })
    expect(possibleParents(made.form!, '/mau/*/xa').map((visit) => visit.path)).toEqual(['/loaiHinh', '/coSo/tinh', '/mau/*/tinh'])
    expect(possibleParents(made.form!, '/mau/*/tinh').map((visit) => visit.path)).toEqual(['/loaiHinh', '/coSo/tinh'])
    expect(possibleParents(made.form!, '/loaiHinh').map((visit) => visit.path)).toEqual(['/coSo/tinh'])
  })

  it('follows names and codes, and goes with the question that it depends on', () => {
    const made = run(withColumns(), setCascade, { path: '/mau/*/xa', by: '/loaiHinh' })
    const renamed = run(run(made, setQuestion, { path: '/loaiHinh', changes: { title: 'Hình thức' } }), setOption, { path: '/hinhThuc', value: 'moi', changes: { title: 'Cấp mới' } })

    expect(ruleOf(renamed)?.limit?.by).toBe('/hinhThuc')
    expect(renamed.form!.schema.properties['mau']!.items!.properties!['xa']!.oneOf![0]!.parent).toBe('capMoi')

    const freed = structuredClone(made)
    freed.fees = []
    expect(ruleOf(run(freed, removeQuestions, { paths: ['/loaiHinh'] }))).toBeUndefined()
  })
})
