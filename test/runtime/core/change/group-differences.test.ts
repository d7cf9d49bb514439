import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { classifyChange } from '#core/change/classify-change.ts'
import { findGroups, groupDifferences } from '#core/change/group-differences.ts'
import { listDifferences } from '#core/change/list-differences.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { sampleProcedure } from '../../../designer/form-editor/sample-procedure.ts'

const before = sampleProcedure()
const groupsOf = (recipe: (draft: Procedure) => void) => {
  const after = create(before, recipe)
  return groupDifferences(listDifferences(before, after), { before, after }, 'vi', classifyChange(before, after))
}

describe('groupDifferences', () => {
  it('puts everything about one question together, the riskiest first', () => {
    const groups = groupsOf((draft) => {
      draft.form!.schema.properties['lyDo']!.description = 'Ghi ngắn gọn'
      draft.form!.schema.properties['lyDo']!.maxLength = 5
      draft.fees![0]!.amount = 5
    })
    expect(groups.map(({ key, class: changeClass }) => [key, changeClass])).toEqual([['/lyDo', 'asksAgain'], ['fee:phi', 'changesFee']])
    expect(groups[0]!.told.map(({ difference, class: changeClass }) => [difference.setting, changeClass])).toEqual([['maxLength', 'asksAgain'], ['description', 'cosmetic']])
    expect(groups[0]!.page).toEqual({ id: before.form!.pages[0]!.id, title: before.form!.pages[0]!.title })
  })

  it('keeps the class of a title apart from the class of a limit', () => {
    const [group] = groupsOf((draft) => { draft.form!.schema.properties['lyDo']!.title = 'Số tiền đề nghị'; draft.form!.schema.properties['lyDo']!.maxLength = 2000 })
    expect(group!.told.map(({ difference, class: changeClass }) => [difference.setting, changeClass])).toEqual([['title', 'changesMeaning'], ['maxLength', 'wider']])
  })

  it('puts decisions under their step, and what people pay before what they read', () => {
    const groups = groupsOf((draft) => {
      draft.info.sequence = 'Nộp rồi chờ'
      draft.workflow!.steps[0]!.actions![0]!.title = 'Nhận hồ sơ'
      draft.fees![0]!.amount = 5
    })
    expect(groups.map(({ key }) => key)).toEqual(['fee:phi', `step:${before.workflow!.steps[0]!.id}`, 'information'])
  })
})

describe('findGroups', () => {
  it('finds by question, by what is said and without accents', () => {
    const groups = groupsOf((draft) => { draft.form!.schema.required = ['loaiHinh']; draft.info.agency = 'Sở Công Thương' })
    expect(findGroups(groups, 'cong thuong').map(({ key }) => key)).toEqual(['information'])
    expect(findGroups(groups, 'bắt buộc').map(({ key }) => key)).toEqual(['/lyDo'])
    expect(findGroups(groups, ' ')).toHaveLength(2)
  })
})
