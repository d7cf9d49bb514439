import { describe, expect, it } from 'vitest'
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { compileProcedure } from '../../../server/validators/compile-procedure.ts'
import type { Compiled } from '../../../server/validators/compile-worker.ts'
import { createJudges } from '../../../server/validators/validator-cache.ts'

const formOf = (properties: Record<string, Question>, required: string[] = []): Form =>
  ({ schema: { type: 'object', properties, required }, pages: [{ id: 'page-1', title: 'Trang', sections: [{ questions: Object.keys(properties).map((name) => `/${name}`) }] }] })

const procedureOf = (form: Form): Procedure => ({ ...emptyProcedure('Thủ tục thử', '1.000001'), form })

const compiled = async (procedure: Procedure): Promise<Compiled> => {
  const reply = await compileProcedure(procedure)
  if ('issues' in reply) throw new Error(JSON.stringify(reply.issues))
  return reply
}

const refusals = async (procedure: Procedure) => {
  const reply = await compileProcedure(procedure)
  return 'issues' in reply ? reply.issues.map(({ pointer, code }) => ({ pointer, code })) : []
}

describe('compileProcedure', () => {
  it('gives the published schema and a validator that judges by it', async () => {
    const procedure = procedureOf(formOf({ ten: { type: 'string', title: 'Tên', maxLength: 20 } }, ['ten']))

    const { schema, validators } = await compiled(procedure)
    const { applicant } = createJudges(procedure, validators)

    expect(JSON.parse(schema)).toMatchObject({ type: 'object', required: ['ten'], additionalProperties: false })
    expect(applicant?.validate({ ten: 'An' })).toBe(true)
    expect(validateJson(applicant!.form, applicant!.validate, {})).toMatchObject([{ pointer: '/ten', code: 'required' }])
  })

  it('compiles what officers record in a step too', async () => {
    const procedure = procedureOf(formOf({ ten: { type: 'string', title: 'Tên' } }))
    procedure.workflow!.steps[1]!.form = formOf({ soQuyetDinh: { type: 'string', title: 'Số quyết định' } }, ['soQuyetDinh'])

    const { validators } = await compiled(procedure)
    const judge = createJudges(procedure, validators).steps.get('appraisal')

    expect(judge?.validate({ soQuyetDinh: '12/QĐ' })).toBe(true)
    expect(judge?.validate({})).toBe(false)
  })

  it('keeps twenty different patterns apart: each refuses the samples of the others', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `truong${String.fromCharCode(97 + i)}`)
    const sample = (i: number) => String.fromCharCode(97 + i).repeat(3)
    const procedure = procedureOf(formOf(Object.fromEntries(names.map((name, i) => [name, { type: 'string' as const, title: name, pattern: `^${sample(i)}$` }]))))
    const { applicant } = createJudges(procedure, (await compiled(procedure)).validators)

    names.forEach((name, i) => names.forEach((_, j) => expect(applicant!.validate({ [name]: sample(j) })).toBe(i === j)))
  })

  it.each([
    ['looks ahead', '^(?=.*[0-9]).+$'],
    ['refers back', '^(a)\\1$'],
    ['is malformed', '^[a-'],
    ['repeats what repeats', '^(a+)+$'],
    ['repeats a choice between the same', '^(a|a)*$'],
    ['can be split in many ways', '^(x+x+)+y$'],
    ['repeats too often', '^((a{1,1000}){1,1000})$'],
    ['negates spaces inside a class', '[^\\S]'],
  ])('refuses a pattern that %s, at its place', async (_, pattern) => {
    expect(await refusals(procedureOf(formOf({ ma: { type: 'string', title: 'Mã', pattern } })))).toEqual([{ pointer: '/form/schema/properties/ma/pattern', code: 'document.pattern' }])
  })

  it('refuses more questions, patterns and levels than a form may have', async () => {
    const many = (count: number, question: Question): Record<string, Question> => Object.fromEntries(Array.from({ length: count }, (_, i) => [`q${i}`, question]))
    const nested = Array.from({ length: 10 }).reduce<Question>((inner) => ({ type: 'object', properties: { trong: inner } }), { type: 'string' })

    expect(await refusals(procedureOf(formOf(many(1001, { type: 'string' }))))).toEqual([{ pointer: '/form/schema', code: 'document.questions' }])
    expect(await refusals(procedureOf(formOf(many(201, { type: 'string', pattern: '^a$' }))))).toEqual([{ pointer: '/form/schema', code: 'document.patterns' }])
    expect((await refusals(procedureOf(formOf({ ngoai: nested })))).map(({ code }) => code)).toEqual(['document.nesting'])
  })

  it('refuses a document that is too large', async () => {
    const procedure = procedureOf(formOf({ ten: { type: 'string', title: 'x'.repeat(2_200_000) } }))
    expect(await refusals(procedure)).toEqual([{ pointer: '', code: 'document.tooLarge' }])
  })

  it('survives a document that refers to itself, and compiles the next one', async () => {
    const circular = formOf({ goc: { $ref: '#/$defs/nhom' } })
    circular.schema.$defs = { nhom: { type: 'object', properties: { con: { $ref: '#/$defs/nhom' } } } }

    expect((await refusals(procedureOf(circular))).map(({ code }) => code)).toEqual(['document.notCompiled'])
    expect((await compiled(procedureOf(formOf({ ten: { type: 'string', title: 'Tên' } })))).validators.form).toContain('return')
  })
})
