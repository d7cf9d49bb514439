// The files of a dossier as its form needs them: known, sent, removed. What sends them is loaded with the first one.
import { shallowRef, type Ref } from 'vue'
import { t } from '#runtime/ui/locale.ts'
import type { FileInfo, Problem } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export const fileUrl = (id: string): string => `/api/files/${id}`

export const removeFile = (id: string): Promise<Reply<undefined>> => request('DELETE', fileUrl(id))

const speaksOfFile = ({ type }: Problem): boolean => /file-refused|too-large/.test(type)

/** The server's sentence says all where it speaks of the file itself. */
const say = (problem: Problem): string => {
  const said = problem.errors?.[0]?.detail ?? problem.detail
  return said && speaksOfFile(problem) ? said : [problem.title, said].filter(Boolean).join('. ')
}

/** What a form needs of the files of one dossier (runtime/form/files.ts). */
export const dossierFiles = (dossier: string, given: readonly FileInfo[]) => {
  const known: Ref<ReadonlyMap<string, FileInfo>> = shallowRef(new Map(given.map((file) => [file.id, file])))
  const sending = new Set<Promise<unknown>>()

  const send = async (question: string, file: File, progress: (part: number, waits: boolean) => void, signal: AbortSignal): Promise<Reply<FileInfo>> => {
    try {
      const { sendFile } = await import('./send-file.ts')
      return await sendFile(file, { dossier, question, signal, progress })
    } catch {
      // The line broke before the sender itself was here.
      return { ok: false, problem: { type: '/problems/offline', title: t('connection.offline'), status: 0, detail: t('connection.offlineDetail') } }
    }
  }

  return {
    known,
    href: fileUrl,
    /** Resolves when nothing is on its way, nor waits for the line: whoever goes on takes the files along. */
    settled: async (): Promise<void> => { while (sending.size > 0) await Promise.allSettled(sending) },
    follow: (work: Promise<unknown>): void => {
      sending.add(work)
      const done = (): void => void sending.delete(work)
      work.then(done, done)
    },
    upload: async (question: string, file: File, progress: (part: number, waits: boolean) => void, signal: AbortSignal) => {
      const reply = await send(question, file, progress, signal)
      if (!reply.ok) return { ok: false as const, message: say(reply.problem), again: !speaksOfFile(reply.problem) }
      known.value = new Map(known.value).set(reply.value.id, reply.value)
      return { ok: true as const, file: reply.value }
    },
    /** What was on its way to the question when the page was closed. */
    unfinished: async (question: string): Promise<File[]> => {
      if (typeof indexedDB === 'undefined') return []
      return import('./kept-files.ts').then(({ listKeptFiles }) => listKeptFiles(dossier, question), () => [])
    },
    // Where a file may not be removed (a filed dossier), it is left out of the answers all the same.
    remove: async (id: string): Promise<void> => { await removeFile(id) },
  }
}
