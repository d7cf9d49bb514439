import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { applyDifferences } from '#core/change/apply-differences.ts'
import { overallClass } from '#core/change/change-class.ts'
import { classifyChange } from '#core/change/classify-change.ts'
import { consequenceOf } from '#core/change/consequences.ts'
import { describeDifference } from '#core/change/describe-difference.ts'
import { groupDifferences } from '#core/change/group-differences.ts'
import { listContents, listDifferences } from '#core/change/list-differences.ts'
import { documentText } from '#core/procedure/canonical-json.ts'
import { createChance } from '#core/scenario/chance.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { renameQuestion } from '../../../../designer/form-editor/form-renames.ts'
import { sampleProcedure } from '../../../designer/form-editor/sample-procedure.ts'
import { anyEdit } from '../../../fixtures/any-edit.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { changeGrounds, gallery } from '../../../fixtures/change-grounds.ts'
import { mutate, mutateOften, mutationKinds } from '../../../fixtures/mutations.ts'

/** What holds of every two documents. */
const holds = (before: Procedure, after: Procedure, what: string): void => {
  const differences = listDifferences(before, after)
  expect(documentText(applyDifferences(before, differences)), what).toBe(documentText(after))
  expect(documentText(applyDifferences(after, listDifferences(after, before))), `${what}, back`).toBe(documentText(before))
  expect(new Set(differences.map(({ id }) => id)).size, what).toBe(differences.length)
  for (const difference of differences) {
    expect(difference.ops.length, `${what}: ${difference.id}`).toBeGreaterThan(0)
    // What belongs to the whole document has no title of its own.
    const isNamed = difference.at.path !== undefined || difference.at.id !== undefined
    for (const locale of ['vi', 'en'] as const) expect(describeDifference(difference, { before, after }, locale), `${what}: ${difference.id}`).toMatch(isNamed ? /^[^“]*“[\s\S]+”[\s\S]*\.$/ : /^\S[\s\S]*\.$/)
  }
}

const after = (recipe: (draft: Procedure) => void): Procedure => create(sampleProcedure(), recipe)
const idsOf = (recipe: (draft: Procedure) => void): string[] => listDifferences(sampleProcedure(), after(recipe)).map(({ id }) => id)

const withName = (path: string, name: string): Procedure => after((draft) => { draft.migrations = [...(draft.migrations ?? []), { from: path, to: renameQuestion(draft, path, name, {}) }] })

describe('listDifferences', () => {
  it.each(gallery)('finds nothing between a document and itself, and turns it into what an author or a hand in the source makes of it: %s', (file) => {
    expect(listDifferences(readGallery(file), readGallery(file))).toEqual([])
    const before = changeGrounds(file)
    const chance = createChance(gallery.indexOf(file) + 1)
    for (const kind of mutationKinds.filter((_kind, i) => i % 6 === gallery.indexOf(file) % 6)) {
      const changed = mutate(before, chance, kind)
      if (changed) holds(before, changed.document, kind)
    }
    for (let seed = 1; seed <= 3; seed++) {
      holds(before, anyEdit(before, seed, seed), `edit ${seed}`)
      const { document, kinds } = mutateOften(before, chance, seed)
      holds(before, document, kinds.join(', '))
    }
  }, 120_000)

  it.each(gallery.slice(0, 3))('shows the class of a change at one of its differences: %s', (file) => {
    const before = changeGrounds(file)
    for (const kind of mutationKinds.filter((_kind, i) => i % 3 === gallery.indexOf(file))) {
      const changed = mutate(before, createChance(7), kind)
      if (!changed) continue
      const classified = classifyChange(before, changed.document)
      const documents = { before, after: changed.document }
      const [worst] = groupDifferences(listDifferences(before, changed.document), documents, 'vi', classified)
      const besides = worst && worst.told.flatMap(({ difference }) => consequenceOf(difference) ?? [])[0]
      expect(worst?.class ?? 'cosmetic', kind).toBe(besides ?? overallClass(classified))
    }
  }, 120_000)

  it('tells each setting by itself, by a name that stays', () => {
    expect(idsOf((draft) => { draft.form!.schema.properties['lyDo']!.maxLength = 100 })).toEqual(['question:/lyDo:maxLength'])
    expect(idsOf((draft) => { draft.form!.schema.required = ['loaiHinh'] })).toEqual(['question:/lyDo:required'])
    expect(idsOf((draft) => { draft.info.agency = 'Sở' })).toEqual(['information:agency'])
    expect(idsOf((draft) => { draft.fees![0]!.amount = 5 })).toEqual(['fee:phi:amount'])
    expect(idsOf((draft) => { draft.form!.schema.properties['mau']!.items!.properties!['kyHieu']!.title = 'Mã' })).toEqual(['question:/mau/*/kyHieu:title'])
  })

  it('tells a move between pages once, as layout', () => {
    const [moved, ...others] = listDifferences(sampleProcedure(), after((draft) => {
      draft.form!.pages[0]!.sections[1]!.questions = []
      draft.form!.pages[1]!.sections[0]!.questions.push('/dienTich')
    }))
    expect(others).toEqual([])
    expect(moved).toMatchObject({ part: 'page', setting: 'layout', at: { page: sampleProcedure().form!.pages[1]!.id } })
  })

  it('tells a question and its place on a page once', () => {
    const ids = idsOf((draft) => {
      draft.form!.schema.properties['ghiChu'] = { type: 'string', title: 'Ghi chú', maxLength: 100 }
      draft.form!.pages[0]!.sections[0]!.questions.push('/ghiChu')
    })
    expect(ids).toEqual(['question:/ghiChu'])
  })

  it('tells a rename once, with everything that reads the question', () => {
    const renamed = withName('/loaiHinh', 'hinhThuc')
    expect(listDifferences(sampleProcedure(), renamed).map(({ id, kind }) => [id, kind])).toEqual([['question:/hinhThuc:renamed', 'renamed']])
  })

  it('lets a new question take the name of one that moved away', () => {
    const before = sampleProcedure()
    const taken = create(withName('/lyDo', 'nguyenNhan'), (draft) => { draft.form!.schema.properties['lyDo'] = { type: 'string', title: 'Lý do khác', maxLength: 20 }; draft.form!.pages[0]!.sections[0]!.questions.push('/lyDo') })
    holds(before, taken, 'taken name')
    expect(listDifferences(before, taken).map(({ id }) => id)).toEqual(expect.arrayContaining(['question:/nguyenNhan:renamed', 'question:/lyDo']))
  })

  it('lists all that a first publication brings', () => {
    const contents = listContents(sampleProcedure())
    expect(contents.every(({ kind }) => kind === 'added' || kind === 'changed')).toBe(true)
    expect(contents.map(({ id }) => id)).toEqual(expect.arrayContaining(['question:/mau', 'fee:phi']))
  })
})
