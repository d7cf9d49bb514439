// Files in a bucket that speaks S3 (MinIO, Ceph, a provider in the country). Keys are the opaque ids; nothing of a person
// stands in them.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { S3Settings } from '../../config.ts'
import type { Storage, StoredBytes } from './port.ts'
import { again, asFinal, clean, openS3, statusOf } from './s3-client.ts'

const prefix = 'files/'
const idPattern = /^[0-9a-f-]{36}$/

const keyOf = (id: string): string => {
  if (!idPattern.test(id)) throw new Error('Not an id of a file')
  return prefix + id
}

interface Bucketful {
  open: ReturnType<typeof openS3>
  Bucket: string
}

/** Holds the last piece back until all of it is what was announced: a store that never gets it stores nothing. */
const announced = async function * ({ size, sha256, read }: StoredBytes): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let [length, held]: [number, Uint8Array] = [0, new Uint8Array()]
  for await (const chunk of read()) {
    hash.update(chunk)
    length += chunk.length
    if (held.length > 0) yield held
    held = chunk
  }
  if (length !== size || hash.digest('hex') !== sha256) throw new Error('The bytes are not what was announced')
  yield held
}

/** The hash that was stored with the file; undefined when there is none of this id. */
const find = async ({ open, Bucket }: Bucketful, id: string): Promise<{ size?: number | undefined; sha256?: string | undefined } | undefined> => {
  const { sdk, client } = await open()
  try {
    const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: keyOf(id) }))
    return { size: head.ContentLength, sha256: head.Metadata?.['sha256'] }
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

const putOnce = async ({ open, Bucket }: Bucketful, id: string, file: StoredBytes): Promise<void> => {
  const { sdk, client } = await open()
  const { size, sha256 } = file
  const Body = Readable.from(announced(file), { objectMode: false })
  const stop = new AbortController()
  let fault: Error | undefined
  // The client itself never hears that its source broke.
  Body.on('error', (error) => {
    fault = asFinal(error)
    stop.abort()
  })
  const put = new sdk.PutObjectCommand({
    Bucket, Key: keyOf(id), Body, ContentLength: size, ContentType: 'application/octet-stream', Metadata: { sha256 }, ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'), IfNoneMatch: '*',
  })
  try {
    await client.send(put, { abortSignal: stop.signal })
  } catch (error) {
    throw fault ?? error
  } finally {
    Body.destroy()
  }
}

const put = async (bucket: Bucketful, id: string, file: StoredBytes): Promise<void> => {
  keyOf(id)
  // Not every server knows If-None-Match: asked beforehand as well. Ids are random, so nobody else writes in between.
  if (await again('HEAD', () => find(bucket, id))) throw new Error('A file of this id is stored already')
  let first = true
  await again('PUT', async () => {
    // The try before may have stored it although its answer was lost.
    const stored = first ? undefined : await find(bucket, id)
    first = false
    if (stored?.size === file.size && stored.sha256 === file.sha256) return
    await putOnce(bucket, id, file)
  })
}

export const createS3Storage = (settings: S3Settings): Storage => {
  const Bucket = settings.bucket
  const open = openS3(settings)

  return {
    name: 's3',
    put: (id, file) => put({ open, Bucket }, id, file),
    get: async (id) => {
      const Key = keyOf(id)
      const { sdk, client } = await open()
      return again('GET', async () => {
        try {
          return (await client.send(new sdk.GetObjectCommand({ Bucket, Key }))).Body as Readable
        } catch (error) {
          if (statusOf(error) === 404) return undefined
          throw error
        }
      })
    },
    remove: async (id) => {
      const Key = keyOf(id)
      const { sdk, client } = await open()
      await again('DELETE', async () => client.send(new sdk.DeleteObjectCommand({ Bucket, Key })))
    },
    list: async function * () {
      const { sdk, client } = await open()
      let ContinuationToken: string | undefined
      do {
        const page = await again('LIST', async () => client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix, ...(ContinuationToken && { ContinuationToken }) })))
        for (const { Key, LastModified } of page.Contents ?? []) if (Key && LastModified) yield { id: Key.slice(prefix.length), storedAt: LastModified }
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken)
    },
    checkConfig: async () => {
      const { sdk, client } = await open()
      return client.send(new sdk.HeadBucketCommand({ Bucket })).then(() => undefined, (error: unknown) => `The bucket ${Bucket} cannot be reached: ${clean('HEAD', error).message}`)
    },
  }
}
