// One piece of a file on its way, with a sign of how far it is (which fetch cannot give). A line on which nothing moves
// any more is given up, so that the next try can begin.
import { locale, t } from '#runtime/ui/locale.ts'
import type { FileInfo, Problem, UploadState } from '#schemas/generated/types.ts'
import type { Reply } from './http.ts'

const stillMs = 30_000

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const failed = (title: string, status: number, detail?: string): { ok: false; problem: Problem } => ({ ok: false, problem: { type: '/problems/line', title, status, ...(detail && { detail }) } })

const replyOf = (sending: XMLHttpRequest): Reply<UploadState | FileInfo> => {
  const body = parsed(sending.responseText)
  if (sending.status === 200 || sending.status === 201) return { ok: true, value: body as UploadState | FileInfo, etag: null, status: sending.status }
  if (typeof body === 'object' && body !== null && 'title' in body) return { ok: false, problem: body as Problem }
  return failed(t('connection.unreadable'), sending.status, t('connection.unreadableDetail'))
}

export interface Piece {
  id: string
  offset: number
  bytes: Blob
  /** Told the bytes of this piece that are sent. */
  progress: (sent: number) => void
  signal: AbortSignal
}

export const sendPiece = ({ id, offset, bytes, progress, signal }: Piece): Promise<Reply<UploadState | FileInfo>> => new Promise((resolve) => {
  const sending = new XMLHttpRequest()
  let still: ReturnType<typeof setTimeout>
  const stop = (): void => sending.abort()
  const moves = (): void => {
    clearTimeout(still)
    still = setTimeout(stop, stillMs)
  }
  const end = (reply: Reply<UploadState | FileInfo>): void => {
    clearTimeout(still)
    signal.removeEventListener('abort', stop)
    resolve(reply)
  }
  sending.open('PUT', `/api/uploads/${id}`)
  sending.setRequestHeader('Content-Type', 'application/octet-stream')
  sending.setRequestHeader('Upload-Offset', String(offset))
  sending.setRequestHeader('Accept', 'application/json, application/problem+json')
  sending.setRequestHeader('Accept-Language', locale.value)
  sending.upload.onprogress = ({ loaded }) => {
    moves()
    progress(loaded)
  }
  // The server looks at the whole file before it answers the last piece: it may take its time then.
  sending.upload.onload = () => clearTimeout(still)
  sending.onload = () => end(replyOf(sending))
  sending.onerror = () => end(failed(t('connection.offline'), 0, t('connection.offlineDetail')))
  sending.onabort = () => end(failed(t('connection.stopped'), 0))
  signal.addEventListener('abort', stop, { once: true })
  moves()
  sending.send(bytes)
})
