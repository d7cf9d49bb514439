// The table for translators as XLIFF 2.0 (OASIS), which translation programs read and give back.
import { childNamed, readXml, type Element } from '#core/import/word/read-xml.ts'
import { WordRefusal } from '#core/import/word/word-limits.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { translationRows, type TranslationRow } from './translation-table.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

const states = { missing: 'initial', stale: 'initial', done: 'translated' } as const

/** A unit is known by its name: the pointer, a space, the key. */
export const writeXliff = (procedure: Procedure): string => {
  const units = translationRows(procedure).map(({ pointer, key, vi, en, state }, i) =>
    `    <unit id="u${i + 1}" name="${escaped(`${pointer} ${key}`)}"><segment state="${states[state]}"><source xml:space="preserve">${escaped(vi)}</source>${en === '' ? '' : `<target xml:space="preserve">${escaped(en)}</target>`}</segment></unit>`)
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="vi" trgLang="en">', '  <file id="procedure">', ...units, '  </file>', '</xliff>', ''].join('\n')
}

/** Words with what programs put between them left out (inline codes). */
const wordsOf = (element: Element | undefined): string => (element?.children ?? []).map((each) => (each.name === '#text' ? each.text : wordsOf(each))).join('')

const unitsOf = (element: Element): Element[] => (element.name === 'unit' ? [element] : element.children.flatMap(unitsOf))

/** A program may have cut a text into several segments. */
const joined = (unit: Element, part: string): string => unit.children.filter((each) => each.name === 'segment' || each.name === 'ignorable').map((each) => wordsOf(childNamed(each, part) ?? (each.name === 'ignorable' ? childNamed(each, 'source') : undefined))).join('')

/** Undefined when the text is no XLIFF 2 from here. */
export const readXliff = (xml: string): TranslationRow[] | undefined => {
  try {
    const root = readXml(xml, '').find((each) => each.name === 'xliff')
    if (!root?.attributes['version']?.startsWith('2')) return undefined
    return unitsOf(root).flatMap((unit) => {
      const name = unit.attributes['name'] ?? ''
      const at = name.lastIndexOf(' ')
      return at < 0 ? [] : [{ pointer: name.slice(0, at), key: name.slice(at + 1), vi: joined(unit, 'source'), en: joined(unit, 'target') }]
    })
  } catch (error) {
    if (error instanceof WordRefusal) return undefined
    throw error
  }
}
