// The name under which a citizen's file is kept and given back: readable, in NFC, no path, nothing that a system reads
// as an order, and with the ending of what the file really is.
import { limits } from '../limits.ts'
import type { FileKind } from './content/detect-kind.ts'

const unwanted = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/g

const decode = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}

const endings: Record<FileKind, readonly string[]> = { pdf: ['pdf'], jpg: ['jpg', 'jpeg'], png: ['png'], docx: ['docx'], xlsx: ['xlsx'] }

// Names that Windows keeps for devices, with or without an ending.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?=\.|$)/i

/** The ending stays when the rest is cut. */
const cut = (name: string): string => {
  const letters = [...name]
  if (letters.length <= limits.fileNameLength) return name
  const ending = /\.\p{L}{1,5}$/u.exec(name)?.[0] ?? ''
  return letters.slice(0, limits.fileNameLength - ending.length).join('') + ending
}

/** The name as it may be shown, from the percent-encoded header. */
export const toReadableName = (encoded: string | undefined): string => {
  const last = decode(encoded ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = cut(last.replace(unwanted, '').replace(/^[.\s]+|[.\s]+$/g, '')) || 'tep'
  return reserved.test(clean) ? `_${clean}` : clean
}

/** The name under which it is kept: with the ending of the kind that the content has. */
export const toFileName = (encoded: string | undefined, kind: FileKind): string => {
  const clean = toReadableName(encoded)
  const ending = /\.([^.]+)$/.exec(clean)?.[1]?.toLowerCase()
  return ending !== undefined && endings[kind].includes(ending) ? clean : `${clean}.${endings[kind][0]}`
}

const plainLetters = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\x20-\x7e]|["\\%;]/g, '_')

const percent = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** RFC 6266 and 8187: the name without accents for programs that know no better, then as the person knows it. */
export const toDisposition = (name: string, how: 'attachment' | 'inline' = 'attachment'): string =>
  `${how}; filename="${plainLetters(name)}"; filename*=UTF-8''${percent(name)}`
