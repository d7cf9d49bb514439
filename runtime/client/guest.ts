// Filing without an account: going on with a code, having it sent, taking everything into an account, leaving this device.
import { type Reply, request } from './http.ts'
import { useSession, type Guest } from './session.ts'

const { refresh } = useSession()

const thenRefresh = async <T>(asked: Promise<Reply<T>>): Promise<Reply<T>> => {
  const reply = await asked
  if (reply.ok) await refresh()
  return reply
}

export const resumeWith = (code: string): Promise<Reply<{ guest: Guest }>> => thenRefresh(request('POST', '/api/guest/resumption', { body: { code } }))

export const sendCode = (email: string): Promise<Reply<undefined>> => request('POST', '/api/guest/letter', { body: { email } })

export const takeOver = (): Promise<Reply<{ dossiers: number }>> => thenRefresh(request('POST', '/api/guest/take-over', { body: {} }))

/** This browser opens nothing any more; the dossiers stay where they are. */
export const leaveDevice = (): Promise<Reply<undefined>> => thenRefresh(request('DELETE', '/api/guest'))
