// Answers that prove a class: an independent validator agrees that they were accepted and no longer are.
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import { describe, expect, it } from 'vitest'
import type { Classified } from '#core/change/change-class.ts'
import { classifyChange, compiledOnce } from '#core/change/classify-change.ts'
import { findWitness, witnessEach } from '#core/change/witness.ts'
import { readAt } from '#core/issues/json-pointer.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { createChance } from '#core/scenario/chance.ts'
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { changeGrounds } from '../../../fixtures/change-grounds.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'
import { mutate } from '../../../fixtures/mutations.ts'

const day = { on: '2026-11-21', calendar: calendar2026, seed: 1 }
const withForm = (form: Form, more: Partial<Procedure> = {}): Procedure => ({ ...emptyProcedure('Thủ tục', '1.000001'), form, ...more })
const witnessOf = (before: Form, after: Form, more: Partial<Procedure> = {}): Classified[] => {
  const [old, now] = [withForm(before), withForm(after, more)]
  return [...witnessEach(old, now, classifyChange(old, now), day)]
}

const accepts = async (procedure: Procedure, answers: unknown): Promise<boolean> => {
  const address = 'https://motcua.test/witness'
  registerSchema(structuredClone(compiledOnce(procedure.form!).schema) as never, address)
  const { valid } = await validate(address, answers as never)
  unregisterSchema(address)
  return valid
}

describe('findWitness', () => {
  const kinds = ['required on', 'shorter text', 'higher minimum', 'pattern', 'fewer rows', 'more rows wanted', 'option removed', 'another type', 'demanded question added', 'shown only sometimes', 'refused sometimes', 'options limited', 'renamed', 'question removed']
  it.each(['02-gia-han-phe-duyet-mau.json', '15-dang-ky-khai-sinh.json', '20-doi-giay-phep-lai-xe.json'])('finds answers for nearly every change of %s, and an independent validator agrees', async (file) => {
    const procedure = changeGrounds(file)
    const counted = { found: 0, sought: 0 }
    for (const [i, kind] of kinds.entries()) {
      const mutation = mutate(procedure, createChance(i * 7919), kind)
      const classified = mutation && classifyChange(procedure, mutation.document).find((each) => each.class === 'asksAgain' || each.class === 'losesData')
      if (!classified) continue
      const witness = findWitness(procedure, mutation.document, classified, { ...day, on: procedure.scenarios?.[0]?.on ?? day.on })
      counted.sought++
      if (!witness) continue
      counted.found++
      expect({ kind, accepted: await accepts(procedure, witness.answers) }).toEqual({ kind, accepted: true })
      expect({ kind, accepted: await accepts(mutation.document, witness.answers) }).toEqual({ kind, accepted: false })
    }
    expect(counted.found / counted.sought).toBeGreaterThan(0.8)
  }, 60_000)

  it('says so where no answers prove it', () => {
    // A text of digits only that is at most three long cannot be longer than nine: the rules do not see it.
    const [found] = witnessOf(buildForm({ so: text('Số', { pattern: '^[0-9]{3}$' }) }), buildForm({ so: text('Số', { pattern: '^[0-9]{3}$', maxLength: 9 }) }))
    expect(found).toEqual({ path: '/so', class: 'asksAgain', keyword: 'maxLength', isUnproved: true })
  })
  it('seeks none for what widens or only mends words', () => {
    expect(witnessOf(buildForm({ ten: text('Ten') }), buildForm({ ten: text('Tên', { maxLength: 300 }) })).every((each) => !each.witness && !each.isUnproved)).toBe(true)
  })
  it('proves a comparison between answers, which no schema says', () => {
    const questions = { tu: { type: 'integer' as const, title: 'Từ', minimum: 0, maximum: 99 }, den: { type: 'integer' as const, title: 'Đến', minimum: 0, maximum: 99 } }
    const check = { id: 'tu-den', formula: { '<=': [{ var: 'tu' }, { var: 'den' }] }, at: '/den', message: 'Đến phải sau từ' }
    const [found] = witnessOf(buildForm(questions, ['tu', 'den']), buildForm(questions, ['tu', 'den'], { checks: [check] }))
    expect(found?.witness?.issues).toMatchObject([{ source: 'tu-den', pointer: '/den' }])
    expect(readAt(found?.witness?.answers, '/tu')).toBeGreaterThan(readAt(found?.witness?.answers, '/den') as number)
  })
  it('looks at answers that moved along; of a new name alone, at who sends the old one', () => {
    const after = buildForm({ hoTen: text('Tên', { maxLength: 5 }) }, ['hoTen'])
    const found = witnessOf(buildForm({ ten: text('Tên', { maxLength: 20 }) }, ['ten']), after, { migrations: [{ from: '/ten', to: '/hoTen' }] })
    expect(found.map(({ keyword, witness }) => [keyword, witness?.issues[0]?.code, witness?.issues[0]?.pointer])).toEqual([['migrations', expect.any(String), expect.any(String)], ['maxLength', 'maxLength', '/hoTen']])
  })
  it('finds whom a move into another group asks for more, and nobody where it does not', () => {
    const nhom = (properties: Record<string, Question>, required: string[] = []): Question => ({ type: 'object', title: 'Nhóm', properties, required })
    const move = { migrations: [{ from: '/ten', to: '/nhom/ten' }] }
    const [asks] = witnessOf(buildForm({ ten: text('Tên'), nhom: nhom({ so: text('Số') }, ['so']) }, ['ten']), buildForm({ nhom: nhom({ ten: text('Tên'), so: text('Số') }, ['so']) }), move)
    expect(asks?.witness?.issues).toMatchObject([{ pointer: '/nhom/so', code: 'required' }])
    const [none] = witnessOf(buildForm({ ten: text('Tên'), nhom: nhom({ so: text('Số') }) }), buildForm({ nhom: nhom({ ten: text('Tên'), so: text('Số') }) }), move)
    expect(none).toMatchObject({ class: 'asksAgain', isUnproved: true })
  })
  it('shows a rule that refuses by answers that nothing else refuses', () => {
    const questions = { loai: choice('Loại', 'moi', 'lai'), lyDo: text('Lý do') }
    const [found] = witnessOf(buildForm(questions, ['loai']), buildForm(questions, ['loai'], { rules: [rule('khong-nhan-lai', is('loai', 'lai'), { refuse: { message: 'Không nhận' } })] }))
    expect(found?.witness?.issues.map(({ source }) => source)).toEqual(['khong-nhan-lai'])
    expect(found?.witness?.answers['loai']).toBe('lai')
  })
  it('gives the same answers each time', () => {
    const [before, after] = [buildForm({ ten: text('Tên') }), buildForm({ ten: text('Tên', { maxLength: 3 }) })]
    expect(witnessOf(before, after)).toEqual(witnessOf(before, after))
  })
})
