import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { within } from '../../../server/files/measure.ts'
import { createStaging, type Staging } from '../../../server/files/staging.ts'
import { limits } from '../../../server/limits.ts'

const chunkBytes = 65_536
const MB = 1_048_576

describe('a large upload', () => {
  let dataDir: string
  let staging: Staging
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-memory-'))
    staging = createStaging({ dataDir })
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  /** A sender who notes how far the disk is behind whenever the next piece is asked for. */
  const sender = (id: string, bytes: number) => {
    let [given, behind] = [0, 0]
    const read = async function * (): AsyncGenerator<Uint8Array> {
      for (; given < bytes; given += chunkBytes) {
        if (given > 0) behind = Math.max(behind, given - Math.min(given, statSync(staging.pathOf(id)).size))
        yield new Uint8Array(chunkBytes)
      }
    }
    return { read, given: () => given, behind: () => behind }
  }

  it('is on disk before the next piece of it is asked for: nothing gathers in memory', async () => {
    const id = crypto.randomUUID()
    const sent = sender(id, 30 * MB)
    expect(await staging.write(id, 0, within(sent.read(), 30 * MB))).toEqual({ end: 30 * MB })
    expect([sent.given(), sent.behind()]).toEqual([30 * MB, 0])
  })

  it('of 200 MB is given up soon after the limit, and what is over it is never written', async () => {
    const id = crypto.randomUUID()
    let given = 0
    const endless = async function * (): AsyncGenerator<Uint8Array> {
      for (; given < 200 * MB; given += chunkBytes) yield new Uint8Array(chunkBytes)
    }
    const { end, fault } = await staging.write(id, 0, within(endless(), 5 * MB))
    expect([end, fault]).toEqual([5 * MB, expect.objectContaining({ kind: 'too-large' })])
    expect(given).toBeLessThanOrEqual(5 * MB + limits.drainBytes + chunkBytes)
  })
})
