// Uploaded files by opaque id. A file that `put` acknowledged survives a power cut and is never overwritten.
import type { Readable } from 'node:stream'

/** A file that is whole and known: it can be read again when a try failed. */
export interface StoredBytes {
  size: number
  sha256: string
  read: () => AsyncIterable<Uint8Array>
}

export interface Storage {
  name: string
  /** Refuses an id that is taken, and bytes that are not what was announced. */
  put: (id: string, file: StoredBytes) => Promise<void>
  /** Undefined when there is no such file. Whoever reads it checks the hash along the way. */
  get: (id: string) => Promise<Readable | undefined>
  /** For good; does not mind that there is none. */
  remove: (id: string) => Promise<void>
  /** Ids of everything stored, for the sweep of leftovers. */
  list: () => AsyncIterable<{ id: string; storedAt: Date }>
  checkConfig: () => Promise<string | undefined>
}
