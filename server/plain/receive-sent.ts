// What was sent with a page. Chosen files are taken in while the page arrives, also when something else on it is wrong:
// nobody has to choose them again. Those that could not come along are told by name.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { FormEntry } from '#core/answers/read-form-data.ts'
import { lostFileEntry, lostFiles, pageEntries } from '#core/plain/kept-page.ts'
import type { Locale } from '#core/text/localise.ts'
import type { FileInfo } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { readForm, type SentFile } from './read-form.ts'
import type { Site } from './site.ts'

export interface SentForm {
  /** Files came with it. */
  hasFiles: boolean
  /** With the ids of the files that arrived, under the name of their question. */
  entries: readonly FormEntry[]
  failures: readonly (readonly [pointer: string, sentence: string])[]
}

const notCarried: Record<Locale, string> = {
  vi: 'tệp này chưa đến được chúng tôi, vì lúc gửi bạn chưa đăng nhập lại. Hãy chọn lại.',
  en: 'this file did not reach us, because you were not signed in when you sent it. Please choose it again.',
}

export const toSentForm = (entries: readonly FormEntry[], locale: Locale, arrived: readonly FormEntry[] = [], failures: SentForm['failures'] = []): SentForm => ({
  hasFiles: arrived.length > 0,
  entries: [...pageEntries(entries), ...arrived],
  failures: [...failures, ...lostFiles(entries).map(([field, name]): [string, string] => [field, `${name}: ${notCarried[locale]}`])],
})

/** Where the files of a page go: to a dossier, each to its question. */
export interface FilesTo {
  dossier: string
  questionOf?: (field: string) => string
}

export const receiveSent = async (c: Context<AppEnv>, site: Site, { dossier, questionOf = (field) => field }: FilesTo): Promise<SentForm> => {
  const arrived: FormEntry[] = []
  const failures: [string, string][] = []
  const take = async ({ field, name, bytes }: SentFile): Promise<void> => {
    const reply = await site.api.ask(`/api/files?dossier=${dossier}&question=${encodeURIComponent(questionOf(field))}`, {
      method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name.toWellFormed()) },
      body: Readable.toWeb(bytes) as ReadableStream, duplex: 'half',
    } as RequestInit)
    const body = await reply.json() as FileInfo & { title: string; detail?: string; errors?: { detail: string }[] }
    if (reply.ok) arrived.push([field, body.id])
    else failures.push([field, `${name}: ${body.errors?.[0]?.detail ?? body.detail ?? body.title}`])
  }
  return toSentForm(await readForm(c, take), site.locale, arrived, failures)
}

/** What nobody may take in yet: of files nothing is kept but their names. */
export const receiveUnclaimed = async (c: Context<AppEnv>): Promise<FormEntry[]> => {
  const lost: FormEntry[] = []
  const note = ({ field, name, bytes }: SentFile): Promise<void> => {
    lost.push(lostFileEntry(field, name))
    bytes.resume()
    return Promise.resolve()
  }
  return [...await readForm(c, note), ...lost]
}
