// The applicant's pages as HTML, at the same addresses as in the app, and what their forms send. A browser with scripts gets
// them too: it shows the page before the app is there, which then takes over.
import { Hono, type Context } from 'hono'
import { afterSignIn } from '#core/access/after-sign-in.ts'
import { fieldOf } from '#core/plain/kept-page.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import type { Config } from '../config.ts'
import type { AppEnv } from '../http/context.ts'
import { routeId } from '../http/route-id.ts'
import type { Fetch } from './ask-api.ts'
import { filingRoutes } from './filing-routes.ts'
import { createPageFile } from './page-file.ts'
import { personRoutes } from './person-routes.ts'
import { readForm } from './read-form.ts'
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
  const { guestDossiers = 0 } = (await site.api.read('/api/session')).body as { guestDossiers?: number }
  return site.go(afterSignIn(c.req.query('next'), guestDossiers))
}

const start: Handler = async (c, site) => {
  await readForm(c)
  const reply = await site.api.send('POST', '/api/dossiers', { procedure: routeId(c) })
  if (reply.status === 401) return site.go(`/dang-nhap?next=${encodeURIComponent(c.req.path)}`)
  return reply.problem ? site.show({ problem: reply.problem }, reply.status) : site.go(`/nop/${(reply.body as { dossier: Dossier }).dossier.id}`)
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

const taken: readonly [path: string, handler: Handler][] = [['/dang-nhap', signIn], ['/thu-tuc/:id/nop', start], ['/tiep-tuc', resume]]

export const plainRoutes = (deps: Plain['deps'] & { config: Config }, fetch: Fetch): Hono<AppEnv> => {
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
  return routes.route('/', filingRoutes(plain)).route('/', personRoutes(plain))
}
