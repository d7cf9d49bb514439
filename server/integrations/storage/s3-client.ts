// The connection to a server that speaks S3, and what to do when it fails: again, a few times, where that can help; then
// in words that name neither address nor keys. The client is loaded only where a bucket is configured.
import type { S3Client } from '@aws-sdk/client-s3'
import { setTimeout as pause } from 'node:timers/promises'
import type { S3Settings } from '../../config.ts'

const tries = 4

interface S3Fault {
  /** What the sender got wrong is wrong at every try. */
  final?: boolean
  name?: string
  code?: string
  $metadata?: { httpStatusCode?: number }
}

export const statusOf = (error: unknown): number | undefined => (error as S3Fault).$metadata?.httpStatusCode
/** What the store or the line got wrong; what it refused stays refused. */
const isPassing = (error: unknown): boolean => {
  const status = statusOf(error)
  return status === undefined || status >= 500 || status === 408 || status === 429
}

/** Method and status only: bodies and addresses of a store may hold secrets. */
export const clean = (what: string, error: unknown): Error => new Error(`S3 ${what} failed: ${statusOf(error) ?? (error as S3Fault).code ?? (error as S3Fault).name ?? 'no answer'}`)

export const again = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
  for (let n = 1; ; n++) {
    try {
      return await work()
    } catch (error) {
      if ((error as S3Fault).final) throw error
      if (n === tries || !isPassing(error)) throw clean(what, error)
      await pause(100 * 4 ** (n - 1))
    }
  }
}

/** A fault of the bytes themselves. */
export const asFinal = (error: Error): Error => Object.assign(error, { final: true })

export type Sdk = typeof import('@aws-sdk/client-s3')

// It writes to the console by itself otherwise; what failed is said by whoever asked.
const silence = (): void => undefined

const connect = ({ S3Client: Client }: Sdk, { endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client => new Client({
  endpoint, region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: true, maxAttempts: 1,
  logger: { debug: silence, info: silence, warn: silence, error: silence },
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  // Checksums of our own are sent; the newer default ones are unknown to many servers.
  requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
})

/** Opened with the first request, and then kept. */
export const openS3 = (settings: S3Settings): (() => Promise<{ sdk: Sdk; client: S3Client }>) => {
  let opened: Promise<{ sdk: Sdk; client: S3Client }> | undefined
  return () => (opened ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: connect(sdk, settings) })))
}
