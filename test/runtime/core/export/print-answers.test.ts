import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { printAnswers, type FilledForm } from '#core/export/print-answers.ts'
import type { PrintForm, PrintItem } from '#core/export/print-model.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { findRelevance } from '#core/condition/relevance.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { buildProcedure, readGallery, validAnswers } from '../../../fixtures/build.ts'

const filed: FilledForm['dossier'] = { state: 'open', code: 'H99-261120-0001', submittedAt: '2026-11-20T02:00:00.000Z', applicantName: 'Vũ Công Dân', channel: 'online' }
const print = (procedure: Procedure, answers: object, given: Partial<FilledForm> = {}): PrintForm => {
  const form = compileForm(procedure.form!)
  return printAnswers(form, procedure.info, { dossier: filed, files: [], madeAt: '2026-11-20T03:00:00.000Z', ...given, answers: prepareAnswers(form, answers as FilledForm['answers'], { today: '2026-11-20' }) }, 'vi')
}
const itemsOf = (form: PrintForm): PrintItem[] => form.parts.flatMap(({ sections }) => sections.flatMap(({ items }) => items))
const said = (form: PrintForm) => Object.fromEntries(itemsOf(form).map(({ path, blank }) => [path, blank]))

describe('printAnswers', () => {
  it('says each question with its answer, numbered through, and leaves out what was not asked', () => {
    const form = print(buildProcedure(), { ten: 'Nguyễn Văn An', tuoi: 30, khan: false, lyDo: 'không được hỏi' })
    expect(itemsOf(form).map(({ number, label }) => `${number}. ${label}`)).toEqual(['1. Họ và tên', '2. Tuổi', '3. Cần gấp', '4. Bản sao', '5. Gấp đôi tuổi'])
    expect(said(form)).toMatchObject({ '/ten': { kind: 'answer', text: 'Nguyễn Văn An' }, '/khan': { kind: 'answer', text: 'Không' }, '/so': { kind: 'answer', text: '' }, '/gapDoi': { kind: 'answer', text: '60' } })
    expect(form.filled).toMatchObject({ isDraft: false, filed: 'Nộp trực tuyến lúc 09:00, 20/11/2026', lines: ['Mã hồ sơ: H99-261120-0001', 'Nộp trực tuyến lúc 09:00, 20/11/2026', 'Người nộp: Vũ Công Dân'] })
  })

  it('has all rows of a table', () => {
    const so = Array.from({ length: 5 }, (_row, i) => ({ ten: `Bản ${i}`, ...(i > 0 && { soBan: i }) }))
    expect(said(print(buildProcedure(), { ten: 'An', tuoi: 1, khan: false, so }))['/so']).toMatchObject({ kind: 'answerTable', columns: [{ title: 'Tên bản' }, { title: 'Số bản' }], rows: [['Bản 0', ''], ['Bản 1', '1'], ['Bản 2', '2'], ['Bản 3', '3'], ['Bản 4', '4']] })
  })

  it('says of a draft that it is one, when it was printed, and nothing of a code', () => {
    expect(print(buildProcedure(), {}, { dossier: { state: 'draft', channel: 'online' } }).filled).toMatchObject({ isDraft: true, filed: '', lines: ['Bản nháp in lúc 10:00, 20/11/2026. Hồ sơ chưa nộp.'] })
  })

  it('keeps the lines of a long answer whole and takes away what no page can bear', () => {
    const { text } = said(print(buildProcedure(), { ten: `Dòng một\r\nDòng hai\u202e ${'rất dài '.repeat(200)}`, tuoi: 1, khan: false }))['/ten'] as { text: string }
    expect(text.split('\n')).toHaveLength(2)
    expect(text).not.toContain('\u202e')
    expect(text.length).toBeGreaterThan(1500)
  })

  it.each(readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)))('prints every question that %s asks, once, and lists its files', (file) => {
    const procedure = readGallery(file)
    const compiled = compileForm(procedure.form!)
    const answers = prepareAnswers(compiled, validAnswers(procedure), { today: '2026-11-20' })
    const { isAsked } = findRelevance(compiled, answers)
    const ids = [...JSON.stringify(answers).matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)].map(([id]) => id)
    const question = [...compiled.questions.values()].find((each) => each.question['x-file'])?.path ?? ''
    const form = print(procedure, answers, { files: [...ids.map((id) => ({ id, name: 'a.pdf', size: 2_500_000, question })), { id: 'replaced', name: 'b.pdf', size: 1, question }] })
    const asked = compiled.pages.flatMap(({ sections }) => sections.flatMap(({ paths }) => paths)).filter((path) => isAsked(path) && !compiled.questions.get(path)!.question['x-file'])
    expect(itemsOf(form).map(({ path }) => path)).toEqual(asked)
    expect(form.filled?.files.map(({ name, size }) => [name, size])).toEqual(ids.map(() => ['a.pdf', '2,4 MB']))
  })
})
