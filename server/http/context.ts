// What every request carries beside itself: its id, the reader's language, and who is signed in (read when asked for).
import type { Locale } from '#core/text/localise.ts'
import type { Session } from '#schemas/generated/types.ts'

export interface AppEnv {
  Variables: {
    requestId: string
    locale: Locale
    /** Read once a request: the account, or the guest of this browser; null when it is nobody's. */
    readSession: () => Promise<Session | null>
  }
}
