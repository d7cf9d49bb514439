// Word and Excel files (OOXML): every part is really unpacked and counted; macros, files inside, and what is fetched
// from elsewhere are refused. Only one level is ever opened: an archive inside is refused, not entered.
import { crc32 } from 'node:zlib'
import { limits } from '../../limits.ts'
import { inflate, plain, type ByteSource } from './byte-source.ts'
import { refuseFile } from './refuse-file.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

const macros = /(^|\/)(vbaproject[^/]*\.bin|vbadata\.xml|activex\/.*|macrosheets\/.*|intlmacrosheets\/.*|dialogsheets\/.*)$/i
const inner = /(^|\/)embeddings\/|\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|hta|jar|lnk|msi|zip|rar|7z|docx?|docm|xlsx?|xlsm|pptx?|pptm|html?|svgz)$/i
const isText = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name)
const keptBytes = 512 * 1024

// Pictures and links are shown as such; books that refer to other books ask before they read them.
const harmless = /\/(hyperlink|image|externalLinkPath|externalLinkLongPath)$/
const relationship = /<(?:\w+:)?Relationship\b[^>]*>/g

const refuseRemote = (text: string): void => {
  for (const [tag] of text.matchAll(relationship)) {
    if (/TargetMode\s*=\s*["']External["']/i.test(tag) && !harmless.test(/\bType\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '')) throw refuseFile('file.remote')
  }
}

/** Unpacks the part; gives the beginning of its text. */
const readPart = async (source: ByteSource, entry: ZipEntry): Promise<string> => {
  if (entry.method !== 0 && entry.method !== 8) throw refuseFile('file.broken')
  const kept: Buffer[] = []
  let [size, held, sum] = [0, 0, 0]
  const { at, packed } = entry
  for await (const bytes of entry.method === 8 ? inflate(source, at, at + packed, 'raw') : plain(source, at, at + packed)) {
    size += bytes.length
    if (size > entry.size) throw refuseFile('file.bomb', { limit: `${limits.unpackedBytes / 1048576} MB` })
    sum = crc32(bytes, sum)
    if (!isText(entry.name) || held >= keptBytes) continue
    kept.push(bytes)
    held += bytes.length
  }
  if (size !== entry.size || sum !== entry.crc) throw refuseFile('file.broken')
  return Buffer.concat(kept).toString('utf8')
}

const judgePart = async (source: ByteSource, entry: ZipEntry): Promise<void> => {
  const text = await readPart(source, entry)
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuseFile('file.disguised')
  if (entry.name.endsWith('.rels')) refuseRemote(text)
  if (entry.name === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX/i.test(text)) throw refuseFile('file.macros')
}

/** Which of the two it is; throws for every other archive. */
export const judgeOffice = async (source: ByteSource): Promise<'docx' | 'xlsx'> => {
  const entries = await readDirectory(source)
  const names = new Set(entries.map(({ name }) => name))
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined
  if (!kind || !names.has('[Content_Types].xml')) throw refuseFile('file.archive')
  if (entries.some(({ name }) => macros.test(name))) throw refuseFile('file.macros')
  if (entries.some(({ name }) => inner.test(name))) throw refuseFile('file.embedded')
  try {
    for (const entry of entries) await judgePart(source, entry)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? refuseFile('file.broken') : error
  }
  return kind
}
