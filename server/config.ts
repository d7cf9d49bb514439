// Reads the environment once and says clearly what is wrong with it.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAddress } from './integrations/mail/port.ts'

export interface S3Settings {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

export interface MailSettings {
  host: string
  port: number
  /** From the first byte (smtps); otherwise STARTTLS is asked for, except on this machine. */
  tls: boolean
  user?: string
  password?: string
  /** Sender, “Một Cửa <khong-tra-loi@motcua.vn>” or an address alone. */
  from: string
}

export interface Config {
  port: number
  dataDir: string
  /** Absent: SQLite in the data folder. */
  databaseUrl: string | undefined
  /** Where people reach the site; the only origin that may send requests. */
  publicUrl: string
  /** Demonstration mode: sample accounts and procedures, letters kept instead of sent. */
  demo: boolean
  /** Folder of the built pages. */
  webDir: string
  /** Folder of the pages that the server draws, built beside them. */
  plainDir: string
  logLevel: string
  /** File with the secret that signs sessions; made when it is missing. */
  secretFile: string
  /** While developing: the built pages change under the running server. */
  pagesChange: boolean
  /** Address to listen on. */
  host: string
  /** The server that sends letters; absent: they are kept in a file of the data folder. */
  mail: MailSettings | undefined
  /** The bucket for files; absent: the data folder. */
  s3: S3Settings | undefined
  /** A proxy of ours stands in front and adds the address of each visitor as the last entry of X-Forwarded-For. */
  trustProxy: boolean
  /** Who administers an office that has nobody yet. */
  adminEmail: string | undefined
  /** Multiplies how often people and addresses may do the everyday things: for load tests, and for a province behind one line. */
  rateFactor: number
}

const readFactor = (text: string | undefined): number => {
  const factor = Number(text ?? 1)
  if (!(factor > 0 && factor <= 1_000_000)) throw new Error(`RATE_FACTOR must be a number above 0, not “${text}”`)
  return factor
}

const s3Names = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

const readS3 = (env: Record<string, string | undefined>): S3Settings | undefined => {
  if (s3Names.every((name) => !env[name])) return undefined
  const [endpoint = '', region = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = s3Names.map((name) => env[name])
  const missing = s3Names.filter((name) => !env[name])
  if (missing.length > 0) throw new Error(`Files in a bucket also need ${missing.join(', ')}`)
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) throw new Error(`S3_ENDPOINT must be an address such as https://s3.example.vn, not “${endpoint}”`)
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new Error(`S3_BUCKET must be the name of a bucket, not “${bucket}”`)
  return { endpoint, region, bucket, accessKeyId, secretAccessKey }
}

const readPort = (text: string | undefined): number => {
  const port = Number(text ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not “${text}”`)
  return port
}

const readPublicUrl = (text: string | undefined, port: number): string => {
  if (!text) return `http://localhost:${port}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') throw new Error(`PUBLIC_URL must be an address such as https://motcua.example.vn, not “${text}”`)
  return url.origin
}

const mailPorts: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

const readMail = ({ SMTP_URL: text, MAIL_FROM: from = '' }: Record<string, string | undefined>): MailSettings | undefined => {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const usual = url && mailPorts[url.protocol]
  // The address may hold a password: it is not repeated.
  if (!url || !usual || !url.hostname) throw new Error('SMTP_URL must be an address such as smtp://user:password@mail.example.vn:587 (or smtps://)')
  if (!/^(?:[^\r\n<>"]{1,100} )?<?[^\s<>@,;:"]+@[^\s<>@,;:"]+>?$/.test(from)) throw new Error('MAIL_FROM must be an address such as khong-tra-loi@motcua.vn or Một Cửa <khong-tra-loi@motcua.vn>')
  const { username, password } = url
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port ? Number(url.port) : usual, tls: url.protocol === 'smtps:', from, ...(username && { user: decodeURIComponent(username), password: decodeURIComponent(password) }) }
}

const readAdminEmail = (text: string | undefined): string | undefined => {
  if (text && !isAddress(text)) throw new Error('ADMIN_EMAIL must be one address, such as quantri@coquan.gov.vn')
  return text ? text.toLowerCase() : undefined
}

const builtPages = fileURLToPath(new URL('../dist/web', import.meta.url))

export const readConfig = (env: Record<string, string | undefined>): Config => {
  const port = readPort(env.PORT)
  const dataDir = resolve(env.DATA_DIR ?? './data')
  const webDir = env.WEB_DIR ? resolve(env.WEB_DIR) : builtPages
  const demo = env.MOTCUA_DEMO === undefined ? !env.DATABASE_URL : env.MOTCUA_DEMO === '1'
  return {
    port,
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl: readPublicUrl(env.PUBLIC_URL, port),
    demo,
    webDir,
    plainDir: resolve(env.PLAIN_DIR || webDir.replace(/(?:web)?$/, 'plain')),
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    secretFile: resolve(env.SECRET_FILE ?? `${dataDir}/secret.key`),
    pagesChange: env.MOTCUA_DEV === '1',
    // Everybody knows the passwords of the demonstration: it answers this machine only, unless told otherwise.
    host: env.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    s3: readS3(env),
    mail: readMail(env),
    trustProxy: env.TRUST_PROXY === '1',
    adminEmail: readAdminEmail(env.ADMIN_EMAIL),
    rateFactor: readFactor(env.RATE_FACTOR),
  }
}
