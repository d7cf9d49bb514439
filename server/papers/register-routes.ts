// The registers of dossiers over the wire (slip 07): which there are in a year, and each volume as PDF, made for whoever asks.
import { Hono, type Context } from 'hono'
import { yearOf } from '#core/paper/slip-words.ts'
import type { KnownProcedure } from '#core/statistics/report.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { createPassingExports } from '../exports/make-export.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { readVolume, registrars, summarise } from './read-register.ts'

const routeYear = (c: Context<AppEnv>): string => {
  const year = c.req.param('year') ?? ''
  if (!/^20\d\d$/.test(year)) throw new ProblemError('not-found')
  return year
}

export const registerRoutes = (deps: DossierDeps, known: () => Promise<KnownProcedure[]>): Hono<AppEnv> => {
  const make = createPassingExports()
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      await requirePermission(c, 'statistics.read')
      const year = yearOf(deps.now())
      const offices = registrars(await known())
      const registers = (await Promise.all(offices.flatMap((office) => [year, String(Number(year) - 1)].map((each) => summarise(deps, office, each))))).filter(({ dossiers }) => dossiers > 0)
      return c.json({ registers }, 200, { 'Cache-Control': 'private, no-store' })
    })
    .get('/:year/:agency/:volume{[0-9]+\\.pdf}', async (c) => {
      await requirePermission(c, 'statistics.read')
      const procedures = await known()
      const office = registrars(procedures).find(({ agencyCode }) => agencyCode === c.req.param('agency'))
      const model = office && await readVolume(deps, procedures, office, routeYear(c), Number.parseInt(c.req.param('volume'), 10))
      const pdf = model && await make({ kind: 'register', model })
      if (!(pdf instanceof Uint8Array)) throw new ProblemError('not-found')
      return c.body(pdf, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="so-theo-doi-${model!.year}-quyen-${model!.volume}.pdf"`, 'Cache-Control': 'private, no-store' })
    })
}
