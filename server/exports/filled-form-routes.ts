// The form of one dossier as a PDF: for its owner a draft as it is now, or what was filed; for officers what was filed,
// without what their steps hide. Nobody else learns that it exists, and no copy of it is kept.
import { Hono, type Context } from 'hono'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { exportName } from '#core/export/file-name.ts'
import type { FilledForm } from '#core/export/print-answers.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { FileInfo, Procedure, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { listDossierFiles } from '../dossiers/dossier-files.ts'
import type { StoredDossier } from '../dossiers/dossier-row.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { routeId } from '../http/route-id.ts'
import { requireSession } from '../http/session.ts'
import { assertVisible } from '../organisation/require-permission.ts'
import { hiddenPaths, hideAnswers, isHidden } from '../tasks/hidden-answers.ts'
import { createPassingExports } from './make-export.ts'

type Shown = Pick<FilledForm, 'answers' | 'files'>

/** An officer sees no more here than on the desk. */
const shownTo = (actor: Session, { dossier }: StoredDossier, { workflow }: Procedure, files: FileInfo[]): Shown => {
  const isOwner = dossier.applicantId === actor.id
  const hidden = isOwner || !workflow ? [] : hiddenPaths(workflow, dossier, actor.roles)
  return { answers: hideAnswers(dossier, hidden).answers, files: files.filter(({ question }) => !isHidden(hidden, question)) }
}

const fillingOf = async (deps: DossierDeps, actor: Session, id: string): Promise<{ document: Procedure, filling: FilledForm }> => {
  const found = await createDossierRepository(deps.database).find(id)
  if (!found) throw new ProblemError('not-found')
  const { dossier } = found
  assertVisible(actor, 'dossier.read', { ownerId: dossier.applicantId, state: dossier.state })
  const { procedure: document, judges } = await deps.revisions.get(dossier)
  if (!judges.applicant) throw new ProblemError('not-found')
  const now = deps.now()
  const { answers, files } = shownTo(actor, found, document, await listDossierFiles(deps.database, id))
  // A draft says what would be filed now; what was filed stays as it was.
  const said = dossier.state === 'draft' ? prepareAnswers(judges.applicant.form, answers, { today: vietnamDate(now), calendar: await deps.calendar(document.info) }) : answers
  return { document, filling: { dossier, answers: said, files, madeAt: now } }
}

export const filledFormRoutes = (deps: DossierDeps, make = createPassingExports()): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/:id/form.pdf', async (c: Context<AppEnv>) => {
    const locale = c.req.query('lang') === 'en' ? 'en' : 'vi'
    const { document, filling } = await fillingOf(deps, await requireSession(c), routeId(c))
    const bytes = await make({ kind: 'filled', document, filling, locale })
    if (bytes === undefined) throw new ProblemError('too-large')
    const name = exportName(document.info, `-${filling.dossier.code?.toLowerCase() ?? (locale === 'vi' ? 'ban-nhap' : 'draft')}.pdf`)
    return c.body(bytes, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"`, 'Cache-Control': 'private, no-store' })
  })
