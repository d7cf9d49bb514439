// The media type under which each kind of file is given back.
import type { FileKind } from './content/detect-kind.ts'

const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const mediaTypeOf = (kind: string): string => mediaTypes[kind as FileKind] ?? 'application/octet-stream'

/** Shown in place when somebody asks for it: pictures only, which can do nothing. */
export const isPicture = (kind: string): boolean => kind === 'jpg' || kind === 'png'
