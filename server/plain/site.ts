// One request of a browser for a page: asks the API in the person's name, draws the page, sends it or leads elsewhere.
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { ownPath } from '#core/access/after-sign-in.ts'
import type { Ask, DrawnReply, Outcome, PlainPages } from '#core/plain/port.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { createApi, type Api, type Fetch } from './ask-api.ts'
import type { FillPage } from './page-file.ts'

const squeeze = promisify(gzip)

/** What all pages share. */
export interface Plain {
  deps: Pick<DossierDeps, 'revisions' | 'log' | 'now'>
  fetch: Fetch
  pages: () => Promise<PlainPages | undefined>
  fill: FillPage
}

export interface Site {
  api: Api
  pages: PlainPages
  /** The language of the page; `speak` changes it, for this page and those to come. */
  locale: Locale
  speak: (locale: string) => void
  /** The date in Vietnam. */
  today: string
  judgeAt: (url: string) => Promise<Judge | undefined>
  /** Draws the page at an address; by default the one that was asked for. */
  show: (outcome?: Outcome, status?: number, address?: string) => Promise<Response>
  /** After something was sent: a reload of what comes next sends nothing again. */
  go: (address: string) => Response
}

type Judge = NonNullable<NonNullable<Awaited<ReturnType<DossierDeps['revisions']['find']>>>['judges']['applicant']>['validate']

/** The language of pages: what the person chose here, Vietnamese otherwise, as in the app. */
export const pageLocale = (c: Context<AppEnv>): Locale => (/(?:^|;\s*)lang=en(?:;|$)/.test(c.req.header('Cookie') ?? '') ? 'en' : 'vi')

export const languageCookie = (locale: string): string => `lang=${locale === 'en' ? 'en' : 'vi'}; Path=/; Max-Age=31536000; SameSite=Lax`

export const addressOf = (c: Context<AppEnv>): string => c.req.url.slice(c.req.url.indexOf('/', 8))

const answer = async (c: Context<AppEnv>, html: string, status: number): Promise<Response> => {
  const isSqueezed = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')
  const body = isSqueezed ? new Uint8Array(await squeeze(html)) : html
  return c.body(body, status as 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept-Encoding, Cookie', ...(isSqueezed && { 'Content-Encoding': 'gzip' }) })
}

/** What is read for the page goes along with it, so that the app which takes it over need not ask again over a slow line. */
const rememberingReplies = (ask: Ask, replies: DrawnReply[]): Ask => async (path, init) => {
  const reply = await ask(path, init)
  if ((init?.method ?? 'GET') === 'GET' && reply.ok) replies.push({ path, etag: reply.headers.get('ETag'), body: await reply.clone().text() })
  return reply
}

/** Undefined where pages are not built for it. */
export const openSite = async ({ deps, fetch, pages: load, fill }: Plain, c: Context<AppEnv>): Promise<Site | undefined> => {
  const pages = await load()
  if (!pages) return undefined
  c.set('locale', pageLocale(c))
  const api = createApi(c, fetch)
  const judgeAt: Site['judgeAt'] = async (url) => {
    const [, id, hash] = /^\/api\/procedures\/([^/]+)\/revisions\/([^/]+)\/validator\.js$/.exec(url) ?? []
    return id && hash ? (await deps.revisions.find(id, hash))?.judges.applicant?.validate : undefined
  }
  const go = (address: string): Response => c.redirect(ownPath(address) ?? '/', 303)
  return {
    api, pages, judgeAt, go, today: vietnamDate(deps.now()),
    get locale() { return c.get('locale') },
    speak: (wanted) => {
      c.header('Set-Cookie', languageCookie(wanted), { append: true })
      c.set('locale', wanted === 'en' ? 'en' : 'vi')
    },
    show: async (outcome, status, address = addressOf(c)) => {
      const locale = c.get('locale')
      const replies: DrawnReply[] = []
      const drawn = await pages.draw({ address, locale, ask: rememberingReplies(api.ask, replies), validatorAt: judgeAt, filingKey: randomUUID(), ...(outcome && { outcome }) })
      if (drawn.redirect !== undefined) return c.redirect(drawn.redirect, c.req.method === 'GET' ? 302 : 303)
      const html = fill(drawn, locale, replies)
      if (html === undefined) return c.notFound()
      if (drawn.location !== undefined) c.header('Content-Location', drawn.location)
      return answer(c, html, status ?? api.status())
    },
  }
}
