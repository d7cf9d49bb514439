// What a form needs of attached files: it is given by the app, because only the app knows where files are kept.
import { shallowRef, type Ref, type ShallowRef } from 'vue'

/** A file as answers know it. `type` is its kind by content: pdf, jpg, png, docx, xlsx. */
export interface AttachedFile {
  id: string
  name: string
  size: number
  type: string
}

/** `again`: the same file may well be taken another time. */
export type Uploaded = { ok: true; file: AttachedFile } | { ok: false; message: string; again?: boolean }

export interface FilesApi {
  /** The files that answers may name, by id. */
  known: Readonly<Ref<ReadonlyMap<string, AttachedFile>>>
  /** `question` is the pointer of the question; `progress` is told the part sent, 0 to 1, and whether it waits for the line. The reason 'leave' of the signal keeps what is sent for another time. */
  upload(question: string, file: File, progress: (part: number, waits?: boolean) => void, signal: AbortSignal): Promise<Uploaded>
  /** Work on a chosen file, from the choice until the answer names it: whoever goes on waits for it. */
  follow?(work: Promise<unknown>): void
  /** Files that were on their way to the question when the page was closed. */
  unfinished?(question: string): Promise<File[]>
  remove(id: string): Promise<void>
  /** Where the file can be downloaded; absent in a preview. */
  href?(id: string): string
}

/** For previews: files are remembered by name, in a memory that may hold some already, and go nowhere. */
export const memoryFiles = (known: ShallowRef<ReadonlyMap<string, AttachedFile>> = shallowRef(new Map())): FilesApi => {
  return {
    known,
    upload: (_question, { name, size }, progress) => {
      const file = { id: crypto.randomUUID(), name, size, type: fileKind(name) }
      known.value = new Map(known.value).set(file.id, file)
      progress(1)
      return Promise.resolve({ ok: true, file })
    },
    remove: () => Promise.resolve(),
  }
}

/** The kind that a file's name promises; the server looks at the content. */
export const fileKind = (name: string): string => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return ending === 'jpeg' ? 'jpg' : ending
}

/** 1536 → "1,5 KB" for a Vietnamese reader. */
export const formatSize = (bytes: number, locale: string): string => {
  const [value, unit] = bytes < 1024 ? [bytes, 'B'] : bytes < 1048576 ? [bytes / 1024, 'KB'] : [bytes / 1048576, 'MB']
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}
