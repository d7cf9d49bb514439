// People who file without an account: each is known by a code on paper and by the cookies of the devices that showed it.
// Accounts may be suspended.
type Engine = 'sqlite' | 'postgres'

export const name = '0003-guests'

const tables = [
  'CREATE TABLE guest (id TEXT PRIMARY KEY, code_hash TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, seen_at TEXT NOT NULL, expires_at TEXT NOT NULL)',
  'CREATE TABLE guest_device (token_hash TEXT PRIMARY KEY, guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE, created_at TEXT NOT NULL)',
]

const others = [
  'CREATE INDEX guest_device_guest ON guest_device (guest_id)',
  'CREATE INDEX guest_expires ON guest (expires_at)',
  'ALTER TABLE "user" ADD COLUMN "suspendedAt" TEXT',
]

export const statements = (engine: Engine): string[] => [...tables.map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql)), ...others]
