import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { mergeDocuments } from '../../../designer/editing/merge-documents.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const base = sampleProcedure()
const edited = (change: (draft: Procedure) => void, from = base): Procedure => {
  const copy = structuredClone(from)
  change(copy)
  return copy
}
const text = (value: unknown): string => JSON.stringify(value)

describe('mergeDocuments', () => {
  it('takes both edits when they touch different questions, pages and parts', () => {
    const mine = edited((draft) => { draft.form!.schema.properties['lyDo']!.title = 'Lý do cấp'; draft.form!.pages[0]!.title = 'Trang của tôi' })
    const theirs = edited((draft) => { draft.form!.schema.properties['lyDo']!.description = 'Nêu ngắn gọn'; draft.form!.rules![0]!.title = 'Luật của họ'; draft.info.sequence = 'Một, hai' })
    const { document, clashes } = mergeDocuments(base, mine, theirs)

    expect(clashes).toEqual([])
    expect(document.form!.schema.properties['lyDo']).toMatchObject({ title: 'Lý do cấp', description: 'Nêu ngắn gọn' })
    expect(document).toMatchObject({ info: { sequence: 'Một, hai' }, form: { pages: [{ title: 'Trang của tôi' }, {}], rules: [{ title: 'Luật của họ' }, {}, {}, {}] } })
  })
  it('keeps what each side added to the same list, each after its neighbour', () => {
    const mine = edited((draft) => { draft.form!.pages[0]!.sections[0]!.questions.push('/cuaToi'); draft.form!.rules!.push({ id: 'cua-toi', title: '', when: {}, show: ['/lyDo'] }) })
    const theirs = edited((draft) => { draft.form!.pages[0]!.sections[0]!.questions.unshift('/cuaHo'); draft.form!.rules!.shift() })
    const { document, clashes } = mergeDocuments(base, mine, theirs)

    expect(clashes).toEqual([])
    expect(document.form!.pages[0]!.sections[0]!.questions).toEqual(['/cuaHo', '/loaiHinh', '/lyDo', '/cuaToi'])
    expect(document.form!.rules!.map(({ id }) => id)).toEqual(['hoi-nhieu', 'don-gia', 'tu-choi', 'cua-toi'])
  })
  it('follows the side that moved something', () => {
    const mine = edited((draft) => { draft.form!.pages.reverse() })
    const theirs = edited((draft) => { draft.form!.pages[0]!.title = 'Đổi tên' })
    expect(mergeDocuments(base, mine, theirs).document.form!.pages.map(({ title }) => title)).toEqual(['Chi tiết', 'Đổi tên'])
    expect(mergeDocuments(base, theirs, mine).document.form!.pages.map(({ title }) => title)).toEqual(['Chi tiết', 'Đổi tên'])
  })
  it('names the places that both changed, and takes the side that is chosen for each', () => {
    const mine = edited((draft) => { draft.form!.schema.properties['lyDo']!.title = 'Của tôi'; draft.info.name = 'Tên tôi' })
    const theirs = edited((draft) => { draft.form!.schema.properties['lyDo']!.title = 'Của họ'; draft.info.name = 'Tên họ' })
    const merged = mergeDocuments(base, mine, theirs, (pointer) => (pointer === '/info/name' ? 'theirs' : 'mine'))

    expect(merged.clashes).toMatchObject([
      { pointer: '/info/name', base: 'Cấp phép cơ sở', mine: 'Tên tôi', theirs: 'Tên họ' },
      { pointer: '/form/schema/properties/lyDo/title', base: 'Lý do', mine: 'Của tôi', theirs: 'Của họ' },
    ])
    expect(merged.document).toMatchObject({ info: { name: 'Tên họ' }, form: { schema: { properties: { lyDo: { title: 'Của tôi' } } } } })
  })
  it('collects translations, and what is stale about them, text by text', () => {
    const mine = edited((draft) => { draft.info['x-i18n'] = { en: { name: 'Licence' }, stale: { en: ['agency'] } } })
    const theirs = edited((draft) => { draft.info['x-i18n'] = { en: { sequence: 'One, two' }, stale: { en: ['sequence'] } } })
    const { document, clashes } = mergeDocuments(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(document.info['x-i18n']!.en).toEqual({ name: 'Licence', sequence: 'One, two' })
    expect(document.info['x-i18n']!.stale!.en!.toSorted()).toEqual(['agency', 'sequence'])
  })
  it('does not mix two new questions of the same name', () => {
    const mine = edited((draft) => { draft.form!.schema.properties['moi'] = { type: 'string', title: 'Của tôi' } })
    const theirs = edited((draft) => { draft.form!.schema.properties['moi'] = { type: 'integer', title: 'Của họ', minimum: 1 } })
    expect(mergeDocuments(base, mine, theirs)).toMatchObject({ clashes: [{ pointer: '/form/schema/properties/moi' }] })
  })
  it('asks when one side removed what the other changed', () => {
    const mine = edited((draft) => { delete draft.form!.schema.properties['ngayKy'] })
    const theirs = edited((draft) => { draft.form!.schema.properties['ngayKy']!.title = 'Ngày ký kết' })
    expect(mergeDocuments(base, mine, theirs)).toMatchObject({ clashes: [{ pointer: '/form/schema/properties/ngayKy', mine: undefined }] })
    expect(mergeDocuments(base, mine, theirs).document.form!.schema.properties).not.toHaveProperty('ngayKy')
    expect(mergeDocuments(base, mine, theirs, () => 'theirs').document.form!.schema.properties['ngayKy']!.title).toBe('Ngày ký kết')
  })

  const json = fc.letrec((tie) => ({ value: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.string(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c', 'id'), tie('value'), { maxKeys: 3, noNullPrototype: true })) })).value
  const documents = fc.dictionary(fc.constantFrom('x', 'y', 'z'), json, { noNullPrototype: true })
  it('gives back to the last byte what only one side changed, and one side whole where it is chosen everywhere', () => {
    fc.assert(fc.property(documents, documents, documents, (a, b, c) => {
      expect(text(mergeDocuments(a, a, b).document)).toBe(text(b))
      expect(text(mergeDocuments(a, b, a).document)).toBe(text(b))
      expect(text(mergeDocuments(a, b, b).document)).toBe(text(b))
      const mine = mergeDocuments(a, b, c)
      const theirs = mergeDocuments(a, b, c, () => 'theirs')
      expect(theirs.clashes.length).toBe(mine.clashes.length)
      expect(new Set(mine.clashes.map(({ pointer }) => pointer)).size).toBe(mine.clashes.length)
    }), { numRuns: 500 })
  })
})
