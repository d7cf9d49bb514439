// Accounts and sessions in our own words. What keeps passwords and sessions behind it can be replaced in one file.
import type { Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface NewAccount {
  email: string
  /** Absent: nobody signs in until one is chosen. */
  password?: string
  name: string
  roles: string[]
  unit?: string
}

export interface SignedIn {
  session: Session
  /** Set-Cookie values for the browser. */
  cookies: string[]
}

export interface SessionLife {
  session: Session
  endsAt: string
}

/** Whoever has an account. */
export interface KnownPerson {
  name: string
  email: string
  roles: string[]
  suspended: boolean
}

export interface Identity {
  /** Undefined when e-mail and password do not belong together; the two are never told apart. */
  signIn: (email: string, password: string, headers: Headers) => Promise<SignedIn | undefined>
  /** Set-Cookie values that end the session. */
  signOut: (headers: Headers) => Promise<string[]>
  /** Who is asking; asking keeps the session alive. */
  readSession: (headers: Headers) => Promise<Session | null>
  /** The same without keeping it alive, and when it will end: RFC 3339. */
  readLife: (headers: Headers) => Promise<SessionLife | null>
  /** The person is still there: the session lives on from now. */
  renew: (headers: Headers) => Promise<SessionLife | null>
  /** Ends all sessions of an account and lets it begin no new one, until it is restored. `also` is stored in the same unit of work. */
  suspend: (accountId: string, suspended: boolean, also?: readonly Write[]) => Promise<void>
  /** Undefined when the e-mail is taken. */
  createAccount: (account: NewAccount, also?: (id: string) => readonly Write[]) => Promise<string | undefined>
  /** In place of the one before; all sessions end. */
  setPassword: (accountId: string, password: string, also?: readonly Write[]) => Promise<void>
  findPerson: (accountId: string) => Promise<KnownPerson | undefined>
  /** Where to write to somebody; used by notices. */
  findEmail: (accountId: string) => Promise<string | undefined>
  findEmailsByRole: (role: string) => Promise<string[]>
}
