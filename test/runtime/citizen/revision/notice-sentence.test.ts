import { afterEach, describe, expect, it } from 'vitest'
import { noticeSentence, shortDay } from '#runtime/citizen/revision/notice-sentence.ts'
import { setLocale } from '#runtime/ui/locale.ts'
import type { RevisionNotice } from '#schemas/generated/types.ts'
import { revisionNotice } from '../../../fixtures/revision-notice.ts'

afterEach(() => setLocale('vi'))

describe('the day of a change', () => {
  it('is called without its year while the year lasts', () => {
    expect([shortDay('2026-05-03', 'vi', '2026-11-21'), shortDay('2026-05-03', 'en', '2026-11-21')]).toEqual(['3/5', '3 May'])
    expect([shortDay('2026-12-31', 'vi', '2026-12-31'), shortDay('2026-10-20', 'en', '2026-12-31')]).toEqual(['31/12', '20 October'])
    expect([shortDay('2025-05-03', 'vi', '2026-01-01'), shortDay('2025-05-03', 'en', '2026-01-01')]).toEqual(['03/05/2025', '3 May 2025'])
  })
})

describe('what is said of a change', () => {
  it.each([
    ['two questions', {}, undefined, '2 câu hỏi cần bạn trả lời lại.'],
    ['the questions that still wait', {}, 1, '1 câu hỏi cần bạn trả lời lại.'],
    ['that nothing waits any more', {}, 0, 'Bạn đã trả lời lại đủ các câu hỏi.'],
    ['that everything fits', { questions: [], aside: [] }, undefined, 'Những gì bạn đã khai vẫn dùng được.'],
    ['until when the old form is taken', { kind: 'finish', until: '2020-06-10' }, undefined, 'Bạn vẫn nộp được theo mẫu đang khai đến hết ngày 10/06/2020.'],
    ['that the old form is taken', { kind: 'finish' }, undefined, 'Bạn vẫn nộp được theo mẫu đang khai.'],
  ] as [string, Partial<RevisionNotice>, number | undefined, string][])('says the day and %s', (_what, more, open, expected) => {
    expect(noticeSentence(revisionNotice(more), open)).toBe(`Mẫu đơn này đã thay đổi ngày 03/05/2020. ${expected}`)
  })

  it('does not promise that everything fits where something lost its place', () => {
    expect(noticeSentence(revisionNotice({ questions: [] }))).toBe('Mẫu đơn này đã thay đổi ngày 03/05/2020.')
  })

  it('speaks of a withdrawn procedure, not of a changed form', () => {
    expect(noticeSentence(revisionNotice({ kind: 'withdrawn' }))).toBe('Thủ tục này tạm ngừng nhận hồ sơ từ ngày 03/05/2020.')
  })

  it('counts in English as English does', async () => {
    await setLocale('en')
    expect(noticeSentence(revisionNotice())).toBe('This form changed on 3 May 2020. 2 questions need your answer again.')
    expect(noticeSentence(revisionNotice(), 1)).toContain('1 question needs your answer again.')
  })
})
