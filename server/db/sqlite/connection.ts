// Opens SQLite so that what it acknowledges survives a power cut and what it reads is sound. Every setting that the
// promise rests on is read back: the library quietly reopens a WAL database as synchronous=NORMAL.
import Sqlite from 'better-sqlite3'

export type SqliteConnection = Sqlite.Database

/** Older versions can corrupt a database when the write-ahead log is reset. */
const leastVersion = [3, 51, 3] as const

export const isVersionAtLeast = (version: string, least: readonly number[]): boolean => {
  const parts = version.split('.').map(Number)
  const differing = least.findIndex((part, i) => (parts[i] ?? 0) !== part)
  return differing === -1 || (parts[differing] ?? 0) > (least[differing] ?? 0)
}

const assertVersion = (connection: SqliteConnection): void => {
  const { version } = connection.prepare('SELECT sqlite_version() AS version').get() as { version: string }
  if (!isVersionAtLeast(version, leastVersion)) throw new Error(`SQLite ${version} is too old; ${leastVersion.join('.')} is the least`)
}

const setAndRead = (connection: SqliteConnection, pragma: string, value: string | number, expected: unknown = value): void => {
  connection.pragma(`${pragma} = ${value}`)
  const actual = connection.pragma(pragma, { simple: true })
  if (actual !== expected) throw new Error(`SQLite keeps ${pragma} at ${String(actual)} instead of ${String(expected)}`)
}

const setSafety = (connection: SqliteConnection): void => {
  setAndRead(connection, 'foreign_keys', 'ON', 1)
  setAndRead(connection, 'trusted_schema', 'OFF', 0)
  setAndRead(connection, 'cell_size_check', 'ON', 1)
  setAndRead(connection, 'mmap_size', 0)
}

/** As SQLite counts a cache in kibibytes: what is read again and again among a million dossiers, and what every filing writes to. */
const kibibytes = -32_768

/** The only connection that writes. */
export const openWriter = (file: string): SqliteConnection => {
  const connection = new Sqlite(file, { timeout: 5000 })
  assertVersion(connection)
  setAndRead(connection, 'journal_mode', 'WAL', 'wal')
  setAndRead(connection, 'synchronous', 'FULL', 2)
  setSafety(connection)
  setAndRead(connection, 'secure_delete', 'ON', 1)
  setAndRead(connection, 'wal_autocheckpoint', 1000)
  setAndRead(connection, 'cache_size', kibibytes)
  setAndRead(connection, 'journal_size_limit', 64 * 1024 * 1024)
  return connection
}

/** A connection that cannot write. */
export const openReader = (file: string): SqliteConnection => {
  const connection = new Sqlite(file, { readonly: true, timeout: 5000 })
  setSafety(connection)
  setAndRead(connection, 'query_only', 'ON', 1)
  setAndRead(connection, 'cache_size', kibibytes)
  return connection
}

/** What SQLite can store of a value: it knows neither undefined nor booleans. */
export const toStorable = (value: unknown): unknown => (value === undefined ? null : typeof value === 'boolean' ? Number(value) : value)
