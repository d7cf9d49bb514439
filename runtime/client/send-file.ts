// Sends a file in pieces until the server has it: after a broken line it waits and goes on where the server says that it
// is. Two at a time, so that a slow line is not shared by ten. Loaded when the first file is chosen.
import { t } from '#runtime/ui/locale.ts'
import type { FileInfo, UploadState } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'
import { forgetFile, keepFile, markOf } from './kept-files.ts'
import { sendPiece } from './send-piece.ts'

export interface Sending {
  dossier: string
  /** Pointer of the question. */
  question: string
  /** Told the part sent, 0 to 1, and whether it waits for the line. */
  progress: (part: number, waits: boolean) => void
  /** Aborted with the reason 'leave', it goes on another time; otherwise the server forgets it. */
  signal: AbortSignal
}

type Answer = Reply<UploadState | FileInfo>

const atOnce = 2
let running = 0
const queue: (() => void)[] = []

const turn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}

const isPassing = (status: number): boolean => status === 0 || status === 408 || status >= 500

/** Until the line may be back: sooner when the browser says so. */
const lineBack = (failures: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const done = (): void => {
    clearTimeout(timer)
    removeEventListener('online', done)
    signal.removeEventListener('abort', done)
    resolve()
  }
  const timer = setTimeout(done, Math.min(30_000, 1000 * 2 ** failures))
  addEventListener('online', done)
  signal.addEventListener('abort', done)
})

const begin = (file: File, { dossier, question, signal }: Sending): Promise<Answer> =>
  request<UploadState>('POST', '/api/uploads', { body: { dossier, question, name: file.name.normalize('NFC').slice(0, 1000), size: file.size, mark: markOf(file) }, signal })

const goOn = (file: File, state: UploadState, { progress, signal }: Sending): Promise<Answer> => sendPiece({
  id: state.id, offset: state.offset, bytes: file.slice(state.offset, state.offset + state.pieceBytes), signal, progress: (sent) => progress((state.offset + sent) / file.size, false),
})

const isState = (value: UploadState | FileInfo): value is UploadState => 'pieceBytes' in value

const send = async (file: File, sending: Sending): Promise<Reply<FileInfo>> => {
  const { signal, progress } = sending
  let state: UploadState | undefined
  let asks = false
  let failures = 0
  while (!signal.aborted) {
    const reply: Answer = state ? await (asks ? request('GET', `/api/uploads/${state.id}`, { signal }) : goOn(file, state, sending)) : await begin(file, sending)
    if (reply.ok && !isState(reply.value)) return reply as Reply<FileInfo>
    if (reply.ok) {
      if (!state || (reply.value as UploadState).offset > state.offset) failures = 0
      state = reply.value as UploadState
      asks = false
      progress(state.offset / file.size, false)
      continue
    }
    const { status } = reply.problem
    const lost = state !== undefined && (status === 404 || status === 409)
    if (signal.aborted || (!isPassing(status) && !lost) || failures > 500) return reply
    // Another place than it thought, or an upload that the server does not have any more: ask, then begin anew.
    if (lost && asks) state = undefined
    asks = state !== undefined
    progress(state ? state.offset / file.size : 0, true)
    await lineBack(lost ? 0 : failures, signal)
    failures++
  }
  if (state && signal.reason !== 'leave') void request('DELETE', `/api/uploads/${state.id}`)
  return { ok: false, problem: { type: '/problems/stopped', title: t('connection.stopped'), status: 0 } }
}

export const sendFile = async (file: File, sending: Sending): Promise<Reply<FileInfo>> => {
  await keepFile(sending.dossier, sending.question, file)
  const reply = await turn(() => send(file, sending))
  if (sending.signal.reason !== 'leave') await forgetFile(sending.dossier, sending.question, file)
  return reply
}
