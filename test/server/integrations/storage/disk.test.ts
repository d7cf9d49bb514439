import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDiskStorage } from '../../../../server/integrations/storage/disk.ts'
import type { Storage } from '../../../../server/integrations/storage/port.ts'

const id = '5f0e8a52-2a2e-4c9e-9a55-0c1d2e3f4a5b'
const bytesOf = async function * (...parts: string[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}
const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
const read = async (storage: Storage): Promise<string | undefined> => {
  const stream = await storage.get(id)
  return stream && Buffer.concat(await collect(stream)).toString()
}

describe('storage on disk', () => {
  let root: string
  let storage: Storage
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'motcua-disk-'))
    storage = await createDiskStorage(root)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('gives back what was put, readable by its owner only', async () => {
    await storage.put(id, bytesOf('một ', 'cửa'))
    expect(await read(storage)).toBe('một cửa')
    expect(statSync(join(root, '5f', id)).mode & 0o777).toBe(0o600)
    expect(await collect(storage.list())).toMatchObject([{ id }])
  })

  it('leaves nothing of what was broken off', async () => {
    const broken = async function * (): AsyncIterable<Uint8Array> {
      yield Buffer.from('half')
      throw new Error('gone')
    }
    await expect(storage.put(id, broken())).rejects.toThrow('gone')
    expect(await storage.get(id)).toBeUndefined()
    expect(readdirSync(join(root, 'unfinished'))).toEqual([])
  })

  it('removes for good, and does not mind doing it twice', async () => {
    await storage.put(id, bytesOf('first'))
    await storage.remove(id)
    await storage.remove(id)
    expect(await read(storage)).toBeUndefined()
  })

  it.each(['../../etc/passwd', '', 'a/b', `${id}x`])('takes no id that could be a path: %j', async (wrong) => {
    await expect(storage.put(wrong, bytesOf('x'))).rejects.toThrow('Not an id')
    await expect(storage.get(wrong)).rejects.toThrow('Not an id')
  })
})
