import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { mostLines, readerNews } from '#core/change/reader-news.ts'
import { buildProcedure } from '../../../fixtures/build.ts'
import { renamed } from '../../../fixtures/renamed.ts'

const before = buildProcedure()
const withMore = (count: number) => create(before, (draft) => {
  for (let i = 0; i < count; i++) draft.form!.schema.properties[`them${i}`] = { type: 'string', title: `Thêm ${i}`, maxLength: 100 }
})

describe('readerNews', () => {
  it('is nothing where nothing changes for the data', () => {
    expect(readerNews(before, create(before, (draft) => { draft.form!.schema.properties['ten']!.title = 'Tên' }), 'vi')).toEqual({ lines: [], more: 0 })
  })
  it('is a line for each change, with its path, in the language of the reader', () => {
    expect(readerNews(before, withMore(1), 'vi').lines).toEqual([expect.stringMatching(/^\/them0: .*Thêm 0/)])
    expect(readerNews(before, withMore(1), 'en').lines).toEqual([expect.stringMatching(/^\/them0: The question/)])
  })
  it('names the path that an answer had', () => {
    expect(readerNews(before, renamed(before, '/ten', 'hoTen'), 'vi').lines).toContainEqual(expect.stringMatching(/^\/ten → \/hoTen: /))
  })
  it('ends where nobody reads on, and says how many more there are', () => {
    const news = readerNews(before, withMore(37), 'vi')
    expect([news.lines.length, news.more]).toEqual([mostLines, 37 - mostLines])
  })
})
