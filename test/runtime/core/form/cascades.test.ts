import { branchOrigins } from '#core/form/branch-origins.ts'
import { gzipSync } from 'node:zlib'
import { registerSchema, validate as hyperjumpValidate } from '@hyperjump/json-schema/draft-2020-12'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateBeyondSchema } from '#core/answers/validate-answers.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Form, Question } from '#schemas/generated/types.ts'
import { answersWithHidden, breaks } from '../../../fixtures/arbitrary-answers.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const validatorOf = (form: Form): CompiledValidator => new Function('runtime', compileValidator(compileForm(form).schema))(validatorRuntime) as CompiledValidator
const issuesOf = (form: Form, answers: unknown): string[] => validateJson(compileForm(form), validatorOf(form), answers).map((issue) => `${issue.code} ${issue.pointer}`)
const lintOf = (form: Form): string[] => lintForm(form).map((issue) => `${issue.code}${issue.level === 'warning' ? ' (warning)' : ''}`)

const communes: Question = { type: 'string', title: 'Xã', 'x-field': 'choice', oneOf: [
  { const: 'hn1', title: 'Ba Đình', parent: 'hn' }, { const: 'hn2', title: 'Ngọc Hà', parent: 'hn' }, { const: 'hue1', title: 'Thuận Hóa', parent: 'hue' }, { const: 'khac', title: 'Nơi khác' },
] }
const several: Question = { type: 'array', title: 'Các xã', 'x-field': 'choices', uniqueItems: true, maxItems: 5, items: { type: 'string', oneOf: communes.oneOf!.slice(0, 3) } }

const form = buildForm({
  outside: choice('Ở ngoài', 'co', 'khong'),
  province: choice('Tỉnh', 'hn', 'hue', 'dn'),
  commune: communes,
  communes: several,
  rows: { type: 'array', title: 'Bảng', 'x-field': 'table', maxItems: 3, items: { type: 'object', required: ['id'], properties: { id: text('Mã'), province: choice('Tỉnh', 'hn', 'hue'), commune: communes } } },
}, ['province', 'commune'], {
  rules: [
    rule('commune', {}, { limit: { path: '/commune', by: '/province' } }),
    rule('communes', is('outside', 'khong'), { limit: { path: '/communes', by: '/province' } }),
    rule('row', {}, { within: '/rows', limit: { path: '/commune', by: '/province' } }),
  ],
})

describe('a cascade', () => {
  it.each<[string, unknown, string[]]>([
    ['accepts what belongs to the answer', { province: 'hn', commune: 'hn2' }, []],
    ['accepts what belongs to no answer', { province: 'hue', commune: 'khac' }, []],
    ['refuses what belongs to another answer', { province: 'hue', commune: 'hn1' }, ['limited /commune']],
    ['asks nothing while its condition does not hold', { outside: 'co', province: 'dn', commune: 'khac', communes: ['hn1'] }, []],
    ['allows nothing where nothing belongs to the answer', { outside: 'khong', province: 'dn', commune: 'khac', communes: ['hn1'] }, ['limited /communes']],
    ['judges each of several choices', { outside: 'khong', province: 'hn', commune: 'hn1', communes: ['hn1', 'hue1'] }, ['limited /communes/1']],
    ['judges each row by its own answer', { province: 'hn', commune: 'hn1', rows: [{ id: '1', province: 'hue', commune: 'hue1' }, { id: '2', province: 'hue', commune: 'hn1' }, { id: '3', commune: 'hn1' }] }, ['limited /rows/1/commune']],
  ])('%s', (_claim, answers, expected) => {
    expect(issuesOf(form, answers).sort()).toEqual(expected)
  })

  it('lets choose what was answered in the rows of another table, and nothing else', () => {
    const subject = choice('Lĩnh vực', 'toan', 'ly', 'hoa')
    const drawn = buildForm({
      subjects: { type: 'array', title: 'Lĩnh vực', 'x-field': 'table', maxItems: 3, items: { type: 'object', required: ['code'], properties: { code: subject } } },
      people: { type: 'array', title: 'Người', 'x-field': 'table', maxItems: 3, items: { type: 'object', properties: { knows: { type: 'array', title: 'Phù hợp', 'x-field': 'choices', uniqueItems: true, maxItems: 3, items: { type: 'string', oneOf: subject.oneOf! } }, main: subject } } },
    }, [], { rules: [rule('knows', {}, { limit: { path: '/people/*/knows', by: '/subjects/*/code' } }), rule('main', {}, { limit: { path: '/people/*/main', by: '/subjects/*/code' } })] })

    const issuesOfDrawn = (answers: Answers): string[] => validateBeyondSchema(compileForm(drawn), answers, { today: '2026-11-20' }).map((issue) => `${issue.code} ${issue.pointer} ${issue.source}`)

    expect(lintOf(drawn)).toEqual([])
    expect(issuesOfDrawn({ subjects: [{ code: 'toan' }, { code: 'hoa' }], people: [{ knows: ['hoa', 'toan'], main: 'hoa' }, {}] })).toEqual([])
    expect(issuesOfDrawn({ subjects: [{ code: 'toan' }, { code: 'hoa' }], people: [{ knows: ['toan'] }, { knows: ['hoa', 'ly'], main: 'ly' }] })).toEqual(['limited /people/1/knows/1 knows', 'limited /people/1/main main'])
    expect(issuesOfDrawn({ people: [{ main: 'ly' }] })).toEqual(['limited /people/0/main main'])
  })

  it('reaches into the parts of an address', () => {
    const address: Question = { type: 'object', title: 'Địa chỉ', 'x-field': 'address', required: ['province', 'commune'], properties: { province: choice('Tỉnh', 'hn', 'hue'), commune: communes } }
    const located = buildForm({ address }, ['address'], { rules: [rule('commune', {}, { limit: { path: '/address/commune', by: '/address/province' } })] })

    expect(issuesOf(located, { address: { province: 'hn', commune: 'hn1' } })).toEqual([])
    expect(issuesOf(located, { address: { province: 'hue', commune: 'hn1' } })).toEqual(['limited /address/commune'])
  })

  it('speaks of every row when what limits it stands outside of the table', () => {
    const outside = buildForm({ province: choice('Tỉnh', 'hn', 'hue'), rows: { type: 'array', title: 'Bảng', 'x-field': 'table', items: { type: 'object', properties: { commune: communes } } } }, [], { rules: [rule('all', {}, { limit: { path: '/rows/*/commune', by: '/province' } })] })

    expect(issuesOf(outside, { province: 'hn', rows: [{ commune: 'hn1' }, { commune: 'hue1' }] })).toEqual(['limited /rows/1/commune'])
  })

  it('makes one branch for each answer that limits', () => {
    const branches = branchOrigins(compileForm(form).parts).filter((branch) => branch.rule === 'commune')
    expect(branches).toEqual([{ kind: 'limit', rule: 'commune', path: '/commune' }, { kind: 'limit', rule: 'commune', path: '/commune' }, { kind: 'limit', rule: 'commune', path: '/commune' }])
  })

  it('stays small with the communes of a country', () => {
    const provinces = Array.from({ length: 34 }, (_each, i) => `t${i}`)
    const all = Array.from({ length: 3321 }, (_each, i) => ({ const: `x${i}`, title: `Xã số ${i}`, parent: `t${i % 34}` }))
    const country = buildForm({ province: choice('Tỉnh', ...provinces), commune: { type: 'string', title: 'Xã', 'x-field': 'choice', oneOf: all } }, ['province', 'commune'], { rules: [rule('c', {}, { limit: { path: '/commune', by: '/province' } })] })
    const body = compileValidator(compileForm(country).schema)
    const judge = new Function('runtime', body)(validatorRuntime) as CompiledValidator

    expect(gzipSync(body).length).toBeLessThan(40_000)
    expect([judge({ province: 't1', commune: 'x35' }), judge({ province: 't1', commune: 'x36' })]).toEqual([true, false])
  })

  it('gets the verdict of an independent validator, for valid answers and for answers broken in one place', async () => {
    const compiled = compileForm(form)
    const ours = validatorOf(form)
    registerSchema(compiled.schema as never, 'https://motcua.test/cascades')
    const theirs = await hyperjumpValidate('https://motcua.test/cascades')
    let misplaced = 0
    for (const { valid, full } of fc.sample(answersWithHidden(compiled), { numRuns: 80, seed: 11 })) {
      expect(validateJson(compiled, ours, valid)).toEqual([])
      expect(theirs(valid as never).valid).toBe(true)
      for (const broken of breaks(compiled, valid, full)) {
        misplaced += Number(broken.how.startsWith('belongs elsewhere'))
        expect(validateJson(compiled, ours, broken.answers), broken.how).not.toEqual([])
        expect(theirs(broken.answers as never).valid, broken.how).toBe(false)
      }
    }
    expect(misplaced).toBeGreaterThan(50)
  })
})

describe('the design errors of a cascade', () => {
  const of = (limit: { path: string; by: string }, more: Partial<Form> = {}): string[] => lintOf({ ...form, ...more, rules: [rule('r', {}, { limit })] })

  it('are none for a condition that always holds', () => {
    expect(lintOf({ ...form, rules: [rule('r', {}, { within: '/rows', limit: { path: '/commune', by: '/province' } })] })).toEqual(['lint.limitOrphans (warning)'])
    expect(lintOf({ ...form, rules: [rule('r', {}, { limit: { path: '/commune', options: ['hn1'] } })] })).toEqual(['lint.conditionEmpty'])
  })

  it('name what does not exist, has no options, takes several or stands in another table', () => {
    expect(of({ path: '/commune', by: '/nothing' })).toEqual(['lint.unknownPath'])
    expect(of({ path: '/commune', by: '/rows/*/id' })).toEqual(['lint.limitByNoChoice'])
    expect(of({ path: '/commune', by: '/communes' })).toEqual(['lint.limitByNoChoice'])
    expect(of({ path: '/commune', by: '/rows/*/province' })).toEqual(['lint.limitByUnseen'])
  })

  it('name options that belong to nothing, and answers that nothing belongs to', () => {
    expect(of({ path: '/outside', by: '/province' })).toEqual(['lint.limitNoParents'])
    expect(of({ path: '/commune', by: '/outside' })).toEqual(['lint.limitOrphans (warning)', 'lint.limitStrangers (warning)'])
    expect(of({ path: '/communes', by: '/province' })).toEqual(['lint.limitChildless (warning)'])
  })
})
