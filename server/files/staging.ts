// Where uploads wait until they are whole and judged: a folder beside the database. What was acknowledged of an upload
// is synced to disk; what comes in is written where it belongs and never held in memory.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import type { SafeCopy } from './content/safe-copy.ts'

export interface Staging {
  pathOf: (id: string) => string
  /** Writes from the place on and syncs; gives the place behind the last byte, also when the sender broke off. */
  write: (id: string, at: number, bytes: AsyncIterable<Uint8Array>) => Promise<{ end: number; fault?: unknown }>
  /** Bytes that are there; 0 when nothing is. */
  sizeOf: (id: string) => Promise<number>
  makeSafe: (id: string, safe: SafeCopy) => Promise<void>
  read: (id: string) => Readable
  remove: (id: string) => Promise<void>
  list: () => AsyncIterable<{ id: string; touchedAt: Date }>
}

const writeOn = async (path: string, at: number, bytes: AsyncIterable<Uint8Array>): Promise<{ end: number; fault?: unknown }> => {
  const handle = await open(path, 'r+').catch(() => open(path, 'wx+', 0o600))
  let end = at
  try {
    for await (const chunk of bytes) {
      await handle.write(chunk, 0, chunk.length, end)
      end += chunk.length
    }
    await handle.sync()
    return { end }
  } catch (fault) {
    await handle.sync()
    return { end, fault }
  } finally {
    await handle.close()
  }
}

const edit = async (path: string, { end, edits }: SafeCopy): Promise<void> => {
  const handle = await open(path, 'r+')
  try {
    for (const { at, bytes } of edits) await handle.write(bytes, 0, bytes.length, at)
  } finally {
    await handle.close()
  }
  await truncate(path, end)
}

export const createStaging = ({ dataDir }: Pick<Config, 'dataDir'>): Staging => {
  const folder = join(dataDir, 'uploads')
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not an id of an upload')
    return join(folder, id)
  }
  return {
    pathOf,
    write: async (id, at, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return writeOn(pathOf(id), at, bytes)
    },
    sizeOf: (id) => stat(pathOf(id)).then(({ size }) => size, () => 0),
    makeSafe: (id, safe) => edit(pathOf(id), safe),
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
    list: async function * () {
      for (const id of await readdir(folder).catch(() => [])) {
        const found = await stat(join(folder, id)).catch(() => undefined)
        if (found) yield { id, touchedAt: found.mtime }
      }
    },
  }
}
