import { describe, expect, it } from 'vitest'
import { readTable } from '#core/code-list/read-table.ts'

const cells = (text: string) => readTable(text).map((row) => row.cells)

describe('readTable', () => {
  it('finds out what stands between the cells', () => {
    expect(cells('a,b\n1,2')).toEqual([['a', 'b'], ['1', '2']])
    expect(cells('a;b,c\n1;2,3')).toEqual([['a', 'b,c'], ['1', '2,3']].map((row) => row))
    expect(cells('a\tb, c; d')).toEqual([['a', 'b, c; d']])
  })

  it('reads quotes as spreadsheets write them, and names lines as editors do', () => {
    expect(readTable('ten,ghi\r\n"Phường ""A"", B","hai\r\ndòng"\r\n\r\nc,d')).toEqual([
      { line: 1, cells: ['ten', 'ghi'] }, { line: 2, cells: ['Phường "A", B', 'hai\ndòng'] }, { line: 5, cells: ['c', 'd'] },
    ])
  })

  it('passes over the mark that Excel begins a file with, and composes letters', () => {
    expect(cells('\ufeffma,te\u0302n')).toEqual([['ma', 'tên']])
  })
})
