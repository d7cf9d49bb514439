// Where a ZIP archive ends: archives are found from their end, so one may hang on any other file.
import type { ByteSource } from './byte-source.ts'

const signature = Buffer.from('PK\x05\x06', 'latin1')
const recordBytes = 22

export interface ZipTail {
  /** Where the record stands that closes the archive. */
  at: number
  entries: number
  directoryAt: number
  directoryBytes: number
  commentBytes: number
}

/** The closing record of an archive that a reader of archives would find; undefined when there is none. */
export const findZipTail = async (source: ByteSource): Promise<ZipTail | undefined> => {
  const from = Math.max(0, source.size - recordBytes - 65_535)
  const tail = await source.read(from, source.size - from)
  for (let i = tail.lastIndexOf(signature); i >= 0; i = i === 0 ? -1 : tail.lastIndexOf(signature, i - 1)) {
    if (i + recordBytes > tail.length) continue
    const found = { at: from + i, entries: tail.readUInt16LE(i + 10), directoryBytes: tail.readUInt32LE(i + 12), directoryAt: tail.readUInt32LE(i + 16), commentBytes: tail.readUInt16LE(i + 20) }
    // Chance puts these four bytes into a picture once in many thousands; a directory that would fit is no chance.
    if (found.directoryBytes <= found.at && found.entries > 0) return found
  }
  return undefined
}
