import { describe, expect, it } from 'vitest'
import { overallClass } from '#core/change/change-class.ts'
import { classifyChange } from '#core/change/classify-change.ts'
import { partsTouched } from '#core/change/parts-touched.ts'
import type { ChangePart, Procedure } from '#schemas/generated/types.ts'
import { documentText } from '#core/procedure/canonical-json.ts'
import { createChance } from '#core/scenario/chance.ts'
import { buildProcedure, extension } from '../../../fixtures/build.ts'
import { mutateOften } from '../../../fixtures/mutations.ts'

const touched = (change: (procedure: Procedure) => void, document = buildProcedure()): ChangePart[] => {
  const after = structuredClone(document)
  change(after)
  return partsTouched(document, after)
}

describe('partsTouched', () => {
  it.each<[string, (procedure: Procedure) => void, ChangePart[]]>([
    ['a limit of a question', ({ form }) => { form!.schema.properties['ten']!.maxLength = 50 }, ['form']],
    ['the title of a question, which may make it another one', ({ form }) => { form!.schema.properties['ten']!.title = 'Họ, tên' }, ['form', 'texts']],
    ['a hint', ({ form }) => { form!.schema.properties['ten']!.description = 'Như trong giấy tờ' }, ['texts']],
    ['a translation', ({ form }) => { form!.schema.properties['ten']!['x-i18n'] = { en: { title: 'Full name' } } }, ['texts']],
    ['the title of a page', ({ form }) => { form!.pages[0]!.title = 'Người nộp' }, ['texts']],
    ['the order of questions', ({ form }) => { form!.schema.properties = Object.fromEntries(Object.entries(form!.schema.properties).reverse()) }, ['form']],
    ['a new question', ({ form }) => { form!.schema.properties['moi'] = { type: 'string', title: 'Mới', maxLength: 9 } }, ['form', 'texts']],
    ['a question that is gone', ({ form }) => { delete form!.schema.properties['lyDo'] }, ['form']],
    ['a rule', ({ form }) => { form!.rules = [] }, ['form']],
    ['an amount', ({ fees }) => { fees![0]!.amount = 60000 }, ['fees']],
    ['a fee that comes before the others', ({ fees }) => { fees!.unshift({ id: 'phi', kind: 'fee', title: 'Phí', amount: 1 }) }, ['fees', 'texts']],
    ['who acts in a step', ({ workflow }) => { workflow!.steps[0]!.by!.role = 'clerk' }, ['workflow']],
    ['the title of a step', ({ workflow }) => { workflow!.steps[0]!.title = 'Nhận' }, ['texts']],
    ['a time limit', ({ info }) => { info.channels = [{ kind: 'online', timeLimit: { amount: 3, unit: 'workingDay' } }] }, ['form']],
    ['how it goes, in words', ({ info }) => { info.sequence = 'Khác' }, ['texts']],
    ['a scenario', ({ scenarios }) => { scenarios!.pop() }, ['form']],
  ])('finds who answers for %s', (_, change, parts) => {
    expect(touched(change)).toEqual(parts)
  })
  it('finds nothing in what is the same, however it was written down', () => {
    const { info, ...rest } = extension()
    expect(partsTouched(extension(), { ...rest, info } as Procedure)).toEqual([])
  })
  it('finds somebody for every change, and the professional unit for each that may change a verdict or a meaning', () => {
    const before = extension()
    for (let seed = 1; seed <= 100; seed++) {
      const { document, kinds } = mutateOften(before, createChance(seed), 1 + seed % 3)
      const parts = partsTouched(before, document)
      expect(parts.length > 0, kinds.join()).toBe(documentText(before) !== documentText(document))
      const classified = classifyChange(before, document)
      const [ofForm, ofSteps] = [false, true].map((inStep) => overallClass(classified.filter(({ step }) => (step !== undefined) === inStep)))
      if (ofForm !== 'cosmetic') expect(parts, kinds.join()).toContain('form')
      if (ofSteps !== 'cosmetic') expect(parts, kinds.join()).toContain('workflow')
    }
  }, 60_000)
  it('touches all that a procedure has when it was never published', () => {
    expect(partsTouched(undefined, buildProcedure())).toEqual(['form', 'fees', 'texts', 'workflow'])
  })
})
