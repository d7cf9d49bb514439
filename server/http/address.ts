// Where a request comes from, as far as limits may count by it: the network of the person, never our own proxy.
import type { Context } from 'hono'
import type { Config } from '../config.ts'
import type { AppEnv } from './context.ts'

const isPrivate = (address: string): boolean => /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80)/i.test(address)

const plain = (address: string): string => address.trim().toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')

/** Of IPv6 the first half: what one household or office is given. */
const toNetwork = (address: string): string => {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - rest.length)).fill('0')
  return `${[...first, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}

/**
 * Undefined where nobody can be told apart: a private address is our own proxy or network. Headers can claim any address;
 * only a proxy that the operator named (TRUST_PROXY=1) is believed, and only the entry that it added itself.
 */
export const networkOf = (c: Context<AppEnv>, { trustProxy }: Pick<Config, 'trustProxy'>): string | undefined => {
  const socket = (c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined)?.incoming?.socket.remoteAddress
  const direct = socket && plain(socket)
  const told = trustProxy && direct && isPrivate(direct) ? c.req.header('X-Forwarded-For')?.split(',').at(-1) : undefined
  const address = told ? plain(told) : direct
  return address && /^[0-9a-f.:]{3,45}$/.test(address) && !isPrivate(address) ? toNetwork(address) : undefined
}
