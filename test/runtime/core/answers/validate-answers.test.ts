import { describe, expect, it } from 'vitest'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { summariseAnswers } from '#core/answers/summarise-answers.ts'
import { validateAnswers, type KnownFile } from '#core/answers/validate-answers.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { isError } from '#core/issues/issue.ts'
import { translateIssue } from '#core/text/translate.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const fileId = '11111111-1111-4111-8111-111111111111'
const form = compileForm(buildForm({
  kind: choice('Loại', 'a', 'b'),
  taxCode: text('Mã số thuế', { 'x-field': 'taxCode', pattern: '^[0-9]{10}(-[0-9]{3})?$' }),
  signedOn: text('Ngày ký', { format: 'date' }),
  expiresOn: text('Ngày hết hạn', { format: 'date' }),
  extra: text('Giải thích'),
  rows: { type: 'array', title: 'Bảng', 'x-field': 'table', 'x-uniqueBy': ['id'], maxItems: 5, items: { type: 'object', required: ['id'], properties: { id: text('Mã'), price: { type: 'integer', title: 'Giá', 'x-field': 'money' }, before: text('Cũ'), after: text('Mới') } } },
  total: { type: 'number', title: 'Tổng', readOnly: true, 'x-field': 'money', 'x-compute': { sum: [{ var: 'rows' }, { var: 'price' }] } },
  proof: { type: 'array', title: 'Giấy tờ', maxItems: 2, 'x-field': 'file', items: { type: 'string', maxLength: 36 }, 'x-file': { accept: ['pdf'], maxBytes: 1048576 } },
}, ['kind'], {
  rules: [rule('extra', is('kind', 'b'), { show: ['/extra'] })],
  checks: [
    { id: 'month-before', formula: { '<=': [{ today: [] }, { addMonths: [{ var: 'expiresOn' }, -1] }] }, at: '/expiresOn', message: 'Phải nộp trước ít nhất một tháng.', 'x-i18n': { en: { message: 'File at least a month before.' } } },
    { id: 'ten-years', formula: { '==': [{ var: 'expiresOn' }, { addYears: [{ var: 'signedOn' }, 10] }] }, at: '/expiresOn', message: 'Thường là mười năm.', level: 'warning' },
    { id: 'changed', formula: { '!=': [{ var: 'before' }, { var: 'after' }] }, at: '/rows/*/after', message: 'Phải khác nội dung cũ.' },
  ],
}))
const validate = new Function('runtime', compileValidator(form.schema))(validatorRuntime) as CompiledValidator
const pdf: KnownFile = { id: fileId, name: 'qd.pdf', size: 1000, type: 'pdf' }
const judge = (answers: Record<string, unknown>, today = '2026-11-20', files = [pdf]): string[] =>
  validateAnswers(form, prepareAnswers(form, answers, { today }), { validate, today, files: new Map(files.map((file) => [file.id, file])) }).filter(isError).map((issue) => `${issue.code} ${issue.pointer}`)

describe('validateAnswers', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['accepts what is right', { kind: 'a', taxCode: '0100109106', rows: [{ id: '1' }], proof: [fileId] }, []],
    ['checks the check digit', { kind: 'a', taxCode: '0100109107' }, ['checkDigit /taxCode']],
    ['says nothing of check digits where the pattern already fails', { kind: 'a', taxCode: '12' }, ['pattern /taxCode']],
    ['finds values that repeat between rows', { kind: 'a', rows: [{ id: '1' }, { id: '2' }, { id: '1' }] }, ['repeated /rows/2/id']],
    ['compares answers in each row', { kind: 'a', rows: [{ id: '1', before: 'x', after: 'x' }, { id: '2', before: 'x', after: 'y' }] }, ['check /rows/0/after']],
    ['does not apply a check with an absent operand', { kind: 'a', rows: [{ id: '1', after: 'x' }] }, []],
    ['refuses files that are not there', { kind: 'a', proof: ['22222222-2222-4222-8222-222222222222'] }, ['fileMissing /proof/0']],
    ['drops what is hidden, blank or not in normal form before it judges', { kind: 'a', extra: 'giữ lại khi đang gõ', taxCode: '   ', rows: [{}, { id: ' 1 ' }] }, []],
  ])('%s', (_claim, answers, expected) => {
    expect(judge(answers)).toEqual(expected)
  })

  it('compares with the day of filing, to the day', () => {
    expect(judge({ kind: 'a', expiresOn: '2026-12-20' }, '2026-11-20')).toEqual([])
    expect(judge({ kind: 'a', expiresOn: '2026-12-20' }, '2026-11-21')).toEqual(['check /expiresOn'])
  })

  it('warns without refusing', () => {
    const issues = validateAnswers(form, { kind: 'a', signedOn: '2020-01-01', expiresOn: '2031-01-01' }, { validate, today: '2026-11-20' })
    expect(issues.map((issue) => [issue.source, issue.level])).toEqual([['ten-years', 'warning']])
    expect(translateIssue(issues[0]!, 'vi')).toBe('Thường là mười năm.')
  })

  it('refuses kinds and sizes of files that the question does not take', () => {
    expect(judge({ kind: 'a', proof: [fileId] }, '2026-11-20', [{ ...pdf, type: 'png' }])).toEqual(['fileKind /proof/0'])
    expect(judge({ kind: 'a', proof: [fileId] }, '2026-11-20', [{ ...pdf, size: 2_000_000 }])).toEqual(['fileSize /proof/0'])
  })

  it('lets a computed value win over a sent one', () => {
    expect(prepareAnswers(form, { kind: 'a', total: 1, rows: [{ id: '1', price: 700 }, { id: '2', price: 300 }] }, { today: '2026-11-20' })).toMatchObject({ total: 1000 })
    expect(prepareAnswers(form, { kind: 'a', total: 1, rows: [{ id: '1' }] }, { today: '2026-11-20' })).not.toHaveProperty('total')
  })

  it('says in both languages what to do', () => {
    const [issue] = validateAnswers(form, { kind: 'a', taxCode: '12' }, { validate, today: '2026-11-20' })
    expect(translateIssue(issue!, 'vi')).toBe('Mã số thuế gồm 10 chữ số, hoặc 10 chữ số, dấu gạch nối và 3 chữ số.')
    expect(translateIssue(issue!, 'en')).toBe('A tax code has 10 digits, or 10 digits, a hyphen and 3 digits.')
  })
})

describe('summariseAnswers', () => {
  it('shows asked questions only, options by title, money and dates as people read them', () => {
    const [section] = summariseAnswers(form, { kind: 'a', signedOn: '2026-11-21', total: 1250000, rows: [{ id: 'K1', price: 5 }], proof: [fileId] }, 'vi', new Map([[fileId, pdf]]))
    expect(section!.rows.map((row) => [row.label, row.text])).toEqual([['Loại', 'A'], ['Mã số thuế', ''], ['Ngày ký', '21/11/2026'], ['Ngày hết hạn', ''], ['Bảng', '1'], ['Tổng', '1.250.000 đ'], ['Giấy tờ', '1']])
    expect(section!.rows[4]!.rows![0]!.map((cell) => cell.text)).toEqual(['K1', '5 đ', '', ''])
    expect(section!.rows[6]!.files).toEqual([{ id: fileId, name: 'qd.pdf', size: 1000 }])
  })
})
