import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { groupDifferences } from '#core/change/group-differences.ts'
import { listDifferences } from '#core/change/list-differences.ts'
import { releaseNote } from '#core/change/release-note.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const before = buildProcedure()
const after = create(before, (draft) => {
  draft.form!.schema.properties['ten']!.maxLength = 60
  delete draft.form!.schema.properties['tuoi']
})
const changes = groupDifferences(listDifferences(before, after), { before, after }, 'vi')
const released = { info: after.info, number: 3, since: '2026-05-02T17:00:00.000Z', legalBasis: 'Thông tư 1/2026', comment: 'Tên ngắn hơn.\nBỏ tuổi.', changes }

describe('the release note', () => {
  it('says which release from when and on what basis, why, and each change in its sentence', () => {
    const [head, why, ...rest] = releaseNote(released, 'vi').split('\n\n')
    expect(head).toBe(`${after.info.name}\nLần ban hành 3, có hiệu lực từ 00:00, 03/05/2026\nCăn cứ: Thông tư 1/2026`)
    expect(why).toBe('Tên ngắn hơn.\nBỏ tuổi.')
    const sentences = changes.flatMap(({ told }) => told.map(({ sentence }) => sentence))
    expect(sentences.length).toBeGreaterThan(1)
    expect(rest).toEqual([`Những điểm thay đổi:\n${sentences.map((sentence) => `- ${sentence}`).join('\n')}`])
  })

  it('leaves out what nobody has said', () => {
    expect(releaseNote({ info: after.info, number: 1 }, 'vi')).toBe(`${after.info.name}\nLần ban hành 1\n\nThủ tục được ban hành lần đầu.`)
    expect(releaseNote({ info: after.info, number: 2, changes: [] }, 'vi')).toContain('Nội dung giống bản đang áp dụng.')
  })

  it('speaks English too', () => {
    expect(releaseNote({ ...released, changes: groupDifferences(listDifferences(before, after), { before, after }, 'en') }, 'en')).toMatch(/Release 3, in force from .*\nLegal basis: Thông tư 1\/2026\n\n.*\n.*\n\nWhat changes:\n- /)
  })
})
