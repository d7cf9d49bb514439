// Parses the XML of a Word file: no document type, no entities of its own, no more depth than documents have. Gives plain
// elements in the order of the text.
import { XMLParser } from 'fast-xml-parser'
import { wordLimits, WordRefusal } from './word-limits.ts'

export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly Element[]
  /** Of a text node; '' for elements. */
  text: string
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

const decode = (text: string): string => text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (whole, name?: string, decimal?: string, hex?: string) => {
  if (name) return named[name]!
  const point = Number.parseInt(decimal ?? hex!, decimal ? 10 : 16)
  return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole
})

/** Before parsing: a parser that recurses would already be lost. */
const checkDepth = (xml: string, place: string): void => {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1]
    if (next === '/') depth -= 1
    else if (next !== '?' && next !== '!') {
      const end = xml.indexOf('>', at)
      if (end < 0 || xml[end - 1] !== '/') depth += 1
      if (depth > wordLimits.depth) throw new WordRefusal('import.word.depth', place, { limit: wordLimits.depth })
    }
  }
}

type Raw = Record<string, unknown>

const toElement = (raw: Raw): Element => {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? ''
  const value = raw[name]
  if (name === '#text') return { name, attributes: {}, children: [], text: decode(String(value)) }
  const attributes = Object.fromEntries(Object.entries((raw[':@'] ?? {}) as Raw).map(([key, each]) => [key, decode(String(each))]))
  return { name, attributes, children: Array.isArray(value) ? (value as Raw[]).map(toElement) : [], text: '' }
}

/** The root elements. */
export const readXml = (xml: string, place: string): Element[] => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new WordRefusal('import.word.entity', place)
  checkDepth(xml, place)
  try {
    const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false, parseTagValue: false, parseAttributeValue: false, trimValues: false, ignoreDeclaration: true, ignorePiTags: true })
    return (parser.parse(xml) as Raw[]).map(toElement)
  } catch {
    throw new WordRefusal('import.word.broken', place)
  }
}

export const childNamed = (element: Element | undefined, name: string): Element | undefined => element?.children.find((each) => each.name === name)

export const valueOf = (element: Element | undefined): string | undefined => element?.attributes['w:val']
