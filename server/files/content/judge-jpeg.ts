// Photographs: whole, of a size that a screen can show, without a page hidden in their captions, and without the place
// where they were taken. What cameras hang behind the picture (films, depth maps) is cut off.
import { limits } from '../../limits.ts'
import { windowsOf, type ByteSource } from './byte-source.ts'
import { refuseHidden, refuseMarkup } from './hidden-content.ts'
import { blankExifPlace, blankXmpPlace } from './photo-place.ts'
import { refuseFile } from './refuse-file.ts'
import type { SafeCopy } from './safe-copy.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
const exifHead = Buffer.from('Exif\0\0', 'latin1')
const xmpHead = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isMetadata = (marker: number): boolean => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)

export const refuseHuge = (width: number, height: number): void => {
  if (width === 0 || height === 0) throw refuseFile('file.broken')
  if (width * height > limits.picturePixels) throw refuseFile('file.pixels', { width, height, limit: limits.picturePixels })
}

/** Where the next marker stands after the picture's data. */
const afterScan = async (source: ByteSource, from: number): Promise<number> => {
  for await (const { at, bytes } of windowsOf(source, from, source.size, 1)) {
    for (let i = bytes.indexOf(0xff); i !== -1 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i + 1)) {
      const next = bytes[i + 1]!
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i
    }
  }
  throw refuseFile('file.broken')
}

const readMetadata = async (source: ByteSource, at: number, length: number, safe: SafeCopy): Promise<void> => {
  const data = await source.read(at, length)
  refuseMarkup(data.toString('latin1'))
  if (data.subarray(0, 6).equals(exifHead)) safe.edits.push(...blankExifPlace(data.subarray(6)).map((edit) => ({ ...edit, at: at + 6 + edit.at })))
  if (data.subarray(0, xmpHead.length).equals(xmpHead)) safe.edits.push(...blankXmpPlace(data.subarray(xmpHead.length)).map((edit) => ({ ...edit, at: at + xmpHead.length + edit.at })))
}

const readFrame = async (source: ByteSource, at: number): Promise<void> => {
  const frame = await source.read(at, 5)
  if (frame.length < 5) throw refuseFile('file.broken')
  refuseHuge(frame.readUInt16BE(3), frame.readUInt16BE(1))
}

/** The place behind the picture's end. */
const walk = async (source: ByteSource, safe: SafeCopy): Promise<number> => {
  let framed = false
  for (let at = 2; at < source.size;) {
    const head = await source.read(at, 4)
    const marker = head[1] ?? 0
    if (head.length < 2 || head[0] !== 0xff) throw refuseFile('file.broken')
    if (marker === endOfImage && framed) return at + 2
    if (marker === 0xff || standsAlone(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (head.length < 4) throw refuseFile('file.broken')
    const length = head.readUInt16BE(2)
    if (length < 2 || at + 2 + length > source.size) throw refuseFile('file.broken')
    if (isFrame(marker)) {
      await readFrame(source, at + 4)
      framed = true
    }
    if (isMetadata(marker)) await readMetadata(source, at + 4, length - 2, safe)
    at += 2 + length
    if (marker === startOfScan) at = await afterScan(source, at)
  }
  throw refuseFile('file.broken')
}

export const judgeJpeg = async (source: ByteSource): Promise<SafeCopy> => {
  await refuseHidden(source, 'picture')
  const safe: SafeCopy = { end: source.size, edits: [] }
  safe.end = await walk(source, safe)
  return safe
}
