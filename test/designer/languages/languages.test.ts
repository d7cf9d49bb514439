import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { translatableTexts } from '#core/revision/translatable-texts.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { importTranslations, setEnglish } from '../../../designer/languages/language-commands.ts'
import { doneOf, stateOf, textParts } from '../../../designer/languages/text-parts.ts'
import { readTranslations, writeTranslations, type TranslationKind } from '../../../designer/languages/translation-file.ts'
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

const kinds = ['csv', 'xlsx', 'xlf'] as const satisfies readonly TranslationKind[]

describe.each(kinds)('the table for translators as %s', (kind) => {
  it('changes nothing when it comes back as it went', async () => {
    const table = await readTranslations(extension(), await writeTranslations(extension(), kind))
    expect(table).toMatchObject({ rows: [], unknown: 0 })
    expect(table!.same).toBe(translatableTexts(extension()).length)
  })
  it('brings every translation to its place', async () => {
    const translated = await writeTranslations(extension(), kind)
    const without = JSON.parse(JSON.stringify(extension()), (name, value: unknown) => (name === 'x-i18n' ? undefined : value)) as Procedure
    const table = (await readTranslations(without, translated))!
    const done = carryOut(without, importTranslations, { translations: table.rows.map(({ text, en }) => ({ owner: text.owner, key: text.key, text: en })) }, {}, 0)!.document
    expect(translatableTexts(done).map(({ pointer, en }) => [pointer, en])).toEqual(translatableTexts(extension()).map(({ pointer, en }) => [pointer, en]))
  })
  it('shows where the Vietnamese changed meanwhile, and counts what has no place', async () => {
    const sent = await writeTranslations(translate(translate(sampleProcedure(), '/form/schema/properties/ngayKy', 'title', 'Signed, on "day" & <night>'), '/form/pages/1', 'title', 'Details'), kind)
    const after = sampleProcedure()
    after.form!.schema.properties['ngayKy']!.title = 'Ngày ký kết'
    after.form!.pages.pop()
    const table = (await readTranslations(after, sent))!
    expect(table.rows.map(({ text, en, wasVi }) => [text.pointer, en, wasVi])).toEqual([['/form/schema/properties/ngayKy/title', 'Signed, on "day" & <night>', 'Ngày ký']])
    expect(table.unknown).toBe(1)
  })
  it('keeps texts that a spreadsheet would take for a formula', async () => {
    const sent = await writeTranslations(translate(sampleProcedure(), '/form/schema/properties/lyDo', 'title', '=1+1'), kind)
    expect((await readTranslations(sampleProcedure(), sent))!.rows.map(({ en }) => en)).toEqual(['=1+1'])
  })
})

describe('a file that is no table for translators', () => {
  const bomb = (): Blob => new Blob([zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) }) as Uint8Array<ArrayBuffer>])
  const files: [string, () => Blob][] = [
    ['a table of something else', () => new Blob(['a,b\n1,2'])], ['an older XLIFF', () => new Blob(['<xliff version="1.2"/>'])], ['XML with an entity of its own', () => new Blob(['<!DOCTYPE a [<!ENTITY b "c">]><xliff version="2.0"/>'])],
    ['a zip file without sheets', () => new Blob([zipSync({ a: new Uint8Array(1) }) as Uint8Array<ArrayBuffer>])], ['a workbook that would burst', bomb],
  ]
  it.each(files)('is refused: %s', async (_title, file) => expect(await readTranslations(sampleProcedure(), file())).toBeUndefined())
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
