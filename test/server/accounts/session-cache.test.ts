import { describe, expect, it } from 'vitest'
import { createSessionCache } from '../../../server/accounts/session-cache.ts'

describe('the session cache', () => {
  const open = () => {
    const clock = { ms: 0 }
    let loads = 0
    const cache = createSessionCache(1000, 2, () => clock.ms)
    const read = (cookie: string) => cache.read(cookie, async () => (loads++, { id: cookie, name: '', email: '', roles: [] }))
    return { clock, cache, read, loads: () => loads }
  }

  it('believes what it read for a second and no longer', async () => {
    const { clock, read, loads } = open()
    await Promise.all([read('a'), read('a')])
    clock.ms = 999
    await read('a')
    expect(loads()).toBe(1)
    clock.ms = 1000
    await read('a')
    expect(loads()).toBe(2)
  })

  it('forgets on demand, and the oldest when there are too many', async () => {
    const { cache, read, loads } = open()
    await read('a')
    cache.forget('a')
    await read('a')
    await read('b')
    await read('c')
    await read('a')
    expect(loads()).toBe(5)
  })

  it('does not keep a failure', async () => {
    const { cache, read, loads } = open()
    await expect(cache.read('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    await read('a')
    expect(loads()).toBe(1)
  })
})
