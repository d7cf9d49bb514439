// Reads what an HTML form sends, bounded while it streams. Files are handed on as they arrive and never kept here; what is
// left of one that was refused is thrown away, so that the fields after it are still read.
import { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Context } from 'hono'
import type { FormEntry } from '#core/answers/read-form-data.ts'
import { pageEntries } from '#core/plain/kept-page.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'

export interface SentFile {
  /** The name of the control: the pointer of a question. */
  field: string
  name: string
  bytes: Readable
}

/** A file, taken in: what came of it. */
export type TakeFile = (file: SentFile, entries: readonly FormEntry[]) => Promise<void>

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** What a page that is carried along has beside its own fields: who sent it, and the names of its files. */
const fieldsAround = limits.filesPerDossier + 10

const bounded = (sent: FormEntry[]): void => {
  const entries = pageEntries(sent)
  const size = entries.reduce((sum, [name, text]) => sum + name.length + text.length, 0)
  if (size > limits.submissionBytes || entries.length > limits.formFields || sent.length > limits.formFields + fieldsAround) throw new ProblemError('too-large')
}

const readLines = async (c: Context<AppEnv>): Promise<FormEntry[]> => {
  if (Number(c.req.header('Content-Length') ?? 0) > limits.formBytes) throw new ProblemError('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limits.formBytes) throw new ProblemError('too-large')
    chunks.push(chunk)
  }
  return [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))]
}

/** At most, in UTF-8: a page is measured in signs however it is sent. */
const bytesPerSign = 3

const readParts = (c: Context<AppEnv>, take: TakeFile | undefined): Promise<FormEntry[]> => new Promise((resolve, reject) => {
  const entries: FormEntry[] = []
  const taking: Promise<void>[] = []
  let signs = 0
  const parser = busboy({
    headers: { 'content-type': c.req.header('Content-Type')! }, defParamCharset: 'utf8',
    limits: { fieldNameSize: 500, fieldSize: limits.submissionBytes * bytesPerSign, fields: limits.formFields + fieldsAround, files: limits.filesPerDossier, parts: limits.formFields + fieldsAround + limits.filesPerDossier },
  })
  const fail = (error: unknown): void => {
    source.unpipe(parser)
    source.resume()
    reject(error instanceof ProblemError ? error : new ProblemError('malformed-body'))
  }
  parser.on('field', (name, text, { valueTruncated, nameTruncated }) => {
    signs += text.length
    if (valueTruncated || nameTruncated || signs > 2 * limits.submissionBytes) return fail(new ProblemError('too-large'))
    entries.push([name, text])
  })
  parser.on('file', (field, bytes, { filename }: { filename?: string }) => {
    // A picker in which nothing was chosen sends a file without a name.
    if (!filename || !take) return void bytes.resume()
    bytes.on('error', () => undefined)
    taking.push(take({ field, name: filename, bytes }, entries).finally(() => { bytes.resume() }))
  })
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, () => fail(new ProblemError('too-large')))
  parser.on('error', fail)
  parser.on('close', () => { Promise.all(taking).then(() => resolve(entries), reject) })
  const source = c.req.raw.body ? Readable.fromWeb(c.req.raw.body as never) : Readable.from([])
  source.on('error', fail)
  source.pipe(parser)
})

/** The entries in the order of the form. Without `take`, files are thrown away. */
export const readForm = async (c: Context<AppEnv>, take?: TakeFile): Promise<FormEntry[]> => {
  const type = (c.req.header('Content-Type') ?? '').toLowerCase()
  const isParts = /^multipart\/form-data; *boundary=/.test(type)
  if (!isParts && !/^application\/x-www-form-urlencoded(;|$)/.test(type)) throw new ProblemError('unsupported-type')
  const entries = isParts ? await readParts(c, take) : await readLines(c)
  bounded(entries)
  if (entries.some(([name]) => controls.test(name))) throw new ProblemError('malformed-body')
  return entries
}
