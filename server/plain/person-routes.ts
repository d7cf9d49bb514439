// What a person's own pages send without scripts: taking back, writing, rating, keeping, taking over. Each is handed on only
// when it comes from its owner; otherwise it comes back with everything that was typed.
import { Hono, type Context } from 'hono'
import { fieldOf } from '#core/plain/kept-page.ts'
import { readPageAct } from '#core/plain/page-act.ts'
import { readSentForm } from '#core/plain/sent-form.ts'
import type { ProfileView } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { routeId } from '../http/route-id.ts'
import { ratingForm } from '../ratings/rating-form.ts'
import type { ApiReply } from './ask-api.ts'
import { fromOwner, type TakeSent } from './from-owner.ts'
import { profilePage, takeOwnForm } from './own-forms.ts'
import type { SentForm } from './receive-sent.ts'
import { openSite, type Plain, type Site } from './site.ts'

/** What is done with a page of a dossier, or of the person where no dossier is named. */
type Take = (site: Site, id: string, sent: SentForm, found: unknown) => Promise<Response>

const fieldsOf = ({ entries }: SentForm): Record<string, string> => Object.fromEntries(entries)

/** Leads on when it is done; else the page comes back with what was typed and why. */
const answer = (site: Site, { problem, status }: ApiReply, onward: string, sent: SentForm, address?: string): Response | Promise<Response> =>
  (problem ? site.show({ problem, fields: fieldsOf(sent) }, status, address) : site.go(onward))

const deleteDraft = (site: Site, id: string): Promise<ApiReply> => site.api.send('DELETE', `/api/dossiers/${encodeURIComponent(id)}`)
const takeOver = (site: Site): Promise<ApiReply> => site.api.send('POST', '/api/guest/take-over', {})

const tidyDossiers: Take = async (site, _id, sent) => {
  const { name, target } = readPageAct(fieldOf(sent.entries, 'do'))
  const reply = name === 'delete' ? await deleteDraft(site, target) : name === 'take-over' ? await takeOver(site) : undefined
  return reply ? answer(site, reply, '/ho-so', sent) : site.go('/ho-so')
}

const withdraw: Take = async (site, id, sent) => {
  const version = Number(fieldOf(sent.entries, 'version'))
  const reply = await site.api.send('POST', `/api/dossiers/${id}/withdrawal`, { version, reason: fieldOf(sent.entries, 'reason').trim() })
  return answer(site, reply, `/ho-so/${id}`, sent, `/ho-so/${id}?withdraw=1`)
}

const write: Take = async (site, id, sent) => {
  const reply = await site.api.send('POST', `/api/dossiers/${id}/messages`, { text: fieldOf(sent.entries, 'text') })
  return answer(site, reply, `/ho-so/${id}#tin-nhan`, sent, `/ho-so/${id}`)
}

const rate: Take = async (site, id, sent) => {
  const act = readPageAct(fieldOf(sent.entries, 'do'))
  const { answers: own } = readSentForm(ratingForm, sent.entries, site.locale)
  if (act.name === 'language') {
    site.speak(act.target)
    return site.show({ own }, 200)
  }
  const { problem, status } = await site.api.send('PUT', `/api/dossiers/${id}/rating`, { answers: own })
  return problem ? site.show({ problem, own }, status) : site.go(`/ho-so/${id}/danh-gia`)
}

const ticked = /^keep:(.+)$/

/** Of what was just filed, what the person wants to be kept for the next time; choosing nothing keeps nothing. */
const remember: Take = async (site, id, sent) => {
  const attributes = sent.entries.flatMap(([name]) => ticked.exec(name)?.[1] ?? [])
  if (attributes.length === 0) return site.show({ notice: 'noneKept', fields: { none: '' } }, 422)
  return answer(site, await site.api.send('POST', `/api/profile/dossiers/${id}`, { attributes }), `/ho-so/${id}/da-nop?kept=1#luu-lai`, sent)
}

const keepProfile: Take = async (site, _id, sent, found) => {
  if (readPageAct(fieldOf(sent.entries, 'do')).name !== 'forget') return takeOwnForm(site, sent, profilePage(site, found as ProfileView))
  return answer(site, await site.api.send('DELETE', '/api/profile'), '/ho-so-cua-toi?notice=forgotten', sent)
}

const ofDossier = (id: string): string => `/api/dossiers/${id}`

const pages: readonly [path: string, at: (id: string) => string, take: Take][] = [
  ['/ho-so', () => '/api/dossiers', tidyDossiers],
  ['/ho-so/:id', ofDossier, withdraw],
  ['/ho-so/:id/tin-nhan', ofDossier, write],
  ['/ho-so/:id/danh-gia', ofDossier, rate],
  ['/ho-so/:id/da-nop', ofDossier, remember],
  ['/ho-so-cua-toi', () => '/api/profile', keepProfile],
]

const idIn = (c: Context<AppEnv>, path: string): string => (path.includes(':id') ? routeId(c) : '')

export const personRoutes = (plain: Plain): Hono<AppEnv> => pages.reduce((routes, [path, at, take]) => routes.post(path, async (c, next) => {
  const site = await openSite(plain, c)
  if (!site) return next()
  const id = idIn(c, path)
  const handOn: TakeSent = (sent, found) => take(site, id, sent, found)
  return fromOwner(c, site, { at: at(id) }, handOn)
}), new Hono<AppEnv>())
