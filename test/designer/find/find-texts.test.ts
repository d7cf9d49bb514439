import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { walkForm } from '#core/form/walk-form.ts'
import { translatableTexts } from '#core/revision/translatable-texts.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { replaceText } from '../../../designer/find/find-commands.ts'
import { excerpt, findTexts, replaceSpans, spansOf, type FindOptions } from '../../../designer/find/find-texts.ts'
import { extension } from '../../fixtures/build.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const look = (words: string, more: Partial<FindOptions> = {}): FindOptions => ({ words, accents: false, letterCase: false, ...more })
const found = (text: string, options: FindOptions): string[] => spansOf(text, options).map(([from, to]) => text.slice(from, to))

describe('spansOf', () => {
  it.each<[string, FindOptions, string[]]>([
    ['Lý do cấp lại, LÝ DO khác', look('ly do'), ['Lý do', 'LÝ DO']],
    ['Lý do cấp lại, LÝ DO khác', look('lý do', { accents: true }), ['Lý do', 'LÝ DO']],
    ['Lý do cấp lại, LÝ DO khác', look('Lý do', { accents: true, letterCase: true }), ['Lý do']],
    ['Ly do, Lý do', look('ly do', { accents: true }), ['Ly do']],
    ['Đường ĐƯỜNG duong', look('duong'), ['Đường', 'ĐƯỜNG', 'duong']],
    ['Đường ĐƯỜNG duong', look('Duong', { letterCase: true }), ['Đường']],
    ['phí, phíа, lệ phí', look('phí', { wholeWords: true }), ['phí', 'phí']],
    ['😀 cơ sở 😀 cơ sở', look('co so'), ['cơ sở', 'cơ sở']],
    ['aaa', look('aa'), ['aa']],
    ['gì', look(''), []],
  ])('finds in “%s”', (text, options, words) => expect(found(text, options)).toEqual(words))

  it('finds every text in itself, with and without accents, and puts it back as it was', () => {
    fc.assert(fc.property(fc.constantFrom(...translatableTexts(extension()).map(({ vi }) => vi)), fc.nat(), fc.nat(12), fc.boolean(), fc.boolean(), (text, start, length, accents, letterCase) => {
      const words = text.slice(start % text.length, (start % text.length) + length + 1)
      const spans = spansOf(text, { words, accents, letterCase })
      if (words.trim() !== '') expect(spans.length).toBeGreaterThan(0)
      expect(spans.reduce((sum, span) => sum + replaceSpans(text, [span], text.slice(...span)).length - text.length, 0)).toBe(0)
    }))
  })
})

describe('findTexts', () => {
  it('looks at titles, help, options, messages, in both languages', () => {
    const procedure = extension()
    const keys = new Set(findTexts(procedure, look('e')).map(({ text, language }) => `${language} ${text.key.replace(/^x-messages.*/, 'x-messages')}`))
    for (const key of ['vi title', 'en title', 'vi description', 'en description', 'vi message', 'en message', 'vi x-messages', 'en x-messages', 'vi name']) expect(keys, key).toContain(key)
  })
  it('shows a hit with the words around it', () => {
    const words = `${'đầu '.repeat(40)}phí thẩm định ${'cuối '.repeat(80)}`
    const pieces = excerpt(words, spansOf(words, look('phi')))
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['phí'])
    expect(pieces[0]!.text.startsWith('…')).toBe(true)
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(260)
  })
})

describe('replacing', () => {
  const replaceAll = (procedure: Procedure, words: string, by: string): Procedure => {
    const replacements = findTexts(procedure, look(words)).map(({ text, language, words: old, spans }) => ({ owner: text.owner, key: text.key, language, text: replaceSpans(old, spans, by) }))
    return carryOut(procedure, replaceText, { replacements }, {}, 0)?.document ?? procedure
  }
  it('changes all texts as one edit, and no name, path or value', () => {
    const before = sampleProcedure()
    before.form!.schema.properties['lyDo']!['x-messages'] = { maxLength: 'Lý do dài quá' }
    const after = replaceAll(before, 'ly do', 'Căn cứ')

    expect(after.form!.schema.properties['lyDo']).toMatchObject({ 'title': 'Căn cứ', 'x-messages': { maxLength: 'Căn cứ dài quá' } })
    expect(walkForm(after.form!.schema).map(({ path }) => path)).toEqual(walkForm(before.form!.schema).map(({ path }) => path))
    expect(replaceAll(sampleProcedure(), 'moi', 'X').form!.schema.properties['loaiHinh']!.oneOf![0]).toEqual({ const: 'moi', title: 'X' })
  })
  it('marks the translation of a text that changed in Vietnamese only', () => {
    const procedure = sampleProcedure()
    procedure.form!.schema.properties['lyDo']!['x-i18n'] = { en: { title: 'Reason' } }
    expect(replaceAll(procedure, 'lý do', 'Căn cứ').form!.schema.properties['lyDo']!['x-i18n']).toEqual({ en: { title: 'Reason' }, stale: { en: ['title'] } })
    expect(replaceAll(procedure, 'Reason', 'Grounds').form!.schema.properties['lyDo']!['x-i18n']).toEqual({ en: { title: 'Grounds' } })
  })
  it('leaves what is not found as it is', () => expect(replaceAll(sampleProcedure(), 'khongtimthay', 'x')).toEqual(sampleProcedure()))
})
