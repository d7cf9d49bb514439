// Files in the data folder, two levels deep by the first letters of their id. A file appears under its name only when
// all of its bytes are on disk, and the name itself is synced before anyone is told.
import { createHash } from 'node:crypto'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage, StoredBytes } from './port.ts'

const idPattern = /^[0-9a-f-]{36}$/

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeSynced = async (file: string, { size, sha256, read }: StoredBytes): Promise<void> => {
  const handle = await open(file, 'w', 0o600)
  const hash = createHash('sha256')
  let written = 0
  try {
    for await (const chunk of read()) {
      hash.update(chunk)
      written += chunk.length
      await handle.appendFile(chunk)
    }
    if (written !== size || hash.digest('hex') !== sha256) throw new Error('The bytes are not what was announced')
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const createDiskStorage = async (root: string): Promise<Storage> => {
  const unfinished = join(root, 'unfinished')
  await mkdir(unfinished, { recursive: true, mode: 0o700 })

  const folderOf = (id: string): string => {
    if (!idPattern.test(id)) throw new Error('Not an id of a file')
    return join(root, id.slice(0, 2))
  }

  return {
    name: 'disk',
    put: async (id, file) => {
      const folder = folderOf(id)
      const temporary = join(unfinished, id)
      try {
        await writeSynced(temporary, file)
        const made = await mkdir(folder, { recursive: true, mode: 0o700 })
        // A second name fails where a file has it already; a rename would take its place.
        await link(temporary, join(folder, id))
        await syncFolder(folder)
        if (made) await syncFolder(root)
      } finally {
        await rm(temporary, { force: true })
      }
    },
    get: async (id) => {
      const file = join(folderOf(id), id)
      // Opened before it is promised: a file that disappears meanwhile is still read to its end.
      return open(file, 'r').then((handle) => handle.createReadStream(), () => undefined)
    },
    remove: async (id) => {
      await rm(join(folderOf(id), id), { force: true })
      await rm(join(unfinished, id), { force: true })
    },
    list: async function * () {
      for (const folder of await readdir(root)) {
        for (const id of await readdir(join(root, folder))) {
          const found = await stat(join(root, folder, id)).catch(() => undefined)
          if (found) yield { id, storedAt: found.mtime }
        }
      }
    },
    checkConfig: async () => stat(unfinished).then(() => undefined, () => `The folder ${root} cannot be read`),
  }
}
