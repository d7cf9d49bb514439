// What was sent with one page of a filing. Chosen files are taken in while the page arrives, also when something else on it
// is wrong: nobody has to choose them again.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { FormEntry } from '#core/answers/read-form-data.ts'
import type { FileInfo } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { readForm, type SentFile } from './read-form.ts'
import type { Site } from './site.ts'

export interface SentForm {
  /** With the ids of the files that arrived, under the name of their question. */
  entries: readonly FormEntry[]
  failures: readonly (readonly [pointer: string, sentence: string])[]
}

export const receiveSent = async (c: Context<AppEnv>, site: Site, dossier: string): Promise<SentForm> => {
  const arrived: FormEntry[] = []
  const failures: [string, string][] = []
  const take = async ({ field, name, bytes }: SentFile): Promise<void> => {
    const reply = await site.api.ask(`/api/files?dossier=${dossier}&question=${encodeURIComponent(field)}`, {
      method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name.toWellFormed()) },
      body: Readable.toWeb(bytes) as ReadableStream, duplex: 'half',
    } as RequestInit)
    const body = await reply.json() as FileInfo & { title: string; detail?: string; errors?: { detail: string }[] }
    if (reply.ok) arrived.push([field, body.id])
    else failures.push([field, `${name}: ${body.errors?.[0]?.detail ?? body.detail ?? body.title}`])
  }
  const entries = await readForm(c, take)
  return { entries: [...entries, ...arrived], failures }
}
