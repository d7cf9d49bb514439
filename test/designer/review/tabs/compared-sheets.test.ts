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

const compare = (old: Procedure | undefined, now: Procedure) => compareSheets(old, now, toldChanges(old, now, 'vi'), 'vi', tagOf)!
const keys = (pages: readonly SheetPage[] = []): string[] => pages.flatMap(itemsOf).map(({ key }) => key)
const itemAt = (pages: readonly SheetPage[] | undefined, key: string): SheetItem => pages!.flatMap(itemsOf).find((item) => item.key === key)!

/** Without what is inside of something that the other sheet has as a ghost only. */
const facing = (pages: readonly SheetPage[] = [], other: readonly SheetPage[] = []): string[] => {
  const ghosts = other.flatMap(itemsOf).filter(({ kind }) => kind === 'ghost').map(({ key }) => `${key}/`)
  return keys(pages).filter((key) => !ghosts.some((ghost) => key.startsWith(ghost)))
}

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

  it('keeps a place for a page that is gone', () => {
    const gone = create(sampleProcedure(), (draft) => { draft.form!.pages.pop() })
    const page = compare(sampleProcedure(), gone).after.at(-1)!
    expect(page).toMatchObject({ id: 'chi-tiet', isGhost: true })
  })

  it('shows a first publication without anything to compare', () => {
    const first = compare(undefined, after())
    expect(first.before).toBeUndefined()
    expect(first.after.flatMap(itemsOf).every(({ tags, kind }) => tags.length === 0 && kind !== 'ghost')).toBe(true)
  })

  it('has a place for each question on both sheets, once, whatever changed', () => {
    for (const [base, seeds] of [[extension(), 40], [sampleProcedure(), 40]] as const) {
      for (let seed = 1; seed <= seeds; seed++) {
        const { document, kinds } = mutateOften(base, createChance(seed), 4)
        const made = compare(base, document)
        const [left, right] = [facing(made.before, made.after), facing(made.after, made.before)]
        expect(right.toSorted(), `${seed} ${kinds.join()}`).toEqual(left.toSorted())
        expect(new Set(right).size, `${seed} ${kinds.join()}`).toBe(right.length)
      }
    }
  })
})
