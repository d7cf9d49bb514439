// The table of contents of a ZIP archive, believed only where it agrees with the bytes: entries in a row without gaps
// for a second archive, none over another, none outside of its folder.
import { limits } from '../../limits.ts'
import type { ByteSource } from './byte-source.ts'
import { refuseFile } from './refuse-file.ts'
import { findZipTail } from './zip-tail.ts'

export interface ZipEntry {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  /** Where its data begin. */
  at: number
}

const entryHead = 46
const localHead = 30
const directoryLimit = 1024 * 1024

const isSafeName = (name: string): boolean =>
  name.length > 0 && name.length < 500 && !/^[/\\]|[\\\0:]|(^|\/)\.\.?(\/|$)/.test(name)

/** Entries as the table lists them, `at` still the place of their own heads. */
const readTable = (table: Buffer, count: number): ZipEntry[] => {
  const entries: ZipEntry[] = []
  for (let at = 0, n = 0; n < count; n++) {
    if (at + entryHead > table.length || table.readUInt32LE(at) !== 0x02014b50) throw refuseFile('file.broken')
    const nameBytes = table.readUInt16LE(at + 28)
    const name = table.toString('utf8', at + entryHead, at + entryHead + nameBytes)
    if (table.readUInt16LE(at + 8) & 1) throw refuseFile('file.encrypted')
    entries.push({ name, method: table.readUInt16LE(at + 10), crc: table.readUInt32LE(at + 16), packed: table.readUInt32LE(at + 20), size: table.readUInt32LE(at + 24), at: table.readUInt32LE(at + 42) })
    at += entryHead + nameBytes + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32)
  }
  return entries
}

const refuseBomb = (entries: readonly ZipEntry[], fileSize: number): void => {
  const declared = entries.reduce((sum, { size }) => sum + size, 0)
  if (declared > limits.unpackedBytes) throw refuseFile('file.bomb', { limit: `${limits.unpackedBytes / 1048576} MB` })
  if (declared > fileSize * limits.unpackedRatio) throw refuseFile('file.bomb', { limit: `1:${limits.unpackedRatio}` })
}

/** Where the entry's data are; its own head must say the same as the table. */
const locate = async (source: ByteSource, entry: ZipEntry): Promise<ZipEntry> => {
  const head = await source.read(entry.at, localHead)
  if (head.length < localHead || head.readUInt32LE(0) !== 0x04034b50) throw refuseFile('file.broken')
  const nameBytes = head.readUInt16LE(26)
  const name = (await source.read(entry.at + localHead, nameBytes)).toString('utf8')
  if (name !== entry.name || head.readUInt16LE(8) !== entry.method) throw refuseFile('file.disguised')
  return { ...entry, at: entry.at + localHead + nameBytes + head.readUInt16LE(28) }
}

export const readDirectory = async (source: ByteSource): Promise<ZipEntry[]> => {
  const tail = await findZipTail(source)
  if (!tail) throw refuseFile('file.broken')
  if (tail.entries > limits.unpackedEntries) throw refuseFile('file.bomb', { limit: String(limits.unpackedEntries) })
  if (tail.at + 22 + tail.commentBytes !== source.size || tail.directoryAt + tail.directoryBytes !== tail.at || tail.directoryBytes > directoryLimit) throw refuseFile('file.disguised')
  const table = await source.read(tail.directoryAt, tail.directoryBytes)
  const listed = readTable(table, tail.entries).sort((a, b) => a.at - b.at)
  if (listed[0]?.at !== 0 || listed.some(({ name }) => !isSafeName(name))) throw refuseFile('file.disguised')
  if (new Set(listed.map(({ name }) => name.toLowerCase())).size !== listed.length) throw refuseFile('file.disguised')
  refuseBomb(listed, source.size)
  const entries = await Promise.all(listed.map((entry) => locate(source, entry)))
  entries.forEach((entry, i) => {
    if (entry.at + entry.packed > (listed[i + 1]?.at ?? tail.directoryAt)) throw refuseFile('file.disguised')
  })
  return entries
}
