import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { runEvery } from '../../../server/jobs/run-every.ts'

const log = pino({ level: 'silent' })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('runEvery', () => {
  it('goes on after a failure, at once when there is more, and never twice at a time', async () => {
    let rounds = 0
    let running = 0
    let most = 0
    const job = runEvery(1, 'test', log, async () => {
      most = Math.max(most, ++running)
      rounds++
      await pause(5)
      running--
      if (rounds === 2) throw new Error('once')
      return rounds < 4
    })
    await expect.poll(() => rounds, { timeout: 3000 }).toBeGreaterThan(5)
    await job.stop()
    expect(most).toBe(1)
  })

  it('waits for the round that is running when it is stopped, and starts no other', async () => {
    let ended = 0
    const job = runEvery(1, 'test', log, async () => {
      await pause(30)
      ended++
      return true
    })
    await pause(15)
    await job.stop()
    expect(ended).toBe(1)
    await pause(50)
    expect(ended).toBe(1)
  })
})
