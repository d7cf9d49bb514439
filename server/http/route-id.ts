// Ids in addresses are random UUIDs and hashes are hexadecimal; anything else does not exist (parameters arrive
// percent-decoded, so they may hold slashes and dots).
import type { Context } from 'hono'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/

export const isUuid = (text: string): boolean => uuid.test(text)
export const isHash = (text: string): boolean => hash.test(text)

export const routeId = (c: Context<AppEnv>, name = 'id'): string => {
  const id = c.req.param(name)
  if (id === undefined || !uuid.test(id)) throw new ProblemError('not-found')
  return id
}

export const routeHash = (c: Context<AppEnv>, name = 'hash'): string => {
  const value = c.req.param(name)
  if (value === undefined || !isHash(value)) throw new ProblemError('not-found')
  return value
}
