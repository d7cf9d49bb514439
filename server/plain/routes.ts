// The applicant's pages as HTML, at the same addresses as in the app, and what their forms send. A browser with scripts gets
// them too: it shows the page before the app is there, which then takes over.
import { Hono, type Context } from 'hono'
import { readFormData } from '#core/answers/read-form-data.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import type { Config } from '../config.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { routeId } from '../http/route-id.ts'
import { ratingForm } from '../ratings/rating-form.ts'
import type { Fetch } from './ask-api.ts'
import { filingRoutes } from './filing-routes.ts'
import { createPageFile } from './page-file.ts'
import { fieldOf, readForm } from './read-form.ts'
import { createRenderer } from './renderer.ts'
import { addressOf, languageCookie, openSite, type Plain, type Site } from './site.ts'

type Handler = (c: Context<AppEnv>, site: Site) => Promise<Response>

/** Only pages of the applicant: the other apps need scripts, files have endings, and what a browser keeps for a broken line (khung) is nobody's. */
const isPage = (path: string): boolean => !/^\/(desk|designer|api|assets|schemas|healthz|khung)(\/|$)|\.\w+$/.test(path)

const withoutLanguage = (address: string): string => {
  const url = new URL(address, 'http://here')
  url.searchParams.delete('lang')
  return url.pathname + url.search
}

const signIn: Handler = async (c, site) => {
  const entries = await readForm(c)
  if (fieldOf(entries, 'do') === 'sign-out') {
    await site.api.send('DELETE', '/api/session')
    c.header('Clear-Site-Data', '"cache"')
    return site.go('/')
  }
  const email = fieldOf(entries, 'email').trim()
  const reply = await site.api.send('POST', '/api/session', { email, password: fieldOf(entries, 'password') })
  if (reply.problem) return site.show({ problem: reply.problem, fields: { email } }, reply.status)
  return site.go(c.req.query('next') ?? '/')
}

const start: Handler = async (c, site) => {
  await readForm(c)
  const reply = await site.api.send('POST', '/api/dossiers', { procedure: routeId(c) })
  if (reply.status === 401) return site.go(`/dang-nhap?next=${encodeURIComponent(c.req.path)}`)
  return reply.problem ? site.show({ problem: reply.problem }, reply.status) : site.go(`/nop/${(reply.body as { dossier: Dossier }).dossier.id}`)
}

const deleteDraft: Handler = async (c, site) => {
  const [name, id] = fieldOf(await readForm(c), 'do').split(':')
  const reply = name === 'delete' ? await site.api.send('DELETE', `/api/dossiers/${encodeURIComponent(id ?? '')}`) : undefined
  return reply?.problem ? site.show({ problem: reply.problem }, reply.status) : site.go('/ho-so')
}

const withdraw: Handler = async (c, site) => {
  const id = routeId(c)
  const entries = await readForm(c)
  const reason = fieldOf(entries, 'reason').trim()
  const reply = await site.api.send('POST', `/api/dossiers/${id}/withdrawal`, { version: Number(fieldOf(entries, 'version')), reason })
  return reply.problem ? site.show({ problem: reply.problem, fields: { reason } }, reply.status, `/ho-so/${id}?withdraw=1`) : site.go(`/ho-so/${id}`)
}

const write: Handler = async (c, site) => {
  const id = routeId(c)
  const text = fieldOf(await readForm(c), 'text')
  const reply = await site.api.send('POST', `/api/dossiers/${id}/messages`, { text })
  return reply.problem ? site.show({ problem: reply.problem, fields: { text } }, reply.status, `/ho-so/${id}`) : site.go(`/ho-so/${id}#tin-nhan`)
}

const rate: Handler = async (c, site) => {
  const id = routeId(c)
  const entries = await readForm(c)
  const { answers } = readFormData(ratingForm, entries, { page: ratingForm.pages[0]!.page.id, base: {}, locale: site.locale })
  const reply = await site.api.send('PUT', `/api/dossiers/${id}/rating`, { answers })
  return reply.problem ? site.show({ problem: reply.problem, fields: Object.fromEntries(entries) }, reply.status) : site.go(`/ho-so/${id}/danh-gia`)
}

/** On another device, by the code alone: to the one draft or dossier there is, to the list when there are several. */
const resume: Handler = async (c, site) => {
  const code = fieldOf(await readForm(c), 'code')
  const reply = await site.api.send('POST', '/api/guest/resumption', { code })
  if (reply.problem) return site.show({ problem: reply.problem, fields: { code } }, reply.status)
  const { dossiers } = (await site.api.read('/api/dossiers')).body as { dossiers: Dossier[] }
  const [only] = dossiers
  return site.go(!only || dossiers.length > 1 ? '/ho-so' : only.state === 'draft' ? `/nop/${only.id}` : `/ho-so/${only.id}`)
}

const taken: readonly [path: string, handler: Handler][] = [['/dang-nhap', signIn], ['/thu-tuc/:id/nop', start], ['/tiep-tuc', resume], ['/ho-so', deleteDraft], ['/ho-so/:id', withdraw], ['/ho-so/:id/tin-nhan', write], ['/ho-so/:id/danh-gia', rate]]

export const plainRoutes = (deps: Pick<DossierDeps, 'revisions' | 'log'> & { config: Config }, fetch: Fetch): Hono<AppEnv> => {
  const plain: Plain = { deps, fetch, pages: createRenderer(deps.config.plainDir), fill: createPageFile(deps.config) }
  const routes = new Hono<AppEnv>()
  routes.get('*', async (c, next) => {
    if (!isPage(c.req.path)) return next()
    const language = c.req.query('lang')
    if (language !== undefined) {
      c.header('Set-Cookie', languageCookie(language))
      return c.redirect(withoutLanguage(addressOf(c)), 302)
    }
    const site = await openSite(plain, c)
    if (!site) return next()
    try {
      return await site.show()
    } catch (error) {
      // The app draws the page by itself where this cannot.
      deps.log.error({ path: c.req.path, err: { message: (error as Error).message, stack: (error as Error).stack } }, 'page not drawn')
      return next()
    }
  })
  for (const [path, handler] of taken) {
    routes.post(path, async (c, next) => {
      const site = await openSite(plain, c)
      return site ? handler(c, site) : next()
    })
  }
  return routes.route('/', filingRoutes(plain))
}
