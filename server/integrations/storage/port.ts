// Uploaded files by opaque id. A file that `put` acknowledged survives a power cut.
import type { Readable } from 'node:stream'

export interface Storage {
  name: string
  /** Stores the bytes under the id and syncs them; the caller limits and reads along. */
  put: (id: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** Undefined when there is no such file. */
  get: (id: string) => Promise<Readable | undefined>
  remove: (id: string) => Promise<void>
  /** Ids of everything stored, for the sweep of leftovers. */
  list: () => AsyncIterable<{ id: string; storedAt: Date }>
  checkConfig: () => Promise<string | undefined>
}
