// Everything in a PDF that says something: its objects, its streams as they were before they were packed, and the words
// drawn, read back through the map from glyphs to letters that each font brings along.
import { inflateSync } from 'node:zlib'

export const unpacked = (pdf: Uint8Array): string[] => {
  const plain = Buffer.from(pdf).toString('latin1')
  const streams = [...plain.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
    try {
      return inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [plain, ...streams]
}

const toLetter = (hex: string): string => String.fromCodePoint(...(hex.match(/.{4}/g) ?? []).map((each) => parseInt(each, 16)))

/** Maps of all fonts: glyph numbers of one are not those of another, so every reading is given. */
const glyphMaps = (streams: readonly string[]): Map<string, string>[] => streams.filter((stream) => stream.includes('beginbfrange')).map((stream) => {
  const map = new Map<string, string>()
  for (const [, from, list] of stream.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list!.matchAll(/<([0-9a-f]*)>/g)].forEach(([, letters], i) => map.set((parseInt(from!, 16) + i).toString(16).padStart(4, '0'), toLetter(letters!)))
  }
  return map
})

/** The drawn words, once for each font of the document. */
export const pdfText = (pdf: Uint8Array): string => {
  const streams = unpacked(pdf)
  const drawn = streams.flatMap((stream) => [...stream.matchAll(/\[((?:<[0-9a-f]+>|[-\d.\s])+)\] TJ/g)].map((match) => [...match[1]!.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => hex).join('')))
  return glyphMaps(streams).flatMap((map) => drawn.map((hex) => (hex.match(/.{4}/g) ?? []).map((glyph) => map.get(glyph) ?? '').join('')).join('')).join('\n')
}
