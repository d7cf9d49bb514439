// One request to our server: a value, or a Problem that a person can read. Never throws, so that no screen forgets the way things fail.
import { locale, t } from '#runtime/ui/locale.ts'
import type { Problem } from '#schemas/generated/types.ts'
import { takeDrawnReply } from './drawn-replies.ts'
import { onServer } from './on-server.ts'

export type Reply<T> = { ok: true, value: T, etag: string | null, status: number } | { ok: false, problem: Problem }

export interface RequestOptions {
  /** Sent as JSON. */
  body?: unknown
  /** Bytes sent as they are, for uploads. */
  raw?: Blob | ArrayBuffer
  /** The version that this change was made on; quoted as an ETag. */
  ifMatch?: string | number
  /** The same key makes a repeated request harmless. */
  idempotencyKey?: string
  signal?: AbortSignal
  headers?: Record<string, string>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export const request = async <T>(method: Method, path: string, options: RequestOptions = {}): Promise<Reply<T>> => {
  const init: RequestInit = { method, headers: headersOf(options), credentials: 'same-origin', cache: 'no-store' }
  if (options.signal) init.signal = options.signal
  if (options.raw !== undefined) init.body = options.raw
  else if (options.body !== undefined) init.body = JSON.stringify(options.body)
  try {
    return await readReply<T>(takeDrawnReply(method, path) ?? await (onServer()?.ask ?? fetch)(path, init))
  } catch {
    return options.signal?.aborted ? failed('/problems/stopped', t('connection.stopped')) : failed('/problems/offline', t('connection.offline'), t('connection.offlineDetail'))
  }
}

const headersOf = ({ body, raw, ifMatch, idempotencyKey, headers }: RequestOptions): Record<string, string> => ({
  'Accept': 'application/json, application/problem+json',
  'Accept-Language': locale.value,
  ...(raw !== undefined ? { 'Content-Type': 'application/octet-stream' } : body !== undefined ? { 'Content-Type': 'application/json' } : {}),
  ...(ifMatch !== undefined ? { 'If-Match': quoted(ifMatch) } : {}),
  ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  ...headers,
})

let unknown: () => void = () => undefined

/** Is told when the server does not know any more who asks. */
export const whenUnknown = (listener: () => void): void => { unknown = listener }

const quoted = (version: string | number): string => (/^(W\/)?"/.test(String(version)) ? String(version) : `"${version}"`)

const readReply = async <T>(response: Response): Promise<Reply<T>> => {
  const text = await response.text()
  const value = text === '' ? undefined : parsed(text)
  const unreadable = text !== '' && value === undefined
  if (response.ok && !unreadable) return { ok: true, value: value as T, etag: response.headers.get('ETag'), status: response.status }
  if (response.status === 401) unknown()
  if (isProblem(value)) return { ok: false, problem: value }
  return failed('/problems/unreadable', t('connection.unreadable'), t('connection.unreadableDetail'), response.status)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'type' in value && 'title' in value && typeof value.title === 'string'

const failed = (type: string, title: string, detail?: string, status = 0): { ok: false, problem: Problem } => ({
  ok: false,
  problem: { type, title, status, ...(detail ? { detail } : {}) },
})
