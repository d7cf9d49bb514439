import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { createChance } from '#core/scenario/chance.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { tagOf } from '../../../../designer/review/tabs/change-tag.ts'
import { compareSheets } from '../../../../designer/review/tabs/compared-sheets.ts'
import { itemsOf, type SheetItem, type SheetPage } from '../../../../designer/review/tabs/sheet.ts'
import { toldChanges } from '../../../../designer/review/told-changes.ts'
import { extension } from '../../../fixtures/build.ts'
import { mutateOften } from '../../../fixtures/mutations.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'
import { sampleProcedure } from '../../form-editor/sample-procedure.ts'

const compare = (old: Procedure | undefined, now: Procedure) => compareSheets(old, now, toldChanges(old, now, 'vi'), 'vi', tagOf)
const keys = (pages: readonly SheetPage[] = []): string[] => pages.flatMap(itemsOf).map(({ key }) => key)
const itemAt = (pages: readonly SheetPage[] | undefined, key: string): SheetItem => pages!.flatMap(itemsOf).find((item) => item.key === key)!

describe('compareSheets', () => {
  const sheets = compare(before(), after())

  it('leaves a ghost of what is gone where it stood, and of what is new where it will stand', () => {
    expect(keys(sheets.after)).toEqual(['/hoTen', '/email', '/tuoi', '/khan', '/lyDo', '/so', '/so/*/ten', '-/so/*/soBan', '-/gapDoi'])
    expect(keys(sheets.before)).toEqual(['/hoTen', '/email', '/tuoi', '/khan', '/lyDo', '/so', '/so/*/ten', '-/so/*/soBan', '-/gapDoi'])
    expect(itemAt(sheets.after, '-/gapDoi')).toMatchObject({ kind: 'ghost', title: 'Gấp đôi tuổi' })
    expect(itemAt(sheets.before, '-/gapDoi').kind).toBe('question')
    expect(itemAt(sheets.before, '/email').kind).toBe('ghost')
  })

  it('knows a renamed question by its name now, and draws it under the name that it had', () => {
    expect([itemAt(sheets.before, '/hoTen').path, itemAt(sheets.after, '/hoTen').path]).toEqual(['/ten', '/hoTen'])
  })

  it('tags a question on both sides with what happened and what that does', () => {
    for (const side of [sheets.before, sheets.after]) {
      expect(itemAt(side, '/lyDo').tags.map(({ text, tone }) => [text, tone])).toContainEqual(['Sửa · Phải hỏi lại', 'warn'])
      expect(itemAt(side, '-/so/*/soBan').tags.map(({ text }) => text)).toEqual(['Bỏ · Mất câu trả lời'])
      expect(itemAt(side, '/khan').tags).toEqual([])
    }
  })

  it('shows a changed rule at the questions that it decides about', () => {
    expect(sheets.keyOf('rule:khan-thi-noi:when')).toBe('/lyDo')
    expect(sheets.keyOf('fee:le-phi:amount')).toBeUndefined()
  })

  it('says when a question is asked', () => {
    expect(itemAt(sheets.before, '/lyDo').conditions.join()).toContain('Cần gấp')
    expect(itemAt(sheets.after, '/lyDo').conditions.join()).toContain('80')
  })

  it('counts only pages on which something differs', () => {
    const one = create(sampleProcedure(), (draft) => { draft.form!.schema.properties['lyDo']!.maxLength = 5 })
    expect([...compare(sampleProcedure(), one).changed]).toEqual(['chung'])
    expect(compare(sampleProcedure(), sampleProcedure()).changed.size).toBe(0)
  })

  it('has what came and what went in one place in one order on both sheets', () => {
    const { lyDo: _gone, ...kept } = before().form!.schema.properties
    const turned = create(before(), (draft) => {
      draft.form!.schema.properties = { ...kept, viSao: { type: 'string', title: 'Vì sao', maxLength: 20, 'x-field': 'text' } }
      draft.form!.pages[0]!.sections.forEach((section) => { section.questions = section.questions.map((path) => (path === '/lyDo' ? '/viSao' : path)) })
    })
    const made = compare(before(), turned)
    expect(keys(made.after)).toEqual(keys(made.before))
    expect(keys(made.after)).toEqual(expect.arrayContaining(['/viSao', '-/lyDo']))
  })

  it('keeps a place for a page that is gone', () => {
    const gone = create(sampleProcedure(), (draft) => { draft.form!.pages.pop() })
    const page = compare(sampleProcedure(), gone).after!.at(-1)!
    expect(page).toMatchObject({ id: 'chi-tiet', isGhost: true })
  })

  it('keeps a place for each question inside of a group or table that is gone', () => {
    const gone = create(before(), (draft) => { delete draft.form!.schema.properties['so']; draft.form!.pages[0]!.sections.forEach((section) => { section.questions = section.questions.filter((path) => path !== '/so') }) })
    const made = compare(before(), gone)
    expect(['-/so', '-/so/*/ten', '-/so/*/soBan'].map((key) => [itemAt(made.before, key).kind, itemAt(made.after, key).kind])).toEqual([['holder', 'ghost'], ['question', 'ghost'], ['question', 'ghost']])
  })

  it('draws the form of one revision alone where that of the other cannot be drawn, and says which', () => {
    const broken = create(before(), (draft) => { draft.form!.pages[0]!.sections = undefined as never })
    const told = toldChanges(before(), after(), 'vi')
    for (const [made, side, other] of [[compareSheets(broken, after(), told, 'vi', tagOf), 'before', 'after'], [compareSheets(before(), broken, told, 'vi', tagOf), 'after', 'before']] as const) {
      expect(made.undrawn).toEqual([side])
      expect(made[side]).toBeUndefined()
      expect(made[other]!.flatMap(itemsOf).length).toBeGreaterThan(5)
    }
  })

  it('shows a first publication without anything to compare', () => {
    const first = compare(undefined, after())
    expect(first.before).toBeUndefined()
    expect(first.after!.flatMap(itemsOf).every(({ tags, kind }) => tags.length === 0 && kind !== 'ghost')).toBe(true)
  })

  it('has a place for each question on both sheets, once, whatever changed', () => {
    for (const [base, seeds] of [[extension(), 40], [sampleProcedure(), 40]] as const) {
      for (let seed = 1; seed <= seeds; seed++) {
        const { document, kinds } = mutateOften(base, createChance(seed), 4)
        const made = compare(base, document)
        const [left, right] = [keys(made.before), keys(made.after)]
        expect(right.toSorted(), `${seed} ${kinds.join()}`).toEqual(left.toSorted())
        expect(new Set(right).size, `${seed} ${kinds.join()}`).toBe(right.length)
      }
    }
  })
})
