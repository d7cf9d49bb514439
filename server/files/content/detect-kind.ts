// What a file is, by its first bytes: a name or a header can say anything. Whatever no procedure may ask for is refused
// here, in words that say what it is instead.
import type { FileRule } from '#schemas/generated/types.ts'
import { windowsOf, type ByteSource } from './byte-source.ts'
import type { FileFault } from './file-fault.ts'
import { refuseFile } from './refuse-file.ts'

export type FileKind = FileRule['accept'][number]
/** Office files are archives: which of them is known from what they hold. */
export type Container = 'pdf' | 'jpg' | 'png' | 'zip'

const headBytes = 1024
const from = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')

const starts: readonly [string, Container | FileFault][] = [
  [from('ffd8ff'), 'jpg'],
  [from('89504e470d0a1a0a'), 'png'],
  [from('504b0304'), 'zip'],
  [from('504b0506'), 'file.archive'],
  [from('d0cf11e0a1b11ae1'), 'file.oldOffice'],
  [from('526172211a07'), 'file.archive'], [from('377abcaf271c'), 'file.archive'], [from('1f8b'), 'file.archive'], [from('425a68'), 'file.archive'], [from('fd377a585a'), 'file.archive'],
  ['MZ', 'file.program'], [from('7f454c46'), 'file.program'], ['#!', 'file.program'], [from('cafebabe'), 'file.program'], ['dex\n', 'file.program'],
  [from('feedface'), 'file.program'], [from('feedfacf'), 'file.program'], [from('cefaedfe'), 'file.program'], [from('cffaedfe'), 'file.program'], [from('4c00000001140200'), 'file.program'],
]

// What scripts and pages begin with; XML of every sort is among them.
const textStart = /^(?:\u00ef\u00bb\u00bf)?\s*(<|@echo|function\b|var\b|import\b|<\?php)/i
const heic = /^....ftyp(heic|heix|hevc|heim|heis|mif1|msf1)/s
const lockedOffice = Buffer.from('EncryptedPackage', 'utf16le')

const isPdf = (head: string): boolean => {
  const at = head.indexOf('%PDF-')
  // Some scanners put an empty line or a byte order mark before it; anything else is another file in disguise.
  return at !== -1 && at <= 16 && /^[\s\0]*(?:\u00ef\u00bb\u00bf)?[\s\0]*$/.test(head.slice(0, at))
}

// A locked .docx is packed into the old container, where its one part has this name.
const oldOrLocked = async (source: ByteSource): Promise<FileFault> => {
  for await (const { bytes } of windowsOf(source, 0, source.size, lockedOffice.length)) if (bytes.includes(lockedOffice)) return 'file.encrypted'
  return 'file.oldOffice'
}

/** Throws for everything that is not one of the containers. */
export const detectContainer = async (source: ByteSource): Promise<Container> => {
  if (source.size === 0) throw refuseFile('file.empty')
  const head = (await source.read(0, headBytes)).toString('latin1')
  if (isPdf(head)) return 'pdf'
  const [, found] = starts.find(([start]) => head.startsWith(start)) ?? []
  if (found === 'file.oldOffice') throw refuseFile(await oldOrLocked(source))
  if (found?.startsWith('file.')) throw refuseFile(found as FileFault)
  if (found) return found as Container
  if (heic.test(head)) throw refuseFile('file.heic')
  if (textStart.test(head)) throw refuseFile(/<svg[\s>]/i.test(head) ? 'file.drawing' : 'file.page')
  throw refuseFile(head.includes('%PDF-') ? 'file.disguised' : 'file.kind')
}
