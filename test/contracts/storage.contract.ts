// What every storage adapter promises, whatever is behind it. Each adapter's test runs this suite against the real thing.
import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Storage, StoredBytes } from '../../server/integrations/storage/port.ts'

export const bytesOf = (bytes: Buffer): StoredBytes => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  read: async function * () { for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536) },
})

export const readAll = async (storage: Storage, id: string): Promise<Buffer | undefined> => {
  const stream = await storage.get(id)
  if (!stream) return undefined
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export const idsOf = async (storage: Storage): Promise<string[]> => {
  const ids: string[] = []
  for await (const { id } of storage.list()) ids.push(id)
  return ids.sort()
}

export const storageContract = (open: () => Storage): void => {
  it('gives back what was put, byte for byte', async () => {
    const [id, bytes] = [crypto.randomUUID(), randomBytes(700_000)]
    await open().put(id, bytesOf(bytes))
    expect((await readAll(open(), id))?.equals(bytes)).toBe(true)
  })

  it('never overwrites: an id is taken once', async () => {
    const id = crypto.randomUUID()
    await open().put(id, bytesOf(Buffer.from('first')))
    await expect(open().put(id, bytesOf(Buffer.from('second')))).rejects.toThrow()
    expect((await readAll(open(), id))?.toString()).toBe('first')
  })

  it('stores nothing of bytes that break off or are not what was announced', async () => {
    const broken = crypto.randomUUID()
    await expect(open().put(broken, { ...bytesOf(Buffer.alloc(10)), read: async function * () { yield Buffer.from('half'); throw new Error('gone') } })).rejects.toThrow()
    const other = crypto.randomUUID()
    await expect(open().put(other, { ...bytesOf(Buffer.alloc(10)), read: async function * () { yield Buffer.alloc(3) } })).rejects.toThrow()
    expect([await readAll(open(), broken), await readAll(open(), other)]).toEqual([undefined, undefined])
  })

  it('removes for good, and does not mind doing it twice', async () => {
    const id = crypto.randomUUID()
    await open().put(id, bytesOf(Buffer.from('x')))
    await open().remove(id)
    await open().remove(id)
    expect(await readAll(open(), id)).toBeUndefined()
  })

  it('lists what it holds', async () => {
    const id = crypto.randomUUID()
    await open().put(id, bytesOf(Buffer.from('x')))
    expect(await idsOf(open())).toContain(id)
    await open().remove(id)
    expect(await idsOf(open())).not.toContain(id)
  })

  it.each(['../../etc/passwd', '', 'a/b', '5f0e8a52-2a2e-4c9e-9a55-0c1d2e3f4a5bx'])('takes no id that could be a path: %j', async (wrong) => {
    await expect(open().put(wrong, bytesOf(Buffer.from('x')))).rejects.toThrow('Not an id')
    await expect(open().get(wrong)).rejects.toThrow('Not an id')
    await expect(open().remove(wrong)).rejects.toThrow('Not an id')
  })

  it('says that all is well', async () => {
    expect(await open().checkConfig()).toBeUndefined()
  })
}
