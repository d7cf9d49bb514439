// Pictures in PNG: whole and sound, of a size that a screen can show, not moving, without a page in their comments, and
// without the place where they were taken.
import { crc32 } from 'node:zlib'
import { limits } from '../../limits.ts'
import { windowsOf, type ByteSource } from './byte-source.ts'
import { refuseHidden, refuseMarkup } from './hidden-content.ts'
import { refuseHuge } from './judge-jpeg.ts'
import { blankExifPlace, blankXmpPlace } from './photo-place.ts'
import { refuseFile } from './refuse-file.ts'
import type { SafeCopy } from './safe-copy.ts'

interface Chunk {
  type: string
  /** Of its data. */
  at: number
  length: number
}

const signatureBytes = 8
const texts = new Set(['tEXt', 'iTXt', 'zTXt', 'iCCP', 'eXIf'])

const readChunk = async (source: ByteSource, at: number): Promise<Chunk> => {
  const head = await source.read(at, 8)
  if (head.length < 8) throw refuseFile('file.broken')
  const chunk = { type: head.toString('latin1', 4, 8), at: at + 8, length: head.readUInt32BE(0) }
  if (!/^[A-Za-z]{4}$/.test(chunk.type) || chunk.at + chunk.length + 4 > source.size) throw refuseFile('file.broken')
  return chunk
}

const requireSound = async (source: ByteSource, { at, length }: Chunk): Promise<void> => {
  let sum = 0
  for await (const { bytes } of windowsOf(source, at - 4, at + length)) sum = crc32(bytes, sum)
  if (sum !== (await source.read(at + length, 4)).readUInt32BE(0)) throw refuseFile('file.broken')
}

/** The edits of a chunk change its checksum with it. */
const blankPlace = (chunk: Chunk, data: Buffer): SafeCopy['edits'] => {
  const edits = chunk.type === 'eXIf' ? blankExifPlace(data) : data.includes('XML:com.adobe.xmp') ? blankXmpPlace(data.subarray(22)).map((edit) => ({ ...edit, at: edit.at + 22 })) : []
  if (edits.length === 0) return []
  const blanked = Buffer.from(data)
  for (const { at, bytes } of edits) bytes.copy(blanked, at)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(blanked, crc32(Buffer.from(chunk.type, 'latin1'))))
  return [{ at: chunk.at, bytes: Buffer.concat([blanked, sum]) }]
}

const readTexts = async (source: ByteSource, chunk: Chunk): Promise<SafeCopy['edits']> => {
  if (chunk.length > limits.pictureNoteBytes) throw refuseFile('file.disguised')
  const data = await source.read(chunk.at, chunk.length)
  refuseMarkup(data.toString('latin1'))
  return blankPlace(chunk, data)
}

const readHeader = async (source: ByteSource, { type, at, length }: Chunk): Promise<void> => {
  if (type !== 'IHDR' || length !== 13) throw refuseFile('file.broken')
  const header = await source.read(at, 8)
  refuseHuge(header.readUInt32BE(0), header.readUInt32BE(4))
}

export const judgePng = async (source: ByteSource): Promise<SafeCopy> => {
  await refuseHidden(source, 'picture')
  const safe: SafeCopy = { end: source.size, edits: [] }
  let drawn = false
  for (let at = signatureBytes; ;) {
    const chunk = await readChunk(source, at)
    if (at === signatureBytes) await readHeader(source, chunk)
    await requireSound(source, chunk)
    if (chunk.type === 'acTL') throw refuseFile('file.animated')
    if (texts.has(chunk.type)) safe.edits.push(...await readTexts(source, chunk))
    drawn ||= chunk.type === 'IDAT'
    at = chunk.at + chunk.length + 4
    if (chunk.type !== 'IEND') continue
    if (!drawn) throw refuseFile('file.broken')
    return { ...safe, end: at }
  }
}
