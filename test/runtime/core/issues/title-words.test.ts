import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { analyseForm } from '#core/condition/analyse.ts'
import { joinTitles, titleWords } from '#core/issues/title-words.ts'
import { translateIssue } from '#core/text/translate.ts'
import { lintWorkflow } from '#core/workflow/lint-workflow.ts'
import { buildForm, buildProcedure } from '../../../fixtures/build.ts'

const reception = { title: 'Tiếp nhận', 'x-i18n': { en: { title: 'Reception' } } }
const sentence = (title: unknown, locale: 'vi' | 'en'): string => translateIssue({ pointer: '', code: 'lint.stepUnreachable', params: { title } }, locale)

describe('a title in a sentence', () => {
  it('is the one of the reader’s language, the Vietnamese one where it was not translated, and else what stands for it', () => {
    expect(sentence(titleWords(reception, 'r'), 'vi')).toContain('Tiếp nhận')
    expect(sentence(titleWords(reception, 'r'), 'en')).toContain('Reception')
    expect(sentence(titleWords({ title: 'Thẩm định', 'x-i18n': { en: {} } }, 'a'), 'en')).toContain('Thẩm định')
    expect([titleWords({ title: 'Thẩm định' }, 'a'), titleWords({ title: '' }, 'a'), titleWords(undefined, '/ten')]).toEqual(['Thẩm định', 'a', '/ten'])
  })

  it('is so where several stand together', () => {
    const both = joinTitles([titleWords(reception, ''), 'B'], ' → ')
    expect([sentence(both, 'vi').includes('Tiếp nhận → B'), sentence(both, 'en').includes('Reception → B')]).toEqual([true, true])
    expect(joinTitles(['A', 'B'], ', ')).toBe('A, B')
  })

  it('is so in what is found in a workflow and in a form', () => {
    const [first, ...rest] = buildProcedure().workflow!.steps
    const nameless = { ...buildProcedure().workflow!, steps: [{ ...first!, ...reception, actions: first!.actions!.map((action) => ({ ...action, title: '' })) }, ...rest] }
    const english = (issues: ReturnType<typeof lintWorkflow>, code: string): string => issues.filter((issue) => issue.code === code).map((issue) => translateIssue(issue, 'en')).join()
    expect(english(lintWorkflow(nameless), 'lint.actionWithoutTitle')).toContain('Reception')
    const form = buildForm({ a: { type: 'string', ...reception, enum: ['1'] }, b: { type: 'string', title: 'B' } })
    const never = { ...form, rules: [{ id: 'r', title: 'Không bao giờ', 'x-i18n': { en: { title: 'Never' } }, when: { properties: { a: { const: '2' } }, required: ['a'] }, show: ['/b'] }] }
    expect(english(analyseForm(compileForm(never)), 'lint.conditionNever')).toContain('Never')
  })
})
