// Takes one entry out of a zip file without trusting what the file says of itself: how many entries, how large, how much a
// byte may become are looked at before and counted while inflating.
import { Inflate } from 'fflate'
import { wordLimits, WordRefusal } from './word-limits.ts'

const endSign = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50
/** The end record may be followed by a comment of this length. */
const longestComment = 65_535

interface Entry { name: string; method: number; flags: number; packed: number; size: number; at: number }

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const findEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - longestComment); at -= 1) if (view.getUint32(at, true) === endSign) return at
  throw new WordRefusal('import.word.notWord', '')
}

const entriesOf = (bytes: Uint8Array): Entry[] => {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > wordLimits.entries) throw new WordRefusal('import.word.entries', '', { limit: wordLimits.entries })
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySign) throw new WordRefusal('import.word.broken', '')
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** Small pieces in, so that what comes out is counted before much of it exists. */
const piece = 4096

const inflate = (packed: Uint8Array, name: string): Uint8Array => {
  const limit = Math.min(wordLimits.text, Math.max(packed.length, 1) * wordLimits.ratio)
  const parts: Uint8Array[] = []
  let total = 0
  const inflater = new Inflate((data) => {
    total += data.length
    if (total > limit) throw new WordRefusal(limit < wordLimits.text ? 'import.word.ratio' : 'import.word.text', name, { limit: limit < wordLimits.text ? wordLimits.ratio : wordLimits.text / 1e6 })
    parts.push(data)
  })
  try {
    for (let at = 0; at < packed.length; at += piece) inflater.push(packed.subarray(at, at + piece), at + piece >= packed.length)
  } catch (error) {
    throw error instanceof WordRefusal ? error : new WordRefusal('import.word.broken', name)
  }
  const whole = new Uint8Array(total)
  parts.reduce((at, part) => { whole.set(part, at); return at + part.length }, 0)
  return whole
}

const isOldWord = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0

/** The text of one entry. */
export const readEntry = (bytes: Uint8Array, name: string): string => {
  if (bytes.length > wordLimits.bytes) throw new WordRefusal('import.word.bytes', '', { limit: wordLimits.bytes / 1e6 })
  if (isOldWord(bytes)) throw new WordRefusal('import.word.oldWord', '')
  const entry = entriesOf(bytes).find((each) => each.name === name)
  if (!entry) throw new WordRefusal('import.word.notWord', name)
  if ((entry.flags & 1) !== 0) throw new WordRefusal('import.word.locked', name)
  if (entry.size > wordLimits.text) throw new WordRefusal('import.word.text', name, { limit: wordLimits.text / 1e6 })
  if (entry.size > Math.max(entry.packed, 1) * wordLimits.ratio) throw new WordRefusal('import.word.ratio', name, { limit: wordLimits.ratio })
  const view = viewOf(bytes)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localSign) throw new WordRefusal('import.word.broken', name)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) throw new WordRefusal('import.word.broken', name)
  return new TextDecoder().decode(entry.method === 0 ? packed : inflate(packed, name))
}
