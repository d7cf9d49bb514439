// The applicant rates a dossier that has ended: once, and may think again for some days. Who rated is known by the dossier
// alone; no officer reads a single rating.
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { tidyAnswers } from '#core/answers/tidy-answers.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import { vietnamDate } from '#core/text/format.ts'
import { countRating } from '#core/statistics/count-events.ts'
import { isError, under } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { RatingView, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { RatingTable } from '../db/tables.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { getOwnDossier } from '../dossiers/get-own-dossier.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import { countWrites } from '../statistics/repository.ts'
import { judgeRating, ratingForm } from './rating-form.ts'

const notYet = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Bạn đánh giá được sau khi hồ sơ kết thúc.', en: 'You can rate once the dossier has ended.',
})

const tooLate = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Đã quá 15 ngày kể từ lần đánh giá đầu tiên nên không sửa được nữa.', en: 'The first rating is more than 15 days old and can no longer be changed.',
})

const changeUntil = (ratedAt: string): string => new Date(Date.parse(ratedAt) + limits.changeRatingMs).toISOString()

const find = async (database: Database, dossierId: string): Promise<RatingTable | undefined> =>
  (await database.read<RatingTable>('SELECT * FROM rating WHERE dossier_id = ?', [dossierId]))[0]

const toView = (row: RatingTable | undefined, isEnded: boolean, now: string): RatingView =>
  (row ? { answers: JSON.parse(row.answers) as Answers, ratedAt: row.rated_at, changeUntil: changeUntil(row.rated_at), mayChange: now <= changeUntil(row.rated_at) } : { answers: {}, mayChange: isEnded })

export const readRating = (deps: DossierDeps) => async (actor: Session, id: string): Promise<RatingView> => {
  const { dossier } = await getOwnDossier(deps, actor, id, 'dossier.rate')
  return toView(await find(deps.database, id), dossier.state === 'ended', deps.now())
}

export const rateDossier = (deps: DossierDeps) => async (actor: Session, id: string, sent: Answers): Promise<RatingView> => {
  const { dossier } = await getOwnDossier(deps, actor, id, 'dossier.rate')
  const now = deps.now()
  if (dossier.state !== 'ended') throw notYet()
  const before = await find(deps.database, id)
  if (before && now > changeUntil(before.rated_at)) throw tooLate()
  const facts = { today: vietnamDate(now) }
  const answers = prepareAnswers(ratingForm, tidyAnswers(sent), facts)
  const issues = validateAnswers(ratingForm, answers, { ...facts, validate: judgeRating }).filter(isError)
  if (issues.length > 0) throw new ProblemError('invalid-answers', under('/answers', issues))
  const month = vietnamDate(before?.rated_at ?? now).slice(0, 7)
  await deps.database.commit([{
    // What is counted is what changed: nobody else may have changed it meanwhile.
    sql: `INSERT INTO rating (dossier_id, answers, rated_at, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (dossier_id) DO UPDATE SET answers = excluded.answers, changed_at = excluded.changed_at WHERE rating.answers = ?`,
    parameters: [id, JSON.stringify(answers), now, now, before?.answers ?? ''], expect: 1,
  }, ...countWrites(countRating({ procedureId: dossier.procedureId, month }, before && (JSON.parse(before.answers) as Answers), answers))])
  return toView(await find(deps.database, id), true, now)
}
