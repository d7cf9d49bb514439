// The answers to one procedure over all its revisions as CSV or as a workbook, for those who answer for an office: they may see its
// dossiers and its figures. Made in a thread of its own and kept nowhere.
import { Hono, type Context } from 'hono'
import { exportName } from '#core/export/file-name.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { monthsBefore, periodOf } from '../statistics/read-report.ts'
import { readAnswersTable, type Span } from './answers-table.ts'
import { createPassingExports } from './make-export.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

const beginningOf = (month: string): string => new Date(Date.parse(`${month}-01T00:00:00+07:00`)).toISOString()

/** Months in Vietnam, the last twelve unless asked otherwise. */
const spanOf = (c: Context<AppEnv>, now: string): { span: Span; period: string } => {
  const { from, to } = periodOf({ from: c.req.query('from'), to: c.req.query('to'), procedure: undefined, office: undefined }, now)
  return { span: [beginningOf(from), beginningOf(monthsBefore(to, -1))], period: `${from}--${to}` }
}

const endings = ['csv', 'xlsx'] as const

export const answersExportRoutes = ({ database, now }: Pick<DesignerDeps, 'database' | 'now'>, make = createPassingExports()): Hono<AppEnv> => {
  const send = (as: (typeof endings)[number]) => async (c: Context<AppEnv>): Promise<Response> => {
    await requirePermission(c, 'statistics.read')
    const actor = await requirePermission(c, 'task.list')
    const id = routeId(c)
    const { span, period } = spanOf(c, now())
    const draft = await createProcedureRepository(database).findDraft(id)
    const table = draft && await readAnswersTable(database, actor, id, span, 'Answers')
    if (!table) throw new ProblemError('not-found')
    const file = await make({ kind: 'table', table, as })
    if (file === undefined) throw new ProblemError('too-large')
    return c.body(file, 200, { 'Content-Type': types[as], 'Content-Disposition': `attachment; filename="${exportName(draft.document.info, `-${period}.${as}`)}"`, 'Cache-Control': 'private, no-store' })
  }
  return endings.reduce((routes, as) => routes.get(`/:id/answers.${as}`, send(as)), new Hono<AppEnv>())
}
