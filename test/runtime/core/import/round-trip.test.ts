// Proves the law of the round trip: the published schema of a form, imported, gives a form whose published schema judges the
// same, also where rows, groups under conditions and limits by other answers are involved.
import { readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { importSchema } from '#core/import/import-schema.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import type { Form, Question } from '#schemas/generated/types.ts'
import { schemaFiles } from '#schemas/generate.ts'
import { readSource } from '../../../architecture/source-files.ts'
import { answersWithHidden, breaks } from '../../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'
import { largeForm } from '../../../fixtures/large-form.ts'

const ajv = new Ajv2020({ strict: false, logger: false })
for (const file of schemaFiles()) ajv.addSchema(JSON.parse(readSource(`schemas/${file}`)) as object)
const isForm = ajv.getSchema('https://motcua.vn/schemas/form/form.schema.json')!

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json')).map((file): [string, Form] => [file, readGallery(file).form!])

const group = (properties: Record<string, Question>, required: string[] = []): Question => ({ type: 'object', title: 'Nhóm', properties, required, 'x-field': 'group' })
const table = (properties: Record<string, Question>, required: string[] = []): Question => ({ type: 'array', title: 'Bảng', maxItems: 5, items: { type: 'object', properties, required }, 'x-field': 'table' })

const kinds = choice('Loại', 'a', 'b', 'c')
const parented: Question = { type: 'string', title: 'Xã', 'x-field': 'choice', oneOf: [{ const: 'a1', title: 'A1', parent: 'a' }, { const: 'b1', title: 'B1', parent: 'b' }, { const: 'moi', title: 'Mọi nơi' }] }
const small: [string, Form][] = [
  ['a group asked under a condition', buildForm({ loai: kinds, nhom: group({ ten: text('Tên'), so: text('Số') }, ['ten']) }, ['loai', 'nhom'], { rules: [rule('r1', is('loai', 'a'), { show: ['/nhom'] }), rule('r2', is('loai', 'a'), { show: ['/nhom/so'] })] })],
  ['a required question in a group of nothing else', buildForm({ loai: kinds, nhom: group({ ten: text('Tên') }, ['ten']) }, ['nhom'], { rules: [rule('r1', is('loai', 'b'), { show: ['/nhom/ten'] })] })],
  ['a question that waits for one that waits', buildForm({ loai: kinds, hai: choice('Hai', 'x', 'y'), ba: text('Ba') }, ['hai', 'ba'], { rules: [rule('r1', is('loai', 'a'), { show: ['/hai'] }), rule('r2', is('hai', 'x'), { show: ['/ba'] })] })],
  ['rows with conditions of the row and of the answers', buildForm({ loai: kinds, bang: table({ kieu: choice('Kiểu', 'x', 'y'), so: text('Số') }, ['kieu', 'so']) }, ['bang'], { rules: [rule('r1', is('kieu', 'x'), { show: ['/so'] }), { ...rule('r2', is('kieu', 'x'), { show: ['/so'] }), within: '/bang' }, rule('r3', is('loai', 'a'), { show: ['/bang/*/so'] })].slice(1) as Form['rules'] })],
  ['what a rule requires, limits and refuses', buildForm({ loai: kinds, hai: choice('Hai', 'x', 'y'), nhom: group({ ten: text('Tên') }) }, ['loai'], { rules: [rule('r1', is('loai', 'a'), { require: ['/nhom/ten', '/hai'] }), rule('r2', is('loai', 'b'), { limit: { path: '/hai', options: ['x'] } }), rule('r3', is('loai', 'c'), { refuse: { message: 'Không' } })] })],
  ['a limit of nothing', buildForm({ loai: kinds, hai: choice('Hai', 'x', 'y') }, ['hai'], { rules: [rule('r1', is('loai', 'b'), { limit: { path: '/hai', options: [] } })] })],
  ['a cascade', buildForm({ loai: kinds, xa: parented }, [], { rules: [rule('r1', {}, { limit: { path: '/xa', by: '/loai' } })] })],
  ['options drawn from the rows of another table', buildForm({ bang: table({ loai: kinds }), hai: { ...kinds, title: 'Hai' } }, [], { rules: [rule('r1', {}, { limit: { path: '/hai', by: '/bang/*/loai' } })] })],
  ['pages and sections with conditions', { ...buildForm({ loai: kinds, hai: text('Hai'), ba: text('Ba') }, ['hai', 'ba']), pages: [{ id: 'p1', title: '1', sections: [{ questions: ['/loai'] }] }, { id: 'p2', title: '2', when: is('loai', 'a'), sections: [{ questions: ['/hai'] }, { when: is('loai', 'b'), questions: ['/ba'] }] }] }],
  ['an advanced rule', buildForm({ mot: text('Một'), hai: text('Hai') }, [], { advanced: [{ id: 'a', title: 'Một trong hai', schema: { oneOf: [{ required: ['mot'] }, { required: ['hai'] }] } }] })],
  ['three hundred questions and rules', largeForm()],
]

const verdicts = (form: Form): void => {
  const compiled = compileForm(form)
  const { form: made, report } = importSchema(JSON.parse(JSON.stringify(compiled.schema)))
  expect(report.filter((line) => line.fate === 'refused')).toEqual([])
  expect(isForm(made), JSON.stringify(isForm.errors?.slice(0, 3))).toBe(true)
  const [before, after] = [interpretSchema(compiled.schema), interpretSchema(compileForm(made!).schema)]
  for (const { valid, full } of fc.sample(answersWithHidden(compiled), { numRuns: 25, seed: 11 })) {
    expect({ valid, verdict: after(valid) }).toEqual({ valid, verdict: before(valid) })
    for (const { how, answers } of breaks(compiled, valid, full).filter((_each, i) => i % 3 === 0)) expect({ how, verdict: after(answers) }).toEqual({ how, verdict: before(answers) })
  }
}

describe('an imported schema of ours', () => {
  test.each(gallery)('judges as %s does', (_file, form) => verdicts(form), 60_000)
  test.each(small)('judges as %s', (_what, form) => verdicts(form), 60_000)

  test.each(gallery)('of %s gives a form without design errors and without advanced rules', (_file, form) => {
    const { form: made } = importSchema(JSON.parse(JSON.stringify(compileForm(form).schema)))
    const before = new Set(lintForm(form).map((issue) => issue.code))
    expect(lintForm(made!).filter((issue) => issue.level === undefined && !before.has(issue.code))).toEqual([])
    expect(made!.advanced).toBeUndefined()
  })

  test('keeps questions, options and annotations as they were', () => {
    const form = readGallery('02-gia-han-phe-duyet-mau.json').form!
    const made = importSchema(JSON.parse(JSON.stringify(compileForm(form).schema))).form!
    const [before, after] = [compileForm(form), compileForm(made)]
    expect([...after.questions.keys()]).toEqual([...before.questions.keys()])
    for (const [path, { question }] of before.questions) for (const keyword of ['title', 'x-field', 'x-i18n', 'oneOf', 'x-file', 'x-privacy'] as const) expect({ path, keyword, value: after.questions.get(path)!.question[keyword] }).toEqual({ path, keyword, value: question[keyword] })
  })
})
