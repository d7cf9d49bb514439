// Identity kept by better-auth: it signs people in, keeps their sessions and reads them back. Its own addresses are not
// exposed; our routes call it. Limits, password hashing and the names of cookies are ours.
import { randomUUID } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import type { Session } from '#schemas/generated/types.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'
import type { Identity, NewAccount } from './identity.ts'
import { createPasswords } from './passwords.ts'
import { createSessionCache } from './session-cache.ts'

export interface IdentityOptions {
  database: Database
  config: Pick<Config, 'publicUrl'>
  secret: string
  /** Logarithm of the scrypt cost. */
  passwordCost?: number
}

// The prefix makes browsers refuse the cookie from any other host or over plain HTTP.
const cookieNameOf = ({ publicUrl }: IdentityOptions['config']): string => (publicUrl.startsWith('https:') ? '__Host-sid' : 'sid')

/** What the library is told; the tables of our first migration are those that it asks for. */
export const accountOptions = ({ database, config, secret, passwordCost = 17 }: IdentityOptions) => ({
  secret,
  baseURL: config.publicUrl,
  trustedOrigins: [config.publicUrl],
  database: { db: database.query as never, type: database.engine },
  emailAndPassword: { enabled: true, disableSignUp: true, password: createPasswords(passwordCost) },
  session: { expiresIn: limits.sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
  user: { additionalFields: { roles: { type: 'string', required: true, input: false }, unit: { type: 'string', required: false, input: false } } },
  // Signing in is counted by our own routes, by account; nothing here trusts what a header says about addresses.
  rateLimit: { enabled: false },
  advanced: {
    ipAddress: { disableIpTracking: true },
    useSecureCookies: false,
    cookies: { session_token: { name: cookieNameOf(config), attributes: { httpOnly: true, secure: config.publicUrl.startsWith('https:'), sameSite: 'lax', path: '/' } } },
  },
  logger: { disabled: true },
  telemetry: { enabled: false },
} as const satisfies BetterAuthOptions)

interface UserRow {
  id: string
  name: string
  email: string
  roles: string
  unit?: string | null
}

const toSession = (user: UserRow): Session => ({
  id: user.id,
  name: user.name,
  email: user.email,
  roles: JSON.parse(user.roles) as string[],
  ...(user.unit && { unit: user.unit }),
})

const statusOf = (error: unknown): number | undefined => (error as { statusCode?: number }).statusCode

const insertAccount = async (database: Database, account: NewAccount, hash: string): Promise<string | undefined> => {
  const id = randomUUID()
  const now = new Date().toISOString()
  const writes = [
    {
      sql: 'INSERT INTO "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "roles", "unit") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      parameters: [id, account.name.normalize('NFC'), account.email.toLowerCase(), true, now, now, JSON.stringify(account.roles), account.unit ?? null],
    },
    {
      sql: 'INSERT INTO "account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
      parameters: [randomUUID(), id, 'credential', id, hash, now, now],
    },
  ]
  return database.commit(writes).then(() => id, (error: unknown) => {
    if (error instanceof ConflictError) return undefined
    throw error
  })
}

export const createIdentity = (options: IdentityOptions): Identity => {
  const { database, config } = options
  const cookieName = cookieNameOf(config)
  const settings = accountOptions(options)
  const auth = betterAuth(settings)
  const { password: passwords } = settings.emailAndPassword
  const cache = createSessionCache(limits.sessionCacheMs, limits.sessionCacheEntries)
  const cookiePattern = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`)
  const cookieOf = (headers: Headers): string | undefined => cookiePattern.exec(headers.get('cookie') ?? '')?.[1]

  const loadSession = async (headers: Headers): Promise<Session | null> => {
    const found = await auth.api.getSession({ headers })
    return found ? toSession(found.user as UserRow) : null
  }

  return {
    signIn: async (email, password, headers) => {
      try {
        const { headers: answered, response } = await auth.api.signInEmail({ body: { email: email.toLowerCase(), password }, headers, returnHeaders: true })
        return { session: toSession(response.user as unknown as UserRow), cookies: answered.getSetCookie() }
      } catch (error) {
        const status = statusOf(error)
        if (status === 400 || status === 401 || status === 403) return undefined
        throw error
      }
    },
    signOut: async (headers) => {
      const cookie = cookieOf(headers)
      if (cookie !== undefined) cache.forget(cookie)
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true })
      return answered.getSetCookie()
    },
    readSession: async (headers) => {
      const cookie = cookieOf(headers)
      return cookie === undefined ? null : cache.read(cookie, () => loadSession(headers))
    },
    createAccount: async (account) => insertAccount(database, account, await passwords.hash(account.password)),
    findEmail: async (accountId) => (await database.read<{ email: string }>('SELECT "email" FROM "user" WHERE "id" = ?', [accountId]))[0]?.email,
    findEmailsByRole: async (role) => (await database.read<{ email: string; roles: string }>('SELECT "email", "roles" FROM "user" ORDER BY "email"'))
      .filter(({ roles }) => (JSON.parse(roles) as string[]).includes(role))
      .map(({ email }) => email),
  }
}
