// PDF: whole, readable without a password, and nothing in it that acts by itself or carries another file. What is packed
// into object streams is unpacked and looked at too, within limits; the rule is in README, "Files".
import { limits } from '../../limits.ts'
import { inflate, windowsOf, type ByteSource } from './byte-source.ts'
import { refuseHidden } from './hidden-content.ts'
import type { FileFault } from './file-fault.ts'
import { refuseFile } from './refuse-file.ts'
import type { SafeCopy } from './safe-copy.ts'

const overlapBytes = 4096
const names: Record<string, FileFault> = {
  Encrypt: 'file.encrypted', JavaScript: 'file.active', Launch: 'file.active', RichMedia: 'file.active', XFA: 'file.active', EmbeddedFile: 'file.embedded', EmbeddedFiles: 'file.embedded',
}

const ends = String.raw`(?=[\s\0()<>\[\]{}/%]|$)`
// Chance writes four letters into a large scan: this name counts only with what must follow it.
const suspicious = new RegExp(String.raw`/(?:(Encrypt|JavaScript|Launch|RichMedia|EmbeddedFiles?)${ends}|(XFA)(?=[\s\0]*(?:\[|\d+\s+\d+\s+R)))`)
// Any letter of a name may be written by its number: /J#61vaScript.
const escaped = /\/([\w+.-]*(?:#[0-9A-Fa-f]{2}[\w+.-]*)+)/g
const spell = (text: string): string => text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** Refuses text of the document that names what may not be in it. */
const refuseActs = (text: string): void => {
  const [, name, form] = suspicious.exec(text) ?? []
  const found = name ?? form
  if (found !== undefined) throw refuseFile(names[found]!, { name: found })
  for (const [, written] of text.matchAll(escaped)) {
    const fault = Object.hasOwn(names, spell(written!)) ? names[spell(written!)] : undefined
    if (fault) throw refuseFile(fault, { name: spell(written!) })
  }
}

/** Whether packed objects stand behind the words of a stream. */
const holdsObjects = (head: string): boolean => {
  const dictionary = spell(head)
  const packed = /\/ObjStm\b/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary))
  if (!packed || !/\/Filter\b/.test(dictionary)) return false
  // Programs pack objects in one way only; whoever does it otherwise does not want them to be looked at.
  const filters = /\/Filter[\s\0]*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\/\w+/g) ?? []
  if (filters.length !== 1 || !['/FlateDecode', '/Fl'].includes(filters[0]!) || /\/Predictor[\s\0]+(?!1\b)\d/.test(dictionary)) throw refuseFile('file.disguised')
  return true
}

/** Gives how many bytes they are, unpacked. */
const readObjects = async (source: ByteSource, at: number, most: number): Promise<number> => {
  let size = 0
  let before = ''
  try {
    for await (const bytes of inflate(source, at, source.size, 'zlib')) {
      size += bytes.length
      if (size > most) throw refuseFile('file.bomb', { limit: `${limits.unpackedBytes / 1048576} MB` })
      const text = before + bytes.toString('latin1')
      refuseActs(text)
      before = text.slice(-256)
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? refuseFile('file.broken') : error
  }
  return size
}

const streamsOf = (text: string): { head: string; data: number }[] =>
  [...text.matchAll(/(?<!end)stream(?:\r\n|\r|\n)/g)].map((match) => {
    const before = text.slice(Math.max(0, match.index - overlapBytes), match.index)
    return { head: before.slice(before.lastIndexOf('obj') + 1), data: match.index + match[0].length }
  })

const readAll = async (source: ByteSource): Promise<void> => {
  const seen = new Set<number>()
  let unpacked = 0
  for await (const { at, bytes } of windowsOf(source, 0, source.size, overlapBytes)) {
    const text = bytes.toString('latin1')
    refuseActs(text)
    for (const { head, data } of streamsOf(text)) {
      if (seen.has(at + data) || !holdsObjects(head)) continue
      seen.add(at + data)
      if (seen.size > limits.packedStreams) throw refuseFile('file.bomb', { limit: String(limits.packedStreams) })
      unpacked += await readObjects(source, at + data, limits.unpackedBytes - unpacked)
    }
  }
}

export const judgePdf = async (source: ByteSource): Promise<SafeCopy> => {
  await refuseHidden(source, 'pdf')
  const tail = (await source.read(Math.max(0, source.size - 2048), 2048)).toString('latin1')
  if (!tail.includes('%%EOF')) throw refuseFile('file.broken')
  await readAll(source)
  return { end: source.size, edits: [] }
}
