import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../server/http/address.ts'
import type { AppEnv } from '../../../server/http/context.ts'

const networkFrom = async (remoteAddress: string, forwarded?: string, trustProxy = false): Promise<string> => {
  const app = new Hono<AppEnv>().get('/', (c) => c.text(networkOf(c, { trustProxy }) ?? 'nobody'))
  return (await app.request('/', { headers: forwarded ? { 'X-Forwarded-For': forwarded } : {} }, { incoming: { socket: { remoteAddress } } })).text()
}

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'], ['::ffff:203.0.113.7', '203.0.113.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:db8::1', '2001:db8:0:0::/64'],
    ['127.0.0.1', 'nobody'], ['::1', 'nobody'], ['10.1.2.3', 'nobody'], ['192.168.1.5', 'nobody'], ['::ffff:10.0.0.1', 'nobody'], ['fe80::1', 'nobody'],
  ])('counts %s as %s', async (address, network) => {
    expect(await networkFrom(address)).toBe(network)
  })

  it('believes no header unless a proxy of ours is named, and then only what that one added', async () => {
    expect(await networkFrom('10.0.0.1', '198.51.100.1, 203.0.113.9')).toBe('nobody')
    expect(await networkFrom('10.0.0.1', '198.51.100.1, 203.0.113.9', true)).toBe('203.0.113.9')
    expect(await networkFrom('203.0.113.7', '198.51.100.1', true)).toBe('203.0.113.7')
    expect(await networkFrom('10.0.0.1', 'nonsense <script>', true)).toBe('nobody')
  })
})
