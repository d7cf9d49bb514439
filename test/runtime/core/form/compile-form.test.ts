import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { validate as hyperjumpValidate, registerSchema } from '@hyperjump/json-schema/draft-2020-12'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { compileValidator, validatorModule } from '#core/json-schema/compile-validator.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import type { Form } from '#schemas/generated/types.ts'
import { answersWithHidden, breaks } from '../../../fixtures/arbitrary-answers.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const validatorOf = (form: Form): CompiledValidator => new Function('runtime', compileValidator(compileForm(form).schema))(validatorRuntime) as CompiledValidator
const issuesOf = (form: Form, answers: unknown): string[] => validateJson(compileForm(form), validatorOf(form), answers).map((issue) => `${issue.code} ${issue.pointer}`)

const form = buildForm({
  kind: choice('Loại', 'a', 'b'),
  contact: { type: 'object', title: 'Liên hệ', 'x-field': 'group', required: ['phone', 'fax'], properties: { phone: text('Điện thoại', { pattern: '^[0-9]{10}$' }), fax: text('Fax') } },
  born: text('Ngày sinh', { format: 'date' }),
  rows: { type: 'array', title: 'Bảng', 'x-field': 'table', minItems: 1, maxItems: 3, items: { type: 'object', required: ['id', 'note'], properties: { id: text('Mã'), kind: choice('Loại', 'x', 'y'), note: text('Ghi chú') } } },
}, ['kind', 'contact', 'rows'], {
  rules: [
    rule('fax', is('kind', 'a'), { show: ['/contact/fax'] }),
    rule('note', is('kind', 'x'), { within: '/rows', show: ['/note'] }),
    rule('born', is('kind', 'b'), { require: ['/born'] }),
    rule('no', { properties: { born: { const: '2000-01-01' } }, required: ['born'] }, { refuse: { message: 'Không nhận.', at: '/born' } }),
  ],
})
const sectioned: Form = { ...form, rules: form.rules!.filter((each) => each.id !== 'fax'), pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/kind', '/rows'] }, { when: is('kind', 'a'), questions: ['/contact'] }, { when: { not: { required: ['contact'] } }, questions: ['/born'] }] }] }
const valid = { kind: 'a', contact: { phone: '0123456789', fax: '1' }, rows: [{ id: '1', kind: 'x', note: 'n' }, { id: '2' }] }

const attached = buildForm({
  kind: choice('Loại', 'a', 'b'),
  files: { type: 'object', title: 'Giấy tờ', 'x-field': 'group', required: ['proof'], properties: { proof: text('Bản sao'), other: text('Khác') } },
}, ['kind', 'files'], { rules: [rule('proof', is('kind', 'a'), { show: ['/files/proof'] })] })

describe('compileForm', () => {
  it('leads to the question when the whole group around it is missing', () => {
    expect(issuesOf(attached, { kind: 'a' })).toEqual(['required /files/proof'])
    expect(issuesOf(attached, { kind: 'b' })).toEqual([])
  })
  it('asks for no group because of a question in it that may be left out', () => {
    const optional = { ...attached, schema: { ...attached.schema, properties: { ...attached.schema.properties, files: { ...attached.schema.properties['files'], required: [] } } } }
    expect(issuesOf(optional, { kind: 'a' })).toEqual([])
  })

  it('makes a form without design errors', () => {
    expect(lintForm(form)).toEqual([])
  })

  it.each<[string, unknown, string[]]>([
    ['accepts valid answers', valid, []],
    ['requires a question only when it is asked', { ...valid, kind: 'b', born: '1999-02-28', contact: { phone: '0123456789' } }, []],
    ['refuses the answer to a question that is not asked', { ...valid, kind: 'b', born: '1999-02-28' }, ['notAsked /contact/fax']],
    ['asks for what a rule requires', { ...valid, kind: 'b', contact: { phone: '0123456789' } }, ['required /born']],
    ['judges each row by its own answers', { ...valid, rows: [{ id: '1', kind: 'y', note: 'n' }, { id: '2', kind: 'x' }] }, ['notAsked /rows/0/note', 'required /rows/1/note']],
    ['names the questions of a missing group', { kind: 'b', born: '1999-02-28', rows: [{ id: '1' }] }, ['required /contact/phone']],
    ['refuses unknown questions', { ...valid, extra: 1 }, ['unknown /extra']],
    ['refuses days that do not exist', { ...valid, born: '2023-02-29' }, ['pattern /born']],
    ['refuses with the words of the rule', { ...valid, born: '2000-01-01' }, ['refused /born']],
    ['refuses empty text where an answer is required', { ...valid, contact: { phone: '0123456789', fax: '' } }, ['minLength /contact/fax']],
    ['refuses too many rows before it looks into them', { ...valid, rows: Array.from({ length: 5000 }, () => ({})) }, ['maxItems /rows']],
    ['refuses what is no object', [], ['type ']],
  ])('%s', (_claim, answers, expected) => {
    expect(issuesOf(form, answers).sort()).toEqual([...expected].sort())
  })

  it('requires what a section asks only when the section is asked, and refuses it otherwise', () => {
    expect(issuesOf(sectioned, { kind: 'a', rows: valid.rows })).toEqual(['required /contact/phone', 'required /contact/fax'])
    expect(issuesOf(sectioned, { kind: 'a', contact: valid.contact, rows: valid.rows })).toEqual([])
    expect(issuesOf(sectioned, { ...valid, kind: 'b', born: '1999-02-28' })).toEqual(['notAsked /contact/phone', 'notAsked /contact/fax', 'notAsked /born'])
  })

  it('publishes a module that needs nothing but its runtime', async () => {
    const module = validatorModule(compileValidator(compileForm(form).schema))
    expect(module).not.toMatch(/require\(|\bimport\b|new Function|eval\(/)
    const loaded = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)) as { default: (runtime: unknown) => CompiledValidator }
    expect(loaded.default(validatorRuntime)(valid)).toBe(true)
  })

  it.each([['rules', form], ['sections', sectioned]])('gives the verdict of an independent validator on %s, for valid answers and for answers broken in one place', async (name, judged) => {
    const compiled = compileForm(judged)
    const ours = validatorOf(judged)
    registerSchema(compiled.schema as never, `https://motcua.test/compile-form-${name}`)
    const theirs = await hyperjumpValidate(`https://motcua.test/compile-form-${name}`)
    for (const { valid: answers, full } of fc.sample(answersWithHidden(compiled), { numRuns: 60, seed: 7 })) {
      expect(validateJson(compiled, ours, answers)).toEqual([])
      expect(theirs(answers as never).valid).toBe(true)
      for (const broken of breaks(compiled, answers, full)) {
        expect(validateJson(compiled, ours, broken.answers), broken.how).not.toEqual([])
        expect(theirs(broken.answers as never).valid, broken.how).toBe(false)
      }
    }
  })
})
