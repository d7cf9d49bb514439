// Everything that use cases need from the world, gathered once at start. Only this file names concrete adapters.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { createIdentity } from './accounts/better-auth-identity.ts'
import type { Identity } from './accounts/identity.ts'
import { readSecret } from './accounts/secret.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { openDatabase } from './db/open-database.ts'
import { createGuests, type Guests } from './guests/guests.ts'
import { createFakeMail } from './integrations/mail/fake.ts'
import { createSmtpMail } from './integrations/mail/smtp.ts'
import type { Mail } from './integrations/mail/port.ts'
import { createDiskStorage } from './integrations/storage/disk.ts'
import { createS3Storage } from './integrations/storage/s3.ts'
import type { Storage } from './integrations/storage/port.ts'
import { completeSession } from './organisation/complete-session.ts'

export interface Deps {
  config: Config
  database: Database
  /** The present instant, RFC 3339 UTC; tests set it. */
  now: () => string
  /** A new random UUID. */
  newId: () => string
  identity: Identity
  /** People who file without an account. */
  guests: Guests
  storage: Storage
  mail: Mail
  log: Logger
}

export interface Choices {
  now?: () => string
  mail?: Mail
  /** Logarithm of the cost of a password hash. */
  passwordCost?: number
  /** What to do when nothing can be stored any more; nothing is acknowledged from then on. */
  onDeath?: (error: Error) => void
}

export const createDeps = async (config: Config, choices: Choices = {}): Promise<Deps> => {
  const log = pino({ level: config.logLevel, base: null })
  const database = await openDatabase(config, choices.onDeath ?? ((error) => log.fatal({ err: { message: error.message } }, 'the database ended')))
  const now = choices.now ?? (() => new Date().toISOString())
  const secret = readSecret(config.secretFile)
  return {
    config,
    database,
    now,
    newId: randomUUID,
    identity: createIdentity({ database, config, secret, complete: completeSession({ database, now }), ...(choices.passwordCost !== undefined && { passwordCost: choices.passwordCost }) }),
    guests: createGuests({ database, config, secret, now }),
    storage: config.s3 ? createS3Storage(config.s3) : await createDiskStorage(join(config.dataDir, 'files')),
    mail: choices.mail ?? (config.mail ? createSmtpMail(config.mail) : createFakeMail(join(config.dataDir, 'inbox.jsonl'), config.demo)),
    log,
  }
}
