import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createS3Storage } from '../../../../server/integrations/storage/s3.ts'
import { verified } from '../../../../server/files/measure.ts'
import { bytesOf, readAll, storageContract } from '../../../contracts/storage.contract.ts'
import { startS3, type RunningS3 } from '../../../support/s3.ts'

// A line between us and the store that fails as lines and stores do; what it lets through is the real server's answer.
type Failure = 'error' | 'drop' | 'drop-answer' | 'half-answer'

const openLine = async (target: number): Promise<{ server: Server; port: number; fail: (...next: Failure[]) => void; failNext: (method: string, failure: Failure) => void; seen: string[] }> => {
  const failures: Failure[] = []
  const chosen = new Map<string, Failure>()
  const seen: string[] = []
  const server = createServer((asked, answer) => {
    seen.push(asked.method!)
    const failure = chosen.get(asked.method!) ?? failures.shift()
    chosen.delete(asked.method!)
    if (failure === 'drop') return void asked.socket.destroy()
    if (failure === 'error') return void asked.resume().on('end', () => answer.writeHead(503).end())
    const onward = request({ port: target, host: '127.0.0.1', method: asked.method, path: asked.url, headers: asked.headers }, (told) => {
      if (failure === 'drop-answer') return void asked.socket.destroy()
      answer.writeHead(told.statusCode!, told.headers)
      if (failure !== 'half-answer') return void told.pipe(answer)
      told.once('data', (part: Buffer) => answer.write(part.subarray(0, 1000), () => asked.socket.destroy()))
    })
    asked.pipe(onward)
    onward.on('error', () => asked.socket.destroy())
    asked.socket.once('close', () => onward.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port, fail: (...next) => void failures.push(...next), failNext: (method, failure) => void chosen.set(method, failure), seen }
}

describe('storage in a bucket', () => {
  let folder: string
  let s3: RunningS3
  let line: Awaited<ReturnType<typeof openLine>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-s3-'))
    s3 = await startS3(folder, 'ho-so')
    line = await openLine(s3.port)
  })
  beforeEach(() => { line.seen.length = 0 })
  afterAll(async () => {
    line.server.closeAllConnections()
    await new Promise((resolve) => line.server.close(resolve))
    await s3.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const settings = (bucket = 'ho-so') => ({ ...s3.settings, endpoint: `http://127.0.0.1:${line.port}`, bucket })
  const storage = () => createS3Storage(settings())

  storageContract(storage)

  it.each<[string, Failure[]]>([['answers with errors', ['error', 'error']], ['drops the connection', ['drop', 'drop-answer']]])('tries again when the store %s', async (_, failures) => {
    const [id, bytes] = [crypto.randomUUID(), Buffer.alloc(300_000, 5)]
    line.fail(...failures)
    await storage().put(id, bytesOf(bytes))
    line.fail('error')
    expect((await readAll(storage(), id))?.equals(bytes)).toBe(true)
  })

  it('stores a file once although the answer was lost', async () => {
    const id = crypto.randomUUID()
    line.failNext('PUT', 'drop-answer')
    await storage().put(id, bytesOf(Buffer.from('x')))
    expect(line.seen.filter((method) => method === 'PUT')).toHaveLength(1)
    expect((await readAll(storage(), id))?.toString()).toBe('x')
  })

  it('gives up in clean words that name neither address nor keys', async () => {
    line.fail('error', 'error', 'error', 'error')
    const fault = await storage().put(crypto.randomUUID(), bytesOf(Buffer.from('x'))).catch((error: Error) => error.message)
    expect(fault).toBe('S3 HEAD failed: 503')
  })

  it('breaks a download off when the line does, and when the bytes are not what was stored', async () => {
    const [id, bytes] = [crypto.randomUUID(), Buffer.alloc(900_000, 5)]
    await storage().put(id, bytesOf(bytes))
    line.fail('half-answer')
    await expect(readAll(storage(), id)).rejects.toThrow()

    const parts: Uint8Array[] = []
    const reading = async (): Promise<void> => { for await (const part of verified((await storage().get(id))!, '0'.repeat(64))) parts.push(part) }
    await expect(reading()).rejects.toThrow('not what was stored')
    expect(parts.reduce((sum, part) => sum + part.length, 0)).toBeLessThan(bytes.length)
  })

  it('says what is wrong with its settings', async () => {
    expect(await createS3Storage(settings('khong-co')).checkConfig()).toContain('khong-co')
  })
})
