// Filling in and filing without scripts: each press sends the page, the server saves it as the app would, and says what is
// wrong or leads on. Nothing that was typed is lost: what cannot be saved is shown again as it was sent.
import { Hono } from 'hono'
import { fieldOf } from '#core/plain/kept-page.ts'
import { readPageAct, type PageAct } from '#core/plain/page-act.ts'
import type { Outcome, Received } from '#core/plain/port.ts'
import type { DossierView } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { routeId } from '../http/route-id.ts'
import type { ApiReply } from './ask-api.ts'
import { representationPage, takeOwnForm } from './own-forms.ts'
import { fromOwner, giveBack } from './from-owner.ts'
import { sendFiling } from './send-filing.ts'
import { openSite, type Plain, type Site } from './site.ts'
import type { SentForm } from './receive-sent.ts'

/** The page that asks for whom a draft is filed, and the one that asks whether to go on under a newer form. */
const forWhom = 'nguoi-nop'
const newForm = 'mau-moi'

const controlId = (pointer: string): string => `q${pointer.replaceAll('/', '-')}`

const isEditable = ({ dossier, document }: DossierView): boolean => document.form !== undefined && (dossier.state === 'draft' || (dossier.state === 'open' && dossier.supplement !== undefined))

/** Where a press leads once everything is saved. */
const onward = (dossier: string, page: string, act: PageAct, { pages, appeared, dropped }: Received, fromCheck: boolean): string => {
  const at = pages.indexOf(page)
  const to = (next: string | undefined): string => `/nop/${dossier}/${next ?? 'kiem-tra'}`
  const here = (notice: string, pointer?: string): string => `${to(page)}?${fromCheck ? 'from=check&' : ''}notice=${notice}${pointer ? `#${controlId(pointer)}` : ''}`
  if (act.name === 'continue' && appeared !== undefined) return here('more', appeared)
  if (dropped && act.name !== 'go') return `${here('dropped')}&titles=${encodeURIComponent(dropped)}`
  switch (act.name) {
    case 'continue': return to(fromCheck ? undefined : pages[at + 1])
    case 'back': return to(pages[at - 1] ?? page)
    case 'go': return to(act.target === forWhom || pages.includes(act.target) ? act.target : undefined)
    case 'add-row': return here('', `${act.target}`)
    case 'remove-row': return here('', act.target.replace(/\/\d+$/, ''))
    case 'remove-file': return here('', act.target.replace(/\/[^/]+$/, ''))
    case 'show': return here('', act.target)
    case 'upload': return here('uploaded', act.target)
    default: return here('saved')
  }
}

const save = (site: Site, id: string, version: number, answers: unknown, page: string): Promise<ApiReply> =>
  site.api.send('PUT', `/api/dossiers/${id}/answers`, { answers, page }, { 'If-Match': `"${version}"` })

/** Uploads that no answer names any more: a draft carries nothing that is not filed. */
const forgetFiles = async (site: Site, view: DossierView, answers: unknown): Promise<void> => {
  if (view.dossier.state !== 'draft') return
  const named = JSON.stringify(answers)
  for (const { id } of view.files.filter((file) => JSON.stringify(view.dossier.answers).includes(file.id) && !named.includes(file.id))) await site.api.send('DELETE', `/api/files/${id}`)
}

const pointerIn = (fragment: string): string => decodeURIComponent(fragment).replace(/^#\/answers/, '')

const takePage = async (site: Site, view: DossierView, sent: SentForm, page: string): Promise<Response> => {
  const { dossier } = view
  const said = fieldOf(sent.entries, 'do')
  const act = readPageAct(said)
  const seen = Number(fieldOf(sent.entries, 'version'))
  const fromCheck = fieldOf(sent.entries, 'from') === 'check'
  const again = (outcome: Outcome, status: number): Promise<Response> => site.show(outcome, status, `/nop/${dossier.id}/${encodeURIComponent(page)}${fromCheck ? '?from=check' : ''}`)
  const validate = await site.judgeAt(`/api/procedures/${dossier.procedureId}/revisions/${dossier.revision}/validator.js`)
  const received = await site.pages.receive({ view, page, entries: sent.entries, act: said, locale: fieldOf(sent.entries, 'locale') === 'en' ? 'en' : 'vi', validate })
  if (act.name === 'language') site.speak(act.target)
  const saved = seen === dossier.version ? await save(site, dossier.id, seen, received.answers, page) : undefined
  if (!saved || saved.status === 412) return again({ notice: 'stale', typed: received.answers, failures: sent.failures }, 409)
  if (saved.problem) {
    const failures = (saved.problem.errors ?? []).map(({ pointer, detail }) => [pointerIn(pointer), detail] as const)
    return again({ problem: saved.problem, typed: received.answers, failures: [...sent.failures, ...failures] }, saved.status)
  }
  await forgetFiles(site, view, received.answers)
  const faults = act.name === 'continue' ? received.faults : []
  if (faults.length + sent.failures.length > 0) return again({ revealed: faults, failures: sent.failures }, 422)
  return site.go(onward(dossier.id, page, act, received, fromCheck))
}

/** Whether a page belongs to another form than the draft by now. */
const isOfOtherForm = ({ dossier: { procedureId, revision } }: DossierView, { entries }: SentForm): boolean => !['', `${procedureId}/${revision}`].includes(fieldOf(entries, 'form'))

/** Whether the press was for the other language, which is spoken from now on. */
const isLanguage = (site: Site, { entries }: SentForm): boolean => {
  const { name, target } = readPageAct(fieldOf(entries, 'do') || undefined)
  if (name === 'language') site.speak(target)
  return name === 'language'
}

/** The applicant goes on under the revision that is in force; the form comes next. */
const goOn = async (site: Site, { dossier }: DossierView, sent: SentForm): Promise<Response> => {
  const { entries } = sent
  const [draft, revision] = [`/nop/${dossier.id}`, fieldOf(entries, 'revision')]
  // A second press finds it done.
  if (isLanguage(site, sent) || dossier.revision === revision) return site.go(draft)
  const { problem, status } = await site.api.send('PUT', `/api/dossiers/${dossier.id}/revision`, { revision }, { 'If-Match': `"${fieldOf(entries, 'version')}"` })
  return problem ? site.show({ problem }, status, draft) : site.go(draft)
}

/** The page that only checks comes as it is now; what was typed on any other is given back in words. */
const comeAgain = (site: Site, id: string, sent: SentForm, page: string): Promise<Response> | Response => {
  if (page === 'kiem-tra') return site.go(`/nop/${id}/kiem-tra`)
  isLanguage(site, sent)
  return giveBack(site, 'replaced', sent.entries, 409)
}

const takeSent = (site: Site, view: DossierView, sent: SentForm, page: string): Promise<Response> | Response => {
  const { id, state } = view.dossier
  if (page === newForm && state === 'draft') return goOn(site, view, sent)
  if (page === forWhom && state === 'draft') return takeOwnForm(site, sent, representationPage(site, view))
  if (isEditable(view) && isOfOtherForm(view, sent)) return comeAgain(site, id, sent, page)
  if (page === 'kiem-tra') return isEditable(view) ? sendFiling(site, view, sent.entries) : site.go(state === 'draft' ? `/ho-so/${id}` : `/ho-so/${id}/da-nop`)
  return isEditable(view) && page !== forWhom ? takePage(site, view, sent, page) : giveBack(site, 'closed', sent.entries, 409)
}

export const filingRoutes = (plain: Plain): Hono<AppEnv> => new Hono<AppEnv>().post('/nop/:id/:page', async (c, next) => {
  const site = await openSite(plain, c)
  if (!site) return next()
  const id = routeId(c)
  const page = c.req.param('page')
  const questionOf = (field: string): string => (page === forWhom ? `@${field.slice(1)}` : field)
  return fromOwner(c, site, { at: `/api/dossiers/${id}`, files: { dossier: id, questionOf } }, async (sent, found) => takeSent(site, found as DossierView, sent, page))
})
