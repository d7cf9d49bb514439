// Answers that go to another revision and back: what had no place on the way is there again, and nothing else has changed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyAnswers } from '#core/answers/tidy-answers.ts'
import { carryOver, migrationsBetween, type Carried, type Passage } from '#core/change/carry-over.ts'
import { compiledOnce } from '#core/change/classify-change.ts'
import type { Migration } from '#core/change/classify-places.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import { createChance } from '#core/scenario/chance.ts'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { buildProcedure } from '../../../fixtures/build.ts'
import { changeGrounds, gallery } from '../../../fixtures/change-grounds.ts'
import { buildForm, text } from '../../../fixtures/core-builders.ts'
import { mutate, mutateOften } from '../../../fixtures/mutations.ts'


const procedure = (properties: Record<string, Question>, migrations: Migration[] = []): Procedure => ({ ...buildProcedure(), form: buildForm(properties), migrations })
const table = (properties: Record<string, Question>): Question => ({ type: 'array', title: 'Bảng', items: { type: 'object', properties } })

/** One revision after the other; `edit` is what the applicant does in between. */
const travel = (revisions: Procedure[], answers: Answers, edit: (answers: Answers, at: number) => Answers = (same) => same): Carried => {
  const passage = (from: number, to: number): Passage => {
    const [before, after] = [revisions[from]!, revisions[to]!]
    const forms = { from: compiledOnce(before.form!), to: compiledOnce(after.form!) }
    return { ...forms, migrations: migrationsBetween(before, after, forms.to) }
  }
  return revisions.slice(1).reduce<Carried>(
    (carried, _each, i) => carryOver({ ...carried, answers: edit(carried.answers, i) }, String(i), (from) => passage(Number(from), i + 1)), { answers, aside: [] })
}

const long = procedure({ ten: text('Tên'), fax: text('Fax') })
const short = procedure({ ten: text('Tên') })

describe('carryOver', () => {
  it('keeps aside what has no place, and puts it back where a later revision asks for it again', () => {
    expect(travel([long, short], { ten: 'An', fax: '1' })).toEqual({ answers: { ten: 'An' }, aside: [{ revision: '0', pointer: '/fax', value: '1' }] })
    expect(travel([long, short, long], { ten: 'An', fax: '1' })).toEqual({ answers: { ten: 'An', fax: '1' }, aside: [] })
  })
  it('follows it to the name under which it comes back, over a revision that never knew it', () => {
    const later = procedure({ ten: text('Tên'), soFax: text('Số fax') }, [{ from: '/fax', to: '/soFax' }])
    expect(travel([long, short, later], { ten: 'An', fax: '1' })).toEqual({ answers: { ten: 'An', soFax: '1' }, aside: [] })
  })
  it('goes the way of a migration back when an earlier revision is published again', () => {
    const renamed = procedure({ hoTen: text('Tên'), fax: text('Fax') }, [{ from: '/ten', to: '/hoTen' }])
    expect(travel([long, renamed, long], { ten: 'An', fax: '1' }, (answers) => ('hoTen' in answers ? { ...answers, hoTen: 'Bình' } : answers))).toEqual({ answers: { ten: 'Bình', fax: '1' }, aside: [] })
  })
  it('leaves alone what was answered since', () => {
    const [since, later] = [procedure({ ten: text('Tên'), soFax: text('Số fax') }), procedure({ ten: text('Tên'), soFax: text('Số fax') }, [{ from: '/fax', to: '/soFax' }])]
    expect(travel([long, since, later], { fax: '1' }, (answers, at) => (at === 1 ? { soFax: '9' } : answers))).toEqual({ answers: { soFax: '9' }, aside: [{ revision: '0', pointer: '/fax', value: '1' }] })
  })
  it('takes turns where one name is for two questions', () => {
    const other = procedure({ fax: table({ so: text('Số') }) })
    const back = travel([long, other, long, other], { ten: 'An', fax: '1' }, (answers, at) => (at === 1 ? { fax: [{ so: '2' }] } : answers))
    expect(back.answers).toEqual({ fax: [{ so: '2' }] })
    expect(back.aside.map(({ pointer, value }) => [pointer, value])).toEqual([['/ten', 'An'], ['/fax', '1']])
  })
  it('puts an answer back into its row only while there are as many rows as there were', () => {
    const [two, one] = [procedure({ mau: table({ a: text('A'), b: text('B') }) }), procedure({ mau: table({ a: text('A') }) })]
    const rows = { mau: [{ a: '1' }, { a: '2', b: 'hai' }] }
    expect(travel([two, one, two], rows)).toEqual({ answers: rows, aside: [] })
    const fewer = travel([two, one, two], rows, (answers, at) => (at === 1 ? { mau: [{ a: '2' }] } : answers))
    expect(fewer).toEqual({ answers: { mau: [{ a: '2' }] }, aside: [{ revision: '0', pointer: '/mau/1/b', value: 'hai', rows: 2 }] })
  })
  it('keeps what was answered where it is worked out from now on, and puts it back where it is asked for again', () => {
    const computed = procedure({ ten: text('Tên'), fax: { ...text('Fax'), readOnly: true, 'x-compute': '0' } })
    expect(travel([long, computed], { ten: 'An', fax: '1' })).toEqual({ answers: { ten: 'An' }, aside: [{ revision: '0', pointer: '/fax', value: '1' }] })
    expect(travel([long, computed, long], { ten: 'An', fax: '1' })).toEqual({ answers: { ten: 'An', fax: '1' }, aside: [] })
  })
  it('keeps no answer that nobody gave: what is worked out is worked out again', () => {
    const worked = procedure({ ten: text('Tên'), tong: { type: 'number', title: 'Tổng', readOnly: true, 'x-compute': 1 } })
    expect(travel([worked, short], { ten: 'An', tong: 1 }).aside).toEqual([])
    const inGroup = procedure({ ten: text('Tên'), nhom: { type: 'object', title: 'Nhóm', properties: { tong: worked.form!.schema.properties['tong']! } } })
    expect(travel([inGroup, short], { ten: 'An', nhom: { tong: 1 } }).aside).toEqual([])
  })
  it.each(gallery)('gives back every answer of %s when the earlier revision is in force again', (file) => {
    const before = changeGrounds(file)
    const form = compiledOnce(before.form!)
    const chance = createChance(file.length)
    const renamed = (document: Procedure): Procedure => mutate(document, chance, chance.pick(['renamed', 'moved into a group', 'question removed']))?.document ?? document
    for (const { full } of fc.sample(answersWithHidden(form), { numRuns: 8, seed: 11 })) {
      const { document } = mutateOften(renamed(renamed(before)), chance, 2)
      const original = tidyAnswers(full)
      const { answers, aside } = travel([before, document, before], original)
      const answered = aside.filter(({ pointer }) => form.questions.get(pointer)?.question['x-compute'] === undefined)
      expect(answered).toEqual([])
      const computed = [...form.questions.values()].filter(({ question }) => question['x-compute'] !== undefined)
      if (computed.length === 0) expect(canonicalJson(answers)).toBe(canonicalJson(original))
    }
  })
})
