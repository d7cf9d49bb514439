import { describe, expect, it } from 'vitest'
import { readCodes } from '#core/code-list/read-codes.ts'
import { readListFile } from '../../../designer/code-lists/read-list-file.ts'
import { writeCsv } from '../../../designer/code-lists/write-csv.ts'

describe('readListFile', () => {
  it('takes a table, a list of codes, or a list with what it says about itself', () => {
    expect(readListFile('xa.csv', 'const,title\n1,A')).toEqual({ table: 'const,title\n1,A' })
    expect(readListFile('xa.json', '[{"const":"1","title":"A"}]')).toEqual({ items: [{ const: '1', title: 'A' }] })
    expect(readListFile('xa.json', '{"id":"xa","title":"Xã","x-i18n":{"en":{"title":"Communes"}},"source":"QĐ 19","validFrom":"2025-07-01","items":[]}')).toEqual({ title: 'Xã', titleEn: 'Communes', source: 'QĐ 19', validFrom: '2025-07-01', items: [] })
  })

  it('refuses what is neither', () => {
    expect([readListFile('xa.json', '{"a":1}'), readListFile('xa.json', '{'), readListFile('xa.csv', ' ')]).toEqual([undefined, undefined, undefined])
  })
})

describe('writeCsv', () => {
  it('writes what an import reads back', () => {
    const codes = [{ const: '01', title: 'Hà Nội, "thủ đô"', parent: 'vn', validFrom: '2025-07-01', 'x-i18n': { en: { title: 'Hanoi' } } }, { const: '02', title: 'B' }]
    expect(readCodes(writeCsv(codes), new Set(['vn'])).codes).toEqual(codes)
  })
})
