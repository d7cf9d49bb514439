// Identity kept by better-auth: it signs people in, keeps their sessions and reads them back. Its own addresses are not
// exposed; our routes call it. Limits, password hashing and the names of cookies are ours.
import { randomUUID } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { vietnamDate } from '#core/text/format.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { ConflictError, type Write } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'
import type { Identity, NewAccount, SessionLife } from './identity.ts'
import { createPasswords } from './passwords.ts'
import { createSessionCache } from './session-cache.ts'
import { endOf, isOver, isWorthNoting, type LiveSession } from './session-life.ts'

export interface IdentityOptions {
  database: Database
  config: Pick<Config, 'publicUrl'>
  secret: string
  /** Logarithm of the scrypt cost. */
  passwordCost?: number
  /** Adds what the organisation knows of the person. */
  complete?: (session: Session) => Promise<Session>
  /** The present, in milliseconds; the library dates sessions by the machine's clock. */
  clock?: () => number
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
  user: { additionalFields: { roles: { type: 'string', required: true, input: false }, unit: { type: 'string', required: false, input: false }, suspendedAt: { type: 'string', required: false, input: false } } },
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
  suspendedAt?: string | null
}

const toSession = (user: UserRow): Session => ({
  id: user.id,
  name: user.name,
  email: user.email,
  roles: JSON.parse(user.roles) as string[],
  ...(user.unit && { unit: user.unit }),
})

const unchanged = (session: Session): Promise<Session> => Promise.resolve(session)

const statusOf = (error: unknown): number | undefined => (error as { statusCode?: number }).statusCode

/** What the library looks for when somebody signs in by password. */
const insertPassword = (accountId: string, hash: string, now: string): Write => ({
  sql: 'INSERT INTO "account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
  parameters: [randomUUID(), accountId, 'credential', accountId, hash, now, now],
})

const insertAccount = async (database: Database, account: NewAccount, hash: string | undefined, also: (id: string) => readonly Write[]): Promise<string | undefined> => {
  const id = randomUUID()
  const now = new Date().toISOString()
  const writes = [
    {
      sql: 'INSERT INTO "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "roles", "unit") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      parameters: [id, account.name.normalize('NFC'), account.email.toLowerCase(), true, now, now, JSON.stringify(account.roles), account.unit ?? null],
    },
    ...(hash === undefined ? [] : [insertPassword(id, hash, now)]),
  ]
  return database.commit([...writes, ...also(id)]).then(() => id, (error: unknown) => {
    if (error instanceof ConflictError && error.index < writes.length) return undefined
    throw error
  })
}

/** Everybody who can be reached, by their own roles and by those of whom they stand in for. */
const selectOfRoles = `SELECT u."email" AS email, u."roles" AS roles FROM "user" u WHERE u."suspendedAt" IS NULL
  UNION SELECT u."email", a."roles" FROM substitution s JOIN "user" a ON a."id" = s.absent_id JOIN "user" u ON u."id" = s.substitute_id
  WHERE s.from_day <= ? AND s.to_day >= ? AND u."suspendedAt" IS NULL ORDER BY email`

const setSeen = 'UPDATE "session" SET "updatedAt" = ? WHERE "token" = ?'
const endAll = 'DELETE FROM "session" WHERE "userId" = ?'
const removePassword = `DELETE FROM "account" WHERE "userId" = ? AND "providerId" = 'credential'`
const setSuspended = 'UPDATE "user" SET "suspendedAt" = ? WHERE "id" = ?'

/** Sessions by their cookies, remembered for a second, with how long they live. */
const createSessions = (auth: { api: { getSession: (input: { headers: Headers }) => Promise<unknown> } }, { database, config, complete = unchanged, clock = Date.now }: IdentityOptions) => {
  const cache = createSessionCache<LiveSession>(limits.sessionCacheMs, limits.sessionCacheEntries)
  const cookiePattern = new RegExp(`(?:^|;\\s*)${cookieNameOf(config)}=([^;]+)`)
  const cookieOf = (headers: Headers): string | undefined => cookiePattern.exec(headers.get('cookie') ?? '')?.[1]

  const load = async (headers: Headers): Promise<LiveSession | null> => {
    const found = await auth.api.getSession({ headers }) as { user: UserRow; session: { token: string; createdAt: Date; updatedAt: Date } } | null
    if (!found || found.user.suspendedAt) return null
    return { session: await complete(toSession(found.user)), token: found.session.token, startedAt: new Date(found.session.createdAt).getTime(), seenAt: new Date(found.session.updatedAt).getTime() }
  }
  const find = async (headers: Headers): Promise<LiveSession | null> => {
    const cookie = cookieOf(headers)
    const live = cookie === undefined ? null : await cache.read(cookie, () => load(headers))
    return live && !isOver(live, clock()) ? live : null
  }
  const note = async (live: LiveSession): Promise<void> => {
    live.seenAt = clock()
    await database.commit([{ sql: setSeen, parameters: [new Date(live.seenAt).toISOString(), live.token] }])
  }
  const lifeOf = (live: LiveSession | null): SessionLife | null => live && { session: live.session, endsAt: new Date(endOf(live)).toISOString() }

  return {
    forget: (headers: Headers) => cache.forget(cookieOf(headers) ?? ''),
    forgetAll: cache.forgetAll,
    readSession: async (headers: Headers): Promise<Session | null> => {
      const live = await find(headers)
      if (live && isWorthNoting(live, clock())) await note(live)
      return live && live.session
    },
    readLife: async (headers: Headers) => lifeOf(await find(headers)),
    renew: async (headers: Headers) => {
      const live = await find(headers)
      if (live) await note(live)
      return lifeOf(live)
    },
  }
}

export const createIdentity = (options: IdentityOptions): Identity => {
  const { database, complete = unchanged } = options
  const settings = accountOptions(options)
  const auth = betterAuth(settings)
  const { password: passwords } = settings.emailAndPassword
  const { forget, forgetAll, ...sessions } = createSessions(auth, options)

  return {
    ...sessions,
    signIn: async (email, password, headers) => {
      try {
        const { headers: answered, response } = await auth.api.signInEmail({ body: { email: email.toLowerCase(), password }, headers, returnHeaders: true })
        const user = response.user as unknown as UserRow
        if (user.suspendedAt) {
          await database.commit([{ sql: endAll, parameters: [user.id] }])
          return undefined
        }
        return { session: await complete(toSession(user)), cookies: answered.getSetCookie() }
      } catch (error) {
        const status = statusOf(error)
        if (status === 400 || status === 401 || status === 403) return undefined
        throw error
      }
    },
    signOut: async (headers) => {
      forget(headers)
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true })
      return answered.getSetCookie()
    },
    suspend: async (accountId, suspended, also = []) => {
      await database.commit([{ sql: setSuspended, parameters: [suspended ? new Date().toISOString() : null, accountId] }, ...(suspended ? [{ sql: endAll, parameters: [accountId] }] : []), ...also])
      forgetAll()
    },
    createAccount: async (account, also = () => []) => insertAccount(database, account, account.password === undefined ? undefined : await passwords.hash(account.password), also),
    setPassword: async (accountId, password, also = []) => {
      const hash = await passwords.hash(password)
      await database.commit([{ sql: removePassword, parameters: [accountId] }, insertPassword(accountId, hash, new Date().toISOString()), { sql: endAll, parameters: [accountId] }, ...also])
      forgetAll()
    },
    findPerson: async (accountId) => {
      const [user] = await database.read<UserRow>('SELECT * FROM "user" WHERE "id" = ?', [accountId])
      return user && { name: user.name, email: user.email, roles: JSON.parse(user.roles) as string[], suspended: Boolean(user.suspendedAt) }
    },
    findEmail: async (accountId) => (await database.read<{ email: string }>('SELECT "email" FROM "user" WHERE "id" = ?', [accountId]))[0]?.email,
    findEmailsByRole: async (role) => {
      const today = vietnamDate((options.clock ?? Date.now)())
      const rows = await database.read<{ email: string; roles: string }>(selectOfRoles, [today, today])
      return [...new Set(rows.filter(({ roles }) => (JSON.parse(roles) as string[]).includes(role)).map(({ email }) => email))]
    },
  }
}
