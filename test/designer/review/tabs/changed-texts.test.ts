import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { createChance } from '#core/scenario/chance.ts'
import { changedTexts } from '../../../../designer/review/tabs/changed-texts.ts'
import { extension } from '../../../fixtures/build.ts'
import { mutateOften } from '../../../fixtures/mutations.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

const texts = changedTexts(before(), after())
const at = (path: string) => texts.filter((text) => text.path === path)

describe('changedTexts', () => {
  it('has both languages before and after, and says where English was left behind', () => {
    expect(at('/tuoi')).toEqual([expect.objectContaining({ before: expect.objectContaining({ vi: 'Tuổi', en: 'Age' }) as object, after: expect.objectContaining({ vi: 'Tuổi của người đề nghị', en: 'Age' }) as object, english: 'behind' })])
  })
  it('says where English is missing', () => {
    expect(at('/email')[0]).toMatchObject({ english: 'missing' })
    expect(at('/email')[0]!.before).toBeUndefined()
  })
  it('knows a renamed question again', () => {
    expect([...at('/hoTen'), ...at('/ten')]).toEqual([])
  })
  it('tells last what is gone', () => {
    expect(texts.at(-1)!.after).toBeUndefined()
    expect(at('/so/*/soBan')[0]).toMatchObject({ before: { vi: 'Số bản' } })
  })
  it('is not misled by what stands elsewhere now', () => {
    const turned = create(before(), (draft) => { draft.workflow!.steps.reverse(); draft.form!.pages.unshift({ id: 'moi', title: 'Trang mới', sections: [] }) })
    expect(changedTexts(before(), turned).map(({ after: now }) => now?.vi)).toEqual(['Trang mới'])
  })
  it('has nothing for the same document, and each place once whatever changed', () => {
    expect(changedTexts(extension(), extension())).toEqual([])
    for (let seed = 1; seed <= 40; seed++) {
      const keys = changedTexts(extension(), mutateOften(extension(), createChance(seed), 4).document).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
  it('lists every text of a first publication', () => {
    expect(changedTexts(undefined, before()).length).toBeGreaterThan(20)
  })
})
