// The raw bytes of a request, one chunk at a time.
import type { Context } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'

export const requireBytes = (c: Context<AppEnv>): void => {
  if (c.req.header('Content-Type') !== 'application/octet-stream') {
    throw new ProblemError('unsupported-type', [], { vi: 'Hãy gửi tệp kiểu application/octet-stream.', en: 'Send the file as application/octet-stream.' })
  }
}

// Opened only when it is read: a body that was opened and then left would break the connection for the next request.
export const readBytes = async function * (c: Context<AppEnv>): AsyncIterable<Uint8Array> {
  const { body } = c.req.raw
  if (body) yield * body as unknown as AsyncIterable<Uint8Array>
}
