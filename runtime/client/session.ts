// Who is signed in, the same answer for every screen of the page. `account` is undefined until the server has been asked.
import { shallowReadonly, shallowRef } from 'vue'
import type { Session } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

const account = shallowRef<Session | null>()

const refresh = async (): Promise<void> => {
  const reply = await request<{ account: Session | null }>('GET', '/api/session')
  // A lost connection is no reason to treat a signed-in person as a stranger.
  account.value = reply.ok ? reply.value.account : (account.value ?? null)
}

const signIn = async (email: string, password: string): Promise<Reply<Session>> => {
  const reply = await request<Session>('POST', '/api/session', { body: { email, password } })
  if (reply.ok) account.value = reply.value
  return reply
}

const signOut = async (): Promise<Reply<unknown>> => {
  const reply = await request<unknown>('DELETE', '/api/session')
  if (reply.ok) account.value = null
  return reply
}

/** True where the signed-in person has one of the roles. */
const hasRole = (...roles: string[]): boolean => account.value?.roles.some(role => roles.includes(role)) ?? false

export const useSession = () => ({ account: shallowReadonly(account), refresh, signIn, signOut, hasRole })
