// The name under which a citizen's file is kept and given back: readable, in NFC, no path, nothing that a system reads
// as an order, and with the ending of what the file really is.
import { limits } from '../limits.ts'
import type { FileKind } from './file-kind.ts'

const unwanted = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/g

const decode = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}

const endings: Record<FileKind, readonly string[]> = { pdf: ['pdf'], jpg: ['jpg', 'jpeg'], png: ['png'], docx: ['docx'], xlsx: ['xlsx'] }

const cut = (name: string): string => {
  const letters = [...name]
  return letters.length > limits.fileNameLength ? letters.slice(0, limits.fileNameLength).join('') : name
}

/** The name as it may be shown, from the percent-encoded header. */
export const toReadableName = (encoded: string | undefined): string => {
  const last = decode(encoded ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return cut(last.replace(unwanted, '').replace(/^[.\s]+|[.\s]+$/g, '')) || 'tep'
}

/** The name under which it is kept: with the ending of the kind that the content has. */
export const toFileName = (encoded: string | undefined, kind: FileKind): string => {
  const clean = toReadableName(encoded)
  const ending = /\.([^.]+)$/.exec(clean)?.[1]?.toLowerCase()
  return ending !== undefined && endings[kind].includes(ending) ? clean : `${clean}.${endings[kind][0]}`
}

/** RFC 6266: always saved, never opened in place. */
export const toDisposition = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`
