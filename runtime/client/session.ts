// Who is here, the same answer for every screen of the page: an account, or the guest of this browser who files without
// one. `account` is undefined until the server has been asked.
import { computed, shallowReadonly, shallowRef } from 'vue'
import type { Session } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export interface Guest {
  id: string
  /** With which they go on elsewhere. */
  code: string
}

interface Told {
  account: Session | null
  guest?: Guest
  /** When the session ends if nothing more is asked of the server. */
  endsAt?: string
  /** Dossiers that were begun in this browser without signing in. */
  guestDossiers?: number
}

const account = shallowRef<Session | null>()
const guest = shallowRef<Guest>()
const endsAt = shallowRef<string>()
const guestDossiers = shallowRef(0)
/** The server does not know any more who this is; what is on the screen stays. */
const ended = shallowRef(false)

/** Who owns what is filed here. */
const actor = computed<Session | null | undefined>(() => account.value ?? (guest.value ? { id: guest.value.id, name: '', email: '', roles: ['applicant'] } : account.value))

const take = (told: Told): void => {
  account.value = told.account
  guest.value = told.guest
  endsAt.value = told.endsAt
  guestDossiers.value = told.guestDossiers ?? 0
  ended.value = false
}

const refresh = async (): Promise<void> => {
  const reply = await request<Told>('GET', '/api/session')
  if (reply.ok) take(reply.value)
  // A lost connection is no reason to treat a signed-in person as a stranger.
  else account.value ??= null
}

let asking: Promise<void> | undefined

/** Who is here, asked once for all who want to know it while a page begins. */
const meet = (): Promise<void> => (asking ??= (account.value === undefined ? refresh() : Promise.resolve()).finally(() => { asking = undefined }))

/** Looks whether the session still lives. When it has ended, the screen keeps the person until they sign in again or leave. */
const look = async (): Promise<void> => {
  const reply = await request<Told>('GET', '/api/session')
  if (!reply.ok) return
  if (account.value && !reply.value.account) ended.value = true
  else take(reply.value)
}

/** The person is still there. */
const renew = async (): Promise<boolean> => {
  const reply = await request<{ endsAt: string }>('POST', '/api/session/renewal', { body: {} })
  if (reply.ok) endsAt.value = reply.value.endsAt
  else if (reply.problem.status === 401) ended.value = true
  return reply.ok
}

/** Whoever does not sign in again now is asked when they next need it. */
const dismissEnd = (): void => {
  ended.value = false
  endsAt.value = undefined
}

const signIn = async (email: string, password: string): Promise<Reply<Session>> => {
  const reply = await request<Session>('POST', '/api/session', { body: { email, password } })
  if (reply.ok) {
    account.value = reply.value
    ended.value = false
    await refresh()
  }
  return reply
}

const signOut = async (): Promise<Reply<unknown>> => {
  const reply = await request<unknown>('DELETE', '/api/session')
  if (reply.ok) {
    take({ account: null })
    await refresh()
  }
  return reply
}

/** True where the signed-in person has one of the roles. */
const hasRole = (...roles: string[]): boolean => account.value?.roles.some(role => roles.includes(role)) ?? false

export const useSession = () => ({
  account: shallowReadonly(account), guest: shallowReadonly(guest), actor, endsAt: shallowReadonly(endsAt), guestDossiers: shallowReadonly(guestDossiers), ended: shallowReadonly(ended),
  refresh, meet, look, renew, dismissEnd, signIn, signOut, hasRole,
})
