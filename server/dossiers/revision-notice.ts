// What the applicant of a draft is told of revisions that were published, or withdrawn, since the draft was begun: whether it may be
// filed as it is, which questions need an answer again, and what is kept aside until filing.
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import type { FormulaFacts } from '#core/answers/compute-answers.ts'
import { finishOn, publishedSince, type Publication } from '#core/change/finish-on.ts'
import { wordAside, wordQuestions } from '#core/change/notice-words.ts'
import { isError } from '#core/issues/issue.ts'
import { toPath } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier, FileInfo, RevisionNotice, SetAsideAnswer } from '#schemas/generated/types.ts'
import { listPublications } from '../audit/procedure-events.ts'
import type { Revision } from '../procedures/revision.ts'
import { bringOver } from './bring-over.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { listDossierFiles } from './dossier-files.ts'

type Deps = Pick<DossierDeps, 'database' | 'revisions' | 'calendar' | 'now'>

/** How the answers stand under a revision. */
type Standing = Pick<Dossier, 'procedureId' | 'answers' | 'aside' | 'moved'>

const daySince = (publications: readonly Publication[], type: Publication['type'], revision: string, otherwise: string): string =>
  vietnamDate(publications.findLast((each) => each.type === type && each.revision === revision)?.at ?? otherwise)

const asideInWords = async ({ revisions }: Deps, { procedureId, aside = [] }: Standing, files: readonly FileInfo[]): Promise<SetAsideAnswer[]> => {
  const names = new Map(files.map((file) => [file.id, file]))
  const told = await Promise.all([...new Set(aside.map(({ revision }) => revision))].map(async (revision) => {
    const form = (await revisions.find(procedureId, revision))?.judges.applicant?.form
    return form ? wordAside(form, aside.filter((each) => each.revision === revision), names) : []
  }))
  return told.flat().slice(0, 500)
}

const keptAside = async (deps: Deps, dossier: Pick<Dossier, 'id'> & Standing): Promise<SetAsideAnswer[]> =>
  (dossier.aside?.length ? asideInWords(deps, dossier, await listDossierFiles(deps.database, dossier.id)) : [])

/** What was asked again and still has no answer that is taken. */
const stillAsked = ({ judges }: Revision, { answers, moved }: Standing, facts: FormulaFacts): RevisionNotice['questions'] => {
  if (!judges.applicant || !moved) return []
  const { form, validate } = judges.applicant
  const wrong = validateAnswers(form, prepareAnswers(form, answers, facts), { ...facts, validate }).filter(isError)
  const asked = new Set(moved.asked)
  return wordQuestions(form, wrong.flatMap(({ pointer }) => (asked.has(toPath(pointer)) ? [pointer] : []))).slice(0, 500)
}

const standingUnder = async (deps: Deps, dossier: Pick<Dossier, 'id'> & Standing, under: Revision): Promise<Pick<RevisionNotice, 'questions' | 'aside'>> => {
  const facts = { today: vietnamDate(deps.now()), calendar: await deps.calendar(under.procedure.info) }
  return { questions: stillAsked(under, dossier, facts), aside: await keptAside(deps, dossier) }
}

/** As it would be if its applicant went on now. */
const ask = async (deps: Deps, dossier: Dossier, published: Revision): Promise<Pick<RevisionNotice, 'questions' | 'aside'>> => {
  const now = deps.now()
  const brought = await bringOver(deps.revisions, dossier, published, { today: vietnamDate(now), calendar: await deps.calendar(published.procedure.info) }, now)
  return brought ? standingUnder(deps, { ...dossier, ...brought.moved }, published) : { questions: [], aside: [] }
}

const withMessage = (disposition: Publication['disposition']): Pick<RevisionNotice, 'message'> => (disposition ? { message: disposition.message } : {})

/** Filed as it is, as long as every change since lets it. Where the office had nothing to say since, what it said before still holds. */
const finish = async (deps: Deps, dossier: Dossier, published: Revision, publications: readonly Publication[], changedOn: string): Promise<RevisionNotice | undefined> => {
  const revision = published.hash
  const said = publishedSince(dossier.revision, publications).flatMap(({ disposition }) => disposition ?? [])
  if (said.length === 0) return dossier.moved && { ...await moved(deps, dossier, await deps.revisions.get(dossier), publications), revision }
  const [until] = said.flatMap(({ draftsUntil }) => draftsUntil ?? []).sort()
  return { kind: 'finish', changedOn, revision, questions: [], aside: await keptAside(deps, dossier), ...(until !== undefined && { until }), ...withMessage(said.at(-1)) }
}

const toldOf = ({ hash, publishedAt }: Revision, publications: readonly Publication[]): Pick<RevisionNotice, 'changedOn' | 'revision' | 'message'> => ({
  changedOn: daySince(publications, 'published', hash, publishedAt), revision: hash,
  ...withMessage(publications.findLast(({ type, revision }) => type === 'published' && revision === hash)?.disposition),
})

/** `own` is the revision that the draft came over to. */
const moved = async (deps: Deps, dossier: Dossier, own: Revision, publications: readonly Publication[]): Promise<RevisionNotice> =>
  ({ kind: 'moved', ...toldOf(own, publications), ...await standingUnder(deps, dossier, own) })

const noticeUnder = async (deps: Deps, dossier: Dossier, published: Revision, publications: readonly Publication[]): Promise<RevisionNotice | undefined> => {
  if (published.hash === dossier.revision) return moved(deps, dossier, published, publications)
  const told = toldOf(published, publications)
  const finishing = finishOn(dossier.revision, published.hash, publications, vietnamDate(deps.now()))
  if (finishing.may) return finish(deps, dossier, published, publications, told.changedOn)
  return { kind: 'ask', ...told, ...(finishing.message && { message: finishing.message }), ...await ask(deps, dossier, published) }
}

export const noticeOf = async (deps: Deps, dossier: Dossier): Promise<RevisionNotice | undefined> => {
  if (dossier.state !== 'draft') return undefined
  const published = await deps.revisions.findPublished(dossier.procedureId)
  if (published?.hash === dossier.revision && !dossier.moved) return undefined
  const publications = await listPublications(deps.database, dossier.procedureId)
  if (published) return noticeUnder(deps, dossier, published, publications)
  return { kind: 'withdrawn', changedOn: daySince(publications, 'withdrawn', publications.at(-1)?.revision ?? '', deps.now()), questions: [], aside: await keptAside(deps, dossier) }
}
