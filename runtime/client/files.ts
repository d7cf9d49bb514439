// Files of a dossier: sent with a sign of how far they are (which fetch cannot give), listed, removed.
import { shallowRef, type Ref } from 'vue'
import { locale, t } from '#runtime/ui/locale.ts'
import type { FileInfo, Problem } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export const fileUrl = (id: string): string => `/api/files/${id}`

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const offline = (): Problem => ({ type: '/problems/offline', title: t('connection.offline'), status: 0, detail: t('connection.offlineDetail') })

const replyOf = (sending: XMLHttpRequest): Reply<FileInfo> => {
  const body = parsed(sending.responseText)
  if (sending.status === 201) return { ok: true, value: body as FileInfo, etag: null, status: 201 }
  const isProblem = typeof body === 'object' && body !== null && 'title' in body
  return { ok: false, problem: isProblem ? body as Problem : { type: '/problems/unreadable', title: t('connection.unreadable'), status: sending.status, detail: t('connection.unreadableDetail') } }
}

export interface Sending {
  dossier: string
  /** Pointer of the question. */
  question: string
  /** Told the part sent, 0 to 1. */
  progress?: (part: number) => void
  signal?: AbortSignal
}

export const uploadFile = (file: File, { dossier, question, progress, signal }: Sending): Promise<Reply<FileInfo>> => new Promise((resolve) => {
  const sending = new XMLHttpRequest()
  sending.open('POST', `/api/files?dossier=${encodeURIComponent(dossier)}&question=${encodeURIComponent(question)}`)
  sending.setRequestHeader('Content-Type', 'application/octet-stream')
  sending.setRequestHeader('X-File-Name', encodeURIComponent(file.name.normalize('NFC')))
  sending.setRequestHeader('Accept', 'application/json, application/problem+json')
  sending.setRequestHeader('Accept-Language', locale.value)
  sending.upload.onprogress = ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0)
  sending.onload = () => resolve(replyOf(sending))
  sending.onerror = () => resolve({ ok: false, problem: offline() })
  sending.onabort = () => resolve({ ok: false, problem: { type: '/problems/stopped', title: t('connection.stopped'), status: 0 } })
  signal?.addEventListener('abort', () => sending.abort(), { once: true })
  sending.send(file)
})

export const removeFile = (id: string): Promise<Reply<undefined>> => request('DELETE', fileUrl(id))

/** What a form needs of the files of one dossier (runtime/form/files.ts). */
export const dossierFiles = (dossier: string, given: readonly FileInfo[]) => {
  const known: Ref<ReadonlyMap<string, FileInfo>> = shallowRef(new Map(given.map((file) => [file.id, file])))
  const sending = new Set<Promise<unknown>>()
  const sent = async <T>(upload: Promise<T>): Promise<T> => {
    sending.add(upload)
    return upload.finally(() => sending.delete(upload))
  }
  return {
    known,
    href: fileUrl,
    /** Resolves when nothing is on its way: whoever goes on takes the files along. */
    settled: async (): Promise<void> => { while (sending.size > 0) await Promise.all(sending) },
    upload: async (question: string, file: File, progress: (part: number) => void, signal: AbortSignal) => {
      const reply = await sent(uploadFile(file, { dossier, question, progress, signal }))
      if (!reply.ok) return { ok: false as const, message: [reply.problem.title, reply.problem.errors?.[0]?.detail ?? reply.problem.detail].filter(Boolean).join('. ') }
      known.value = new Map(known.value).set(reply.value.id, reply.value)
      return { ok: true as const, file: reply.value }
    },
    // Where a file may not be removed (a filed dossier), it is left out of the answers all the same.
    remove: async (id: string): Promise<void> => { await removeFile(id) },
  }
}
