// Proves what is found on paper forms, and that hostile files are refused with the limit and the place, before they cost
// anything.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { lintForm } from '#core/form/lint-form.ts'
import { formOfProposals, listsOf } from '#core/import/word/proposals-to-form.ts'
import { readWord } from '#core/import/word/read-word.ts'
import { wordLimits } from '#core/import/word/word-limits.ts'
import { birthForm, bold, cell, documentXml, p, table, wordFile } from '../../../../fixtures/word-file.ts'

const proposalsOf = (file: Uint8Array) => {
  const read = readWord(file)
  if ('refused' in read) throw new Error(JSON.stringify(read.refused))
  return read.proposals
}
const short = (file: Uint8Array): string[] => proposalsOf(file).map(({ title, type, options, columns, required }) => [title, type, ...(options ? [options.join('/')] : []), ...(columns ? [columns.map((each) => each.type).join('/')] : []), ...(required ? [] : ['optional'])].join(' | '))

describe('a paper form', () => {
  test('gives its questions with their kinds, headings and remarks', () => {
    expect(short(birthForm)).toEqual([
      'Họ, chữ đệm, tên người yêu cầu | text', 'Nơi cư trú | address', 'Giấy tờ tùy thân | text', 'Số CCCD | personId', 'Ngày cấp | date', 'Nơi cấp | text', 'Điện thoại | phone | optional', 'E-mail | email',
      'Họ và tên | text', 'Ngày, tháng, năm sinh | date', 'Giới tính | choice | Nam/Nữ', 'Dân tộc | text', 'Quốc tịch | country', 'Hình thức nhận kết quả | choice | Trực tiếp tại bộ phận một cửa/Qua bưu chính/Trực tuyến', 'Có đề nghị cấp bản sao | yesNo',
      'Quan hệ với người được khai sinh | choice | Cha/Mẹ/Ông bà', 'Lý do đề nghị | longText', 'Danh sách người làm chứng | table | text/date/personId', 'Số lượng bản sao | integer', 'Địa chỉ nhận | address',
      'Bản chính giấy chứng sinh | file', 'Văn bản ủy quyền | file | optional', 'Tôi cam đoan những nội dung khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật | consent',
    ])
    const found = proposalsOf(birthForm)
    expect([...new Set(found.map((each) => each.section))]).toEqual(['Người yêu cầu', 'Người được khai sinh', 'Danh sách người làm chứng'])
    expect(found.find((each) => each.title === 'Ngày, tháng, năm sinh')!.description).toBe('Ghi theo giấy chứng sinh của cơ sở y tế.')
    expect(found.find((each) => each.title === 'Nơi cư trú')!.description).toBe('Ghi theo nơi đăng ký thường trú')
    expect(found[3]!.snippet).toBe('Số CCCD: ……Ngày cấp: …/…/… Nơi cấp: ……')
  })

  test('becomes a form that only lacks its code lists', () => {
    const form = formOfProposals(proposalsOf(birthForm))
    expect(form.pages.map((page) => page.title)).toEqual(['Người yêu cầu', 'Người được khai sinh', 'Danh sách người làm chứng'])
    expect(listsOf(form)).toEqual(['provinces', 'countries'])
    const list = { type: 'string' as const, oneOf: [{ const: 'x', title: 'X' }] }
    expect(lintForm({ ...form, schema: { ...form.schema, $defs: { provinces: list, countries: list } } }).filter((issue) => issue.level === undefined)).toEqual([])
  })

  test.each([
    ['headings in two rows', table([cell('TT'), cell('Họ tên', '<w:vMerge w:val="restart"/>'), cell('Ngày sinh', '<w:gridSpan w:val="2"/>')], [cell(''), cell('', '<w:vMerge/>'), cell('Nam'), cell('Nữ')], ['1', '', '', '']), ['Họ tên, Ngày sinh – Nam, Ngày sinh – Nữ | table | text/date/date']],
    ['a box on every line', p('☐ Cấp mới') + p('☐ Cấp lại') + p('☐ Gia hạn'), ['Cấp mới | yesNo | optional', 'Cấp lại | yesNo | optional', 'Gia hạn | yesNo | optional']],
    ['boxes after their words', p('Loại hình: Công ty □ Hợp tác xã □ Khác □'), ['Loại hình | choice | Công ty/Hợp tác xã/Khác']],
    ['several at once', p('Mục đích (có thể chọn nhiều): ☐ Học tập ☐ Lao động'), ['Mục đích | choices | Học tập/Lao động']],
    ['labels without dots', p('Tên tổ chức:') + p('Mã số thuế:') + p('Kính gửi:'), ['Tên tổ chức | text', 'Mã số thuế | taxCode']],
    ['deleted text', `<w:p><w:del><w:r><w:delText>Cũ: ......</w:delText></w:r></w:del></w:p>${p('Mới: ......')}`, ['Mới | text']],
    ['fields of old Word', '<w:p><w:r><w:t>Tên: </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r></w:p>', ['Tên | text']],
    ['signs of their own', p('Ghi &lt; 5 &#x1EA1; : ......').replaceAll('&amp;', '&'), ['Ghi < 5 ạ | text']],
  ])('is read with %s', (_what, body, expected) => expect(short(wordFile(body))).toEqual(expected))

  test('with nothing to fill in is refused', () => {
    expect(readWord(wordFile(bold('Thông báo') + p('Không có gì để điền.')))).toMatchObject({ refused: { code: 'import.word.nothing' } })
  })
})

describe('a hostile file', () => {
  const refusal = (file: Uint8Array) => {
    const before = process.memoryUsage().rss
    const read = readWord(file)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
    return 'refused' in read ? `${read.refused.pointer} ${read.refused.code} ${String(read.refused.params?.['limit'] ?? '')}`.trim() : read
  }
  const patch = (file: Uint8Array, change: (view: DataView, central: number) => void): Uint8Array => {
    const copy = file.slice()
    const view = new DataView(copy.buffer)
    let at = copy.length - 22
    while (view.getUint32(at, true) !== 0x06054b50) at -= 1
    const entries = view.getUint32(at + 16, true)
    change(view, entries)
    return copy
  }
  const xml = (text: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(text) })

  test('that is no zip, or an old Word file, is refused', () => {
    expect(refusal(strToU8('<html>'))).toBe('import.word.notWord')
    expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 600 }, () => 0)]))).toBe('import.word.oldWord')
    expect(refusal(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe('word/document.xml import.word.notWord')
    expect(refusal(new Uint8Array(0))).toBe('import.word.notWord')
  })
  test('that says how much it will be is not inflated', () => {
    expect(refusal(xml(' '.repeat(wordLimits.text + 1)))).toBe(`word/document.xml import.word.text ${wordLimits.text / 1e6}`)
    expect(refusal(xml(' '.repeat(5_000_000)))).toBe(`word/document.xml import.word.ratio ${wordLimits.ratio}`)
  })
  test('that lies about how much it will be is stopped while inflating', () => {
    const bomb = patch(xml(' '.repeat(60_000_000)), (view, at) => view.setUint32(at + 24, 1000, true))
    expect(refusal(bomb)).toMatch(/^word\/document\.xml import\.word\.(ratio|text)/)
  })
  test('with thousands of parts, a password, or cut in the middle is refused', () => {
    expect(refusal(zipSync(Object.fromEntries(Array.from({ length: wordLimits.entries + 1 }, (_each, i) => [`f${i}`, new Uint8Array()]))))).toBe(`import.word.entries ${wordLimits.entries}`)
    expect(refusal(patch(birthForm, (view, at) => { for (let entry = at, i = 0; i < 2; i += 1) { view.setUint16(entry + 8, 1, true); entry += 46 + view.getUint16(entry + 28, true) } }))).toBe('word/document.xml import.word.locked')
    for (let cut = 0; cut < birthForm.length; cut += 97) expect(String(refusal(birthForm.slice(0, cut)))).toContain('import.word')
    for (let at = 0; at < birthForm.length; at += 61) { const broken = birthForm.slice(); broken[at]! ^= 0x55; readWord(broken) }
  })
  test('larger than a document is refused unread', () => {
    expect(refusal(new Uint8Array(wordLimits.bytes + 1))).toBe(`import.word.bytes ${wordLimits.bytes / 1e6}`)
  })
  test.each([
    ['an external entity', '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a billion laughs', '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
  ])('with %s is refused', (_what, head) => expect(refusal(wordFile(p('Tên: &x; ......').replace('&amp;x;', '&x;'), {}, head))).toBe('word/document.xml import.word.entity'))
  test('two hundred levels deep is refused, and so is a million', () => {
    expect(refusal(wordFile('<w:sdt><w:sdtContent>'.repeat(100) + '</w:sdtContent></w:sdt>'.repeat(100)))).toBe(`word/document.xml import.word.depth ${wordLimits.depth}`)
    const noise = Array.from({ length: 400_000 }, (_each, i) => `<a${i % 97}>`).join('')
    expect(refusal(zipSync({ 'word/document.xml': [strToU8(documentXml(noise)), { level: 0 }] }))).toBe(`word/document.xml import.word.depth ${wordLimits.depth}`)
  })
  test('of a thousand pages is read in bounded time', () => {
    const started = performance.now()
    const read = readWord(zipSync({ 'word/document.xml': [strToU8(documentXml(Array.from({ length: 20_000 }, (_each, i) => p(`Câu ${i}: ..........`)).join(''))), { level: 0 }] }))
    expect('proposals' in read && read.proposals).toHaveLength(wordLimits.proposals)
    expect(performance.now() - started).toBeLessThan(5000)
  })
  test('of one endless line does not hang', () => {
    for (const line of ['tháng'.repeat(100_000), '. / '.repeat(100_000), '(a'.repeat(100_000), ': '.repeat(200_000), '☐ '.repeat(100_000), 'a) '.repeat(100_000)]) {
      const started = performance.now()
      readWord(zipSync({ 'word/document.xml': [strToU8(documentXml(p(line))), { level: 0 }] }))
      expect(performance.now() - started, line.slice(0, 10)).toBeLessThan(3000)
    }
  })
})
