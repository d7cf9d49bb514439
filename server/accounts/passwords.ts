// Passwords are kept as scrypt hashes that name their own cost, so that it can be raised later. At most two are worked
// on at a time: more would hold up reading and writing files, which share the same threads.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { ProblemError } from '../http/problem-response.ts'

export interface Passwords {
  hash: (password: string) => Promise<string>
  verify: (input: { hash: string; password: string }) => Promise<boolean>
}

const atOnce = 2
const mostWaiting = 50

const createQueue = (): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new ProblemError('too-many')
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}

const derive = (password: string, salt: Buffer, logCost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cost = 2 ** logCost
    // One spelling of each letter, whichever keyboard typed it.
    scrypt(password.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, key) => (error ? reject(error) : resolve(key)))
  })

const parse = (stored: string): { logCost: number; salt: Buffer; key: Buffer } | undefined => {
  const parts = /^scrypt\$([0-9]{1,2})\$([0-9a-f]{32})\$([0-9a-f]{64})$/.exec(stored)
  return parts ? { logCost: Number(parts[1]), salt: Buffer.from(parts[2] as string, 'hex'), key: Buffer.from(parts[3] as string, 'hex') } : undefined
}

/** `logCost` 17 is what OWASP asks of scrypt; tests take a cheap one. */
export const createPasswords = (logCost: number): Passwords => {
  const queue = createQueue()
  return {
    hash: (password) => queue(async () => {
      const salt = randomBytes(16)
      const key = await derive(password, salt, logCost)
      return `scrypt$${logCost}$${salt.toString('hex')}$${key.toString('hex')}`
    }),
    verify: ({ hash, password }) => queue(async () => {
      const stored = parse(hash)
      return stored !== undefined && timingSafeEqual(await derive(password, stored.salt, stored.logCost), stored.key)
    }),
  }
}
