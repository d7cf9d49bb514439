import { describe, expect, it } from 'vitest'
import { readCodes } from '#core/code-list/read-codes.ts'
import { hasMessage } from '#core/text/translate.ts'

const faults = (text: string, parents?: ReadonlySet<string>) => readCodes(text, parents).issues.map((issue) => `${issue.params!['line'] as number} ${issue.code}`)

describe('readCodes', () => {
  it('reads every column, whatever it is called and in whatever order', () => {
    expect(readCodes('Tên;Mã;Tên tiếng Anh;Mã cha;Từ ngày;validTo\nPhường Ba Đình;00004;Ba Dinh;01;01/07/2025;2030-12-31', new Set(['01']))).toEqual({
      codes: [{ const: '00004', title: 'Phường Ba Đình', parent: '01', validFrom: '2025-07-01', validTo: '2030-12-31', 'x-i18n': { en: { title: 'Ba Dinh' } } }], issues: [],
    })
  })

  it('names the line of every fault', () => {
    expect(faults('const,title,parent,validFrom,validTo\n,A,,,\nb,,,,\nc,C,9,,\nc,C,,,\nd,D,,31/02/2026,\ne,E,,2026-02-01,2026-01-01')).toEqual([
      '2 codeList.constMissing', '3 codeList.titleMissing', '4 codeList.parentUnknown', '5 codeList.constRepeated', '6 codeList.date', '7 codeList.datesCrossed',
    ])
    expect(faults('const,ten\n' + 'x'.repeat(101) + ',A')).toEqual(['2 codeList.tooLong'])
  })

  it('asks for headings and at least one code', () => {
    expect(faults('01,Hà Nội')).toEqual(['1 codeList.headingMissing', '1 codeList.headingMissing'])
    expect(faults('const,title\n\n')).toEqual(['1 codeList.empty'])
    expect(faults('const,title\n' + Array.from({ length: 20001 }, (_each, i) => `${i},A`).join('\n'))).toEqual(['20002 codeList.tooMany'])
  })

  it('reads the communes of a country', () => {
    const rows = Array.from({ length: 3321 }, (_each, i) => `${String(i).padStart(5, '0')},Xã số ${i},,${String(i % 34).padStart(2, '0')}`)
    const { codes, issues } = readCodes(['const,title,titleEn,parent', ...rows].join('\n'), new Set(Array.from({ length: 34 }, (_each, i) => String(i).padStart(2, '0'))))

    expect([codes.length, issues]).toEqual([3321, []])
  })

  it('has a sentence for every fault', () => {
    for (const code of ['headingMissing', 'empty', 'tooMany', 'constMissing', 'titleMissing', 'tooLong', 'date', 'datesCrossed', 'constRepeated', 'parentUnknown', 'parentListUnknown']) expect(hasMessage(`codeList.${code}`)).toBe(true)
  })
})
