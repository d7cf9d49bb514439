import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toEntry } from '#core/catalogue/catalogue-entry.ts'
import { findProcedures } from '#core/catalogue/find-procedures.ts'
import { readSearch, searchQuery, type Search } from '#core/catalogue/search.ts'
import { foldText } from '#core/text/format.ts'
import lifeEvents from '../../../../schemas/examples/code-lists/life-events.json' with { type: 'json' }
import { readGallery } from '../../../fixtures/build.ts'
import { madeEntries } from '../../../fixtures/made-catalogue.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).map((file) => toEntry(file.slice(0, 2), 'h', readGallery(file)))
const all = [...gallery, ...madeEntries(500)]
const day = { events: lifeEvents.items, today: '2026-11-21' }
const asked = (given: Partial<Search>): Search => ({ ...readSearch(() => undefined), ...given })
const find = (given: Partial<Search>, entries = all) => findProcedures(entries, asked(given), day)
const every = (given: Partial<Search>, entries = all) => Array.from({ length: find(given, entries).pages }, (_page, i) => find({ ...given, page: i + 1 }, entries).procedures).flat()
const first = (q: string) => find({ q }).procedures[0]?.id

describe('findProcedures', () => {
  it.each([
    ['khai sinh', '15'], ['KHAI SINH', '15'], ['dang ky khai sinh', '15'], ['sinh khai', '15'], ['lam giay khai sinh cho con', '15'], ['khaisinh', '15'], ['khai sin', '15'], ['birth', '15'],
    ['bằng lái', '20'], ['bang lai xe', '20'], ['doi gplx', '20'], ['giay phep lai xe', '20'], ['mở quán', '17'], ['ho kinh doanh', '17'], ['1.001193', '15'], ['001193', '15'], ['1001193', '15'], ['dl-pdm-gh', '02'],
    ['do luong gia han', '02'], ['đo lường gia hạn', '02'], ['kiem dinh vien', '01'], ['tổ chức khcn', '03'], ['ban do dia hinh', '13'], ['HCFC polyol', '06'],
  ])('finds %s first', (q, id) => expect(first(q)).toBe(id))

  it('finds a procedure by every word of its name without accents, and by the beginning of it', () => {
    const some = [...gallery, ...madeEntries(40)]
    fc.assert(fc.property(fc.constantFrom(...some), fc.nat(), fc.nat(), (entry, at, letters) => {
      const words = foldText(entry.info.name).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
      const word = words[at % words.length]!
      const beginning = word.slice(0, 1 + (letters % word.length))
      expect(every({ q: beginning }, some).map(({ id }) => id)).toContain(entry.id)
    }), { numRuns: 60 })
  })

  it('forgives one wrong letter in a long word', () => {
    expect(find({ q: 'regstration birth' }, gallery).procedures[0]?.id).toBe('15')
    expect(find({ q: 'khia sinh' }, gallery).procedures).toEqual([])
  })

  it('puts what stands in the name before what stands elsewhere, and what is closed last', () => {
    const ids = find({ q: 'nhap khau' }, gallery).procedures.map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual(['08', '06'])
    expect(find({}, gallery).procedures.at(-1)).toMatchObject({ id: '06', closed: {} })
  })

  it('offers what is near when nothing has every word', () => {
    const { procedures, near, total } = find({ q: 'khai sinh phi hành gia' })
    expect([procedures, total, near[0]?.id]).toEqual([[], 0, '15'])
    expect(find({ q: 'xyzzy' })).toMatchObject({ procedures: [], near: [] })
  })

  it('narrows by every filter and counts what each further one would leave', () => {
    const { facets, total } = find({ field: 'Hộ tịch' })
    expect(total).toBe(64)
    expect(facets.field.find(({ value }) => value === 'Đất đai')?.count).toBe(63)
    for (const filter of ['agency', 'audience', 'event', 'level'] as const) for (const { value, count } of facets[filter]) expect(find({ field: 'Hộ tịch', [filter]: value }).total, value).toBe(count)
    expect(find({ event: 'sinh-con' }, gallery).procedures.map(({ id }) => id)).toEqual(['15'])
    expect(find({ event: 'khong-co' })).toMatchObject({ total: 0, procedures: [] })
  })

  it('names life events in both languages and keeps their order', () => {
    const { event } = find({}, gallery).facets
    expect(event[0]).toEqual({ value: 'sinh-con', title: 'Sinh con, nuôi con nhỏ', 'x-i18n': { en: { title: 'Having a child' } }, count: 1 })
    expect(first('having a child')).toBe('15')
  })

  it('gives hundreds of procedures page by page, none twice and none left out', () => {
    const ids = every({}).map(({ id }) => id)
    expect([ids.length, new Set(ids).size, find({}).pages]).toEqual([509, 509, 26])
    expect(find({ page: 999 }).page).toBe(26)
  })

  it('says time and money on the card', () => {
    const card = (id: string) => find({}, gallery).procedures.find((each) => each.id === id)
    expect(card('08')?.timeLimits).toEqual([{ amount: 24, unit: 'workingDay' }, { amount: 7, unit: 'workingDay' }])
    expect(card('15')?.timeLimits).toEqual([{ amount: 1, unit: 'workingDay' }])
    expect(['01', '03', '13', '15', '17', '20'].map((id) => card(id)?.fee)).toEqual([
      { kind: 'none' }, { kind: 'none' }, { kind: 'varies' }, { kind: 'varies' }, { kind: 'known', least: 50000, most: 150000 }, { kind: 'known', least: 135000, most: 135000 },
    ])
  })

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120, unit: 'binary' }), (q) => find({ q }, gallery).total >= 0), { numRuns: 60 })
  })
})

describe('the address of a search', () => {
  it('is read back as it was written', () => {
    const search = asked({ q: 'khai sinh', event: 'sinh-con', page: 3 })
    expect(searchQuery(search)).toEqual({ q: 'khai sinh', event: 'sinh-con', page: '3' })
    expect(readSearch((name) => searchQuery(search)[name])).toEqual(search)
    expect(readSearch((name) => (name === 'page' ? '-1' : undefined)).page).toBe(1)
  })
})
