// What a file is, by its content: a name or a header can say anything.
import { Readable } from 'node:stream'
import { fileTypeFromStream } from 'file-type'
import type { FileRule } from '#schemas/generated/types.ts'

export type FileKind = FileRule['accept'][number]

const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const mediaTypeOf = (kind: string): string => mediaTypes[kind as FileKind] ?? 'application/octet-stream'

/** Undefined for everything that no procedure may ask for. */
export const detectKind = async (stream: Readable): Promise<FileKind | undefined> => {
  try {
    const found = await fileTypeFromStream(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>)
    return found && found.ext in mediaTypes ? found.ext as FileKind : undefined
  } catch {
    return undefined
  } finally {
    stream.destroy()
  }
}
