// Everything that use cases need from the world, gathered once at start. Only this file names concrete adapters.
import type { Logger } from 'pino'
import type { Identity } from './accounts/identity.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Mail } from './integrations/mail/port.ts'
import type { Storage } from './integrations/storage/port.ts'

export interface Deps {
  config: Config
  database: Database
  /** The present instant, RFC 3339 UTC; tests set it. */
  now: () => string
  /** A new random UUID. */
  newId: () => string
  identity: Identity
  storage: Storage
  mail: Mail
  log: Logger
}
