// Tells those who read the data of a procedure what a change does to them: promised in the unit of work that publishes, schedules or
// takes back, sent by the outbox. Where nothing changes for them nobody is written to.
import { readerNews } from '#core/change/reader-news.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { ChangeRequest, Procedure } from '#schemas/generated/types.ts'
import { lastInForce } from '../change-requests/change-impact.ts'
import type { StoredChangeRequest } from '../change-requests/repository.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { ReaderLetter } from '../outbox/notify-reader.ts'
import type { ReaderFacts } from '../outbox/render-reader-notice.ts'
import { promiseReaderNotice } from '../outbox/repository.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { listReaders } from './repository.ts'

type Needs = Pick<DesignerDeps, 'database' | 'revisions'>

type About = Omit<ReaderFacts, 'name' | 'code' | 'agency' | 'news'>

interface Documents {
  /** Absent where the letter is not about what changes. */
  before?: Procedure
  after: Procedure
  /** To be told of also when no data change. */
  isNews: boolean
}

const factsIn = (about: About, { before, after, isNews }: Documents, locale: Locale): ReaderFacts | undefined => {
  const news = before && readerNews(before, after, locale)
  if (!isNews && news?.lines.length === 0) return undefined
  const { info } = after
  return { ...about, name: localise(info, 'name', locale), code: info.code, agency: localise(info, 'agency', locale), ...(news && about.notice !== 'called-off' && { news }) }
}

/** A letter to each reader; `key` makes a repetition harmless. */
const write = async ({ database }: Needs, about: About, documents: Documents, key: string, now: string): Promise<Write[]> => {
  const readers = await listReaders(database, about.procedureId)
  const known = new Map<Locale, ReaderFacts | undefined>()
  for (const { language } of readers) if (!known.has(language)) known.set(language, factsIn(about, documents, language))
  return readers.flatMap(({ id, language }) => {
    const facts = known.get(language)
    return facts ? [promiseReaderNotice(`reader:${key}:${about.notice}:${id}`, { reader: id, facts } satisfies ReaderLetter, now)] : []
  })
}

/** What readers of the data have until then: the base, or what was in force last where the office had taken it back. */
const readUntilThen = async ({ database, revisions }: Needs, { procedureId, base }: ChangeRequest): Promise<Procedure | undefined> =>
  (base === undefined ? await lastInForce(database, revisions, procedureId) : await revisions.find(procedureId, base))?.procedure

const writeOfChange = async (deps: Needs, { changeRequest, document, version }: StoredChangeRequest, about: Pick<About, 'notice' | 'at' | 'hash'>, now: string): Promise<Write[]> => {
  const before = await readUntilThen(deps, changeRequest)
  // The first publication changes nothing for anybody.
  if (!before) return []
  const { id, procedureId, base, legalBasis } = changeRequest
  const { hash, ...rest } = about
  const all: About = { ...rest, procedureId, ...(hash !== undefined && document.form && { hash }), ...(legalBasis !== undefined && about.notice !== 'called-off' && { legalBasis }) }
  return write(deps, all, { before, after: document, isNews: base === undefined }, `${id}:${version}`, now)
}

/** The change comes into force. */
export const tellOfPublication = (deps: Needs, stored: StoredChangeRequest, now: string): Promise<Write[]> => {
  const { base, hash } = stored.changeRequest
  return writeOfChange(deps, stored, { notice: base === undefined ? 'restored' : 'changed', at: now, hash }, now)
}

const dayOf = ({ state, publishAt }: ChangeRequest): string | undefined => (state === 'scheduled' ? publishAt : undefined)

/** Where a step gives a change its day, another one, or none any more. */
export const tellOfDay = async (deps: Needs, stored: StoredChangeRequest, next: ChangeRequest, now: string): Promise<Write[]> => {
  const [was, is] = [dayOf(stored.changeRequest), dayOf(next)]
  if (was === is || next.state === 'published') return []
  return writeOfChange(deps, stored, is === undefined ? { notice: 'called-off', at: was! } : { notice: 'planned', at: is, hash: next.hash }, now)
}

/** What is in force is taken back. */
export const tellOfWithdrawal = async (deps: Needs, procedureId: string, hash: string, now: string): Promise<Write[]> => {
  const { procedure } = await deps.revisions.get({ procedureId, revision: hash })
  return write(deps, { notice: 'withdrawn', procedureId, at: now }, { after: procedure, isNews: true }, `${procedureId}:${now}`, now)
}
