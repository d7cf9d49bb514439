// Remembers for at most a second who a cookie stands for: reading a session costs more than a whole filing otherwise.
// Short enough that ending a session or taking a role away works at once for every practical purpose.
import type { Session } from '#schemas/generated/types.ts'

interface Entry<Known> {
  session: Promise<Known | null>
  until: number
}

export interface SessionCache<Known = Session> {
  read: (cookie: string, load: () => Promise<Known | null>) => Promise<Known | null>
  forget: (cookie: string) => void
  forgetAll: () => void
}

export const createSessionCache = <Known = Session>(keepMs: number, mostEntries: number, clock: () => number = () => performance.now()): SessionCache<Known> => {
  const entries = new Map<string, Entry<Known>>()
  return {
    read: (cookie, load) => {
      const known = entries.get(cookie)
      if (known && known.until > clock()) return known.session
      const session = load()
      entries.delete(cookie)
      if (entries.size >= mostEntries) entries.delete(entries.keys().next().value as string)
      entries.set(cookie, { session, until: clock() + keepMs })
      session.catch(() => entries.delete(cookie))
      return session
    },
    forget: (cookie) => void entries.delete(cookie),
    forgetAll: () => entries.clear(),
  }
}
