// The last press: files the draft or sends the supplement that was checked. The page carries a key of its own, so that a
// second press, a step back and a resent page make one dossier.
import type { FormEntry } from '#core/answers/read-form-data.ts'
import { fieldOf } from '#core/plain/kept-page.ts'
import type { DossierView } from '#schemas/generated/types.ts'
import type { ApiReply } from './ask-api.ts'
import type { Site } from './site.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

/** A twin of this press may be a moment ahead. */
const twinWait = 300

const hasArrived = async (site: Site, { dossier }: DossierView): Promise<boolean> => {
  const now = await site.api.read(`/api/dossiers/${dossier.id}`)
  const found = (now.body as DossierView).dossier
  return !now.problem && (dossier.supplement ? !found.supplement : found.state !== 'draft')
}

const send = (site: Site, { dossier }: DossierView, version: number, key: string): Promise<ApiReply> => (dossier.supplement
  ? site.api.send('POST', `/api/dossiers/${dossier.id}/supplement`, {}, { 'If-Match': `"${version}"` })
  : site.api.send('POST', `/api/dossiers/${dossier.id}/submission`, {}, { 'If-Match': `"${version}"`, 'Idempotency-Key': key }))

/** Suggestions stand in a form without having been typed: what was shown is what is filed. */
const complete = async (site: Site, view: DossierView): Promise<number | undefined> => {
  const { dossier } = view
  const { answers } = await site.pages.receive({ view, entries: [], locale: site.locale, validate: undefined })
  if (JSON.stringify(answers) === JSON.stringify(dossier.answers)) return dossier.version
  const saved = await site.api.send('PUT', `/api/dossiers/${dossier.id}/answers`, { answers }, { 'If-Match': `"${dossier.version}"` })
  return saved.problem ? undefined : (saved.body as { version: number }).version
}

export const sendFiling = async (site: Site, view: DossierView, entries: readonly FormEntry[]): Promise<Response> => {
  const { id, supplement, version } = view.dossier
  const done = (): Response => site.go(`/ho-so/${id}/da-nop${supplement ? '?supplement=1' : ''}`)
  const ready = version === Number(fieldOf(entries, 'version')) ? await complete(site, view) : undefined
  if (ready === undefined) {
    await pause(twinWait)
    return await hasArrived(site, view) ? done() : site.show({ notice: 'stale' }, 409)
  }
  const reply = await send(site, view, ready, fieldOf(entries, 'key'))
  if (!reply.problem || (reply.status === 409 && await hasArrived(site, view))) return done()
  // What the judge found is told by the page itself, which judges by the same schema; anything else in the server's words.
  const isJudged = reply.problem.errors?.every(({ pointer }) => pointer.startsWith('#/answers')) ?? false
  return site.show({ revealed: [''], ...(!isJudged && { problem: reply.problem }) }, reply.status)
}
