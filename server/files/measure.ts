// Reads along while bytes pass: how many there are, and their SHA-256. Stops a sender who sends more than allowed.
import { createHash } from 'node:crypto'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'

export interface Measured {
  size: number
  sha256: string
}

export const createMeasure = (bytes: AsyncIterable<Uint8Array>, most: number): { through: AsyncIterable<Uint8Array>; result: () => Measured } => {
  const hash = createHash('sha256')
  let size = 0
  const through = async function * (): AsyncIterable<Uint8Array> {
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > most + limits.drainBytes) break
      if (size > most) continue
      hash.update(chunk)
      yield chunk
    }
    if (size > most) throw new ProblemError('too-large')
  }
  return { through: through(), result: () => ({ size, sha256: hash.digest('hex') }) }
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
