import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiskStorage } from '../../../../server/integrations/storage/disk.ts'
import type { Storage } from '../../../../server/integrations/storage/port.ts'
import { bytesOf, storageContract } from '../../../contracts/storage.contract.ts'

describe('storage on disk', () => {
  let root: string
  let storage: Storage
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'motcua-disk-'))
    storage = await createDiskStorage(root)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  storageContract(() => storage)

  it('lets its owner only read, and leaves nothing unfinished', async () => {
    const id = crypto.randomUUID()
    await storage.put(id, bytesOf(Buffer.from('một cửa')))
    expect(statSync(join(root, id.slice(0, 2), id)).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(root, 'unfinished'))).toEqual([])
  })
})
