import { describe, expect, it } from 'vitest'
import { translatableTexts } from '#core/revision/translatable-texts.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { importTranslations, setEnglish } from '../../../designer/languages/language-commands.ts'
import { doneOf, stateOf, textParts } from '../../../designer/languages/text-parts.ts'
import { readTranslations, writeTranslations } from '../../../designer/languages/translation-csv.ts'
import { extension } from '../../fixtures/build.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const translate = (document: Procedure, owner: string, key: string, text: string): Procedure => carryOut(document, setEnglish, { owner, key, text }, {}, 0)!.document

describe('textParts', () => {
  it('puts every text of the gallery into a part that an author knows, none twice', () => {
    const procedure = extension()
    const parts = textParts(procedure)
    const rows = parts.flatMap((part) => part.rows.map(({ pointer }) => pointer))
    expect(rows.toSorted()).toEqual(translatableTexts(procedure).map(({ pointer }) => pointer).toSorted())
    expect(parts.map(({ kind }) => kind)).toEqual(['information', ...procedure.form!.pages.map(() => 'page'), 'rules', ...(parts.some(({ kind }) => kind === 'fees') ? ['fees'] : []), 'workflow', ...(parts.some(({ kind }) => kind === 'papers') ? ['papers'] : [])])
    expect(doneOf(parts.flatMap((part) => part.rows))).toBe(rows.length)
  })
  it('finds a question on its page, with its options and the columns of its table', () => {
    const parts = textParts(sampleProcedure())
    const on = (id: string) => parts.find((part) => part.id === id)!.rows.map(({ pointer, within }) => `${within.join(' › ')}: ${pointer.replace('/form/schema/properties', '')}`)
    expect(on('page chung')).toContain('Loại hình: /loaiHinh/oneOf/0/title')
    expect(on('page chi-tiet')).toContain('Mẫu: /mau/items/properties/kyHieu/title')
    expect(on('rules')).toContain(': /form/rules/3/refuse/message')
  })
})

describe('the table for translators', () => {
  it('changes nothing when it comes back as it went', () => {
    expect(readTranslations(extension(), writeTranslations(extension()))).toMatchObject({ rows: [], unknown: 0 })
  })
  it('brings new translations, shows where the Vietnamese changed meanwhile, and counts what has no place', () => {
    const before = sampleProcedure()
    const csv = writeTranslations(before).replace('Lý do,,missing', 'Lý do,Reason,missing').replace('Ngày ký,,missing', 'Ngày ký,"Signed, on ""day""",missing').replace('Chi tiết,,missing', 'Chi tiết,Details,missing')
    const after = sampleProcedure()
    after.form!.schema.properties['ngayKy']!.title = 'Ngày ký kết'
    after.form!.pages.pop()
    const table = readTranslations(after, csv)!

    expect(table.rows.map(({ text, en, wasVi }) => [text.pointer, en, wasVi])).toEqual([['/form/schema/properties/lyDo/title', 'Reason', undefined], ['/form/schema/properties/ngayKy/title', 'Signed, on "day"', 'Ngày ký']])
    expect(table.unknown).toBe(1)
  })
  it('keeps texts that a spreadsheet would take for a formula', () => {
    const document = translate(sampleProcedure(), '/form/schema/properties/lyDo', 'title', '=1+1')
    const csv = writeTranslations(document)
    expect(csv).toContain("'=1+1")
    expect(readTranslations(sampleProcedure(), csv)!.rows.map(({ en }) => en)).toEqual(['=1+1'])
  })
  it('is no table without its columns', () => expect(readTranslations(sampleProcedure(), 'a,b\n1,2')).toBeUndefined())
})

describe('translating', () => {
  it('says with the same text that a translation still holds', () => {
    const document = sampleProcedure()
    document.form!.schema.properties['lyDo']!['x-i18n'] = { en: { title: 'Reason' }, stale: { en: ['title'] } }
    const text = () => translatableTexts(document).find(({ pointer }) => pointer === '/form/schema/properties/lyDo/title')!
    expect(stateOf(text())).toBe('stale')
    expect(translate(document, '/form/schema/properties/lyDo', 'title', 'Reason').form!.schema.properties['lyDo']!['x-i18n']).toEqual({ en: { title: 'Reason' } })
  })
  it('takes a whole table as one edit', () => {
    const done = carryOut(sampleProcedure(), importTranslations, { translations: [{ owner: '/info', key: 'name', text: 'Licence' }, { owner: '/form/pages/0', key: 'title', text: 'General' }, { owner: '/khongCo', key: 'title', text: 'x' }] }, {}, 0)!
    expect(done.document.info['x-i18n']).toEqual({ en: { name: 'Licence' } })
    expect(done.document.form!.pages[0]!['x-i18n']).toEqual({ en: { title: 'General' } })
  })
})
