// Bytes on their way: counted while they come in, and checked against their hash while they go out.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'

/** Passes on what is within the limit; what comes beyond it is thrown away for a while, so that the sender hears why. */
export const within = async function * (bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most + limits.drainBytes) break
    if (size <= most) yield chunk
  }
  if (size > most) throw new ProblemError('too-large')
}

export const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Passes a stored file on and breaks off before its end when it is not what was stored. */
export const verified = async function * (bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Uint8Array | undefined
  for await (const chunk of bytes) {
    hash.update(chunk)
    if (held) yield held
    held = chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error('A stored file is not what was stored')
  if (held) yield held
}
