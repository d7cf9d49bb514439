import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { catalogueFieldPatterns } from '#core/form/field-types/field-type.ts'
import { fieldChecks } from '#core/form/field-checks.ts'
import { readAt } from '#core/issues/json-pointer.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { makeAnswers, type Wish } from '#core/scenario/make-answers.ts'
import type { ScenarioJudge } from '#core/scenario/play-scenario.ts'
import type { Form } from '#schemas/generated/types.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))

const judgeOf = (source: Form): ScenarioJudge => {
  const form = compileForm(source)
  return { form, validate: interpretSchema(form.schema) }
}
const wish = (seed: number, more: Partial<Wish> = {}): Wish => ({ seed, on: '2026-11-21', calendar: calendar2026, ...more })

describe('makeAnswers', () => {
  it.each(gallery)('makes answers that %s accepts, from any seed', (file) => {
    const procedure = readGallery(file)
    const judge = judgeOf(procedure.form!)
    for (let seed = 1; seed <= 8; seed++) {
      const made = makeAnswers(judge, wish(seed, { on: procedure.scenarios![0]!.on ?? '2026-11-21' }))
      expect({ seed, refused: made.refused }).toEqual({ seed, refused: [] })
    }
  }, 60_000)

  it('makes the same answers from the same seed, and others from another', () => {
    const judge = judgeOf(readGallery(gallery[1]!).form!)
    expect(makeAnswers(judge, wish(3))).toEqual(makeAnswers(judge, wish(3)))
    expect(makeAnswers(judge, wish(3)).answers).not.toEqual(makeAnswers(judge, wish(4)).answers)
  })

  it('writes what people in Vietnam would write', () => {
    const form = buildForm({ hoTen: text('Họ và tên'), mst: text('Mã số thuế', { 'x-field': 'taxCode', pattern: catalogueFieldPatterns.taxCode }), dienThoai: text('Điện thoại', { 'x-field': 'phone', pattern: catalogueFieldPatterns.phone }), maHieu: text('Số hồ sơ', { pattern: '^(HS|BS)-[0-9]{4}$' }) }, ['hoTen', 'mst', 'dienThoai', 'maHieu'])
    const { answers, refused } = makeAnswers(judgeOf(form), wish(1))
    expect(refused).toEqual([])
    expect(String(answers['hoTen'])).toMatch(/^\p{Lu}\p{L}+ .+/u)
    expect(fieldChecks['taxCode']?.(answers['mst'])).toBe(true)
    expect(answers['maHieu']).toMatch(/^(HS|BS)-\d{4}$/)
  })

  it('gives way to checks, rules that refuse, limits and choices that depend on others', () => {
    const form = buildForm(
      { tu: text('Từ ngày', { format: 'date' }), den: text('Đến ngày', { format: 'date' }), loai: choice('Loại', 'a', 'b', 'c'), so: { type: 'integer', title: 'Số', minimum: 0, maximum: 1000 }, tong: { type: 'integer', title: 'Tổng', minimum: 0, maximum: 9999 } }, ['tu', 'den', 'loai', 'so', 'tong'],
      {
        checks: [
          { id: 'thu-tu', formula: { '<': [{ var: 'tu' }, { var: 'den' }] }, at: '/den', message: 'Sau' },
          { id: 'xa', formula: { '==': [{ days: [{ var: 'tu' }, { var: 'den' }] }, 90] }, at: '/den', message: '90 ngày' },
          { id: 'tong-dung', formula: { '==': [{ var: 'tong' }, { '*': [{ var: 'so' }, 3] }] }, at: '/tong', message: 'Gấp ba' },
        ],
        rules: [rule('khong-a', is('loai', 'a'), { refuse: { message: 'Không' } }), rule('chi-b', { required: ['loai'] }, { limit: { path: '/loai', options: ['a', 'b'] } })],
      })
    for (let seed = 1; seed <= 20; seed++) {
      const { answers, refused } = makeAnswers(judgeOf(form), wish(seed))
      expect({ seed, refused, loai: answers['loai'] }).toEqual({ seed, refused: [], loai: 'b' })
    }
  })

  it('says what refuses when nothing can be accepted', () => {
    const form = buildForm({ so: { type: 'integer', title: 'Số', minimum: 0, maximum: 5 } }, ['so'], { checks: [{ id: 'vo-ly', formula: { '>': [{ var: 'so' }, 9] }, at: '/so', message: 'Không bao giờ' }] })
    expect(makeAnswers(judgeOf(form), wish(1)).refused).toMatchObject([{ code: 'check', source: 'vo-ly' }])
  })

  it('makes up one page and leaves the others as they are', () => {
    const procedure = readGallery(gallery[1]!)
    const judge = judgeOf(procedure.form!)
    const [page] = judge.form.pages
    const only = (path: string): boolean => page!.sections.some((section) => section.paths.some((each) => path === each || path.startsWith(`${each}/`)))
    const from = makeAnswers(judge, wish(5)).answers
    const { answers, refused } = makeAnswers(judge, wish(6, { from, only }))
    expect(refused).toEqual([])
    const others = judge.form.pages.slice(1).flatMap(({ sections }) => sections.flatMap(({ paths }) => paths))
    for (const path of others) expect(readAt(answers, path)).toEqual(readAt(from, path))
  })

  it('attaches files that fit, kept nowhere', () => {
    const procedure = readGallery(gallery[1]!)
    const { files } = makeAnswers(judgeOf(procedure.form!), wish(2))
    expect([...files.values()][0]).toMatchObject({ type: expect.any(String), name: expect.stringMatching(/\.\w+$/) })
  })
})
