// XML as a tree and as text. What XML 1.0 cannot hold (control characters) is left out.

export interface XmlElement {
  name: string
  attributes: Record<string, string | number>
  children: readonly (XmlElement | string)[]
}

export const element = (name: string, attributes: XmlElement['attributes'], children: XmlElement['children'] = []): XmlElement => ({ name, attributes, children })

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' }
const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string, signs: RegExp): string => text.replace(unfit, '').replace(signs, (sign) => escapes[sign]!)

const write = ({ name, attributes, children }: XmlElement, indent: string): string => {
  const open = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value), /[&<>"\n]/g)}"`).join('')}`
  if (children.length === 0) return `${open} />`
  const isText = children.every((child) => typeof child === 'string')
  if (isText) return `${open}>${children.map((child) => escaped(child, /[&<>]/g)).join('')}</${name}>`
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child, /[&<>]/g) : write(child, `${indent}  `)))
  return `${open}>\n${inner.join('\n')}\n${indent}</${name}>`
}

export const writeXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`
