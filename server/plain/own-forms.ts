// The forms of the product itself without scripts: for whom a draft is filed, and what a person keeps with us. They are saved
// whole or not at all, so until then everything typed stands in the page.
import { asksAuthorisation } from '#core/answers/prefill-attributes.ts'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { readAt, type Answers } from '#core/issues/json-pointer.ts'
import { fieldOf } from '#core/plain/kept-page.ts'
import { carryOutAct, readPageAct } from '#core/plain/page-act.ts'
import type { Outcome } from '#core/plain/port.ts'
import { firstAppeared, readSentForm } from '#core/plain/sent-form.ts'
import type { DossierView, ProfileView } from '#schemas/generated/types.ts'
import { representationForm } from '../dossiers/set-representation.ts'
import type { ApiReply } from './ask-api.ts'
import type { SentForm } from './receive-sent.ts'
import type { Site } from './site.ts'

export interface OwnFormPage {
  form: CompiledForm
  /** A question that is asked elsewhere. */
  except?: string
  save: (answers: Answers, version: number) => Promise<ApiReply>
  /** A file was taken off the page. */
  forget?: (id: string) => Promise<unknown>
  /** Where saving leads. */
  onward: string
}

export const representationPage = (site: Site, { dossier, document }: DossierView): OwnFormPage => {
  const kept = readAt(dossier.representation ?? {}, '/authorisation')
  return {
    form: representationForm,
    ...(document.form && asksAuthorisation(compileForm(document.form)) && { except: '/authorisation' }),
    save: (answers, version) => site.api.send('PUT', `/api/dossiers/${dossier.id}/representation`, { answers }, { 'If-Match': `"${version}"` }),
    // What is said already names its papers until something else is said.
    forget: async (id) => (Array.isArray(kept) && kept.includes(id) ? undefined : site.api.send('DELETE', `/api/files/${encodeURIComponent(id)}`)),
    onward: `/nop/${dossier.id}`,
  }
}

export const profilePage = (site: Site, { form }: ProfileView): OwnFormPage => ({
  form: compileForm(form),
  save: (answers, version) => site.api.send('PUT', '/api/profile', answers, { 'If-Match': `"${version}"` }),
  onward: '/ho-so-cua-toi?notice=ownSaved',
})

export const takeOwnForm = async (site: Site, { entries, failures }: SentForm, { form, except, save, forget, onward }: OwnFormPage): Promise<Response> => {
  const act = readPageAct(fieldOf(entries, 'do') || undefined)
  const read = readSentForm(form, entries, fieldOf(entries, 'locale') === 'en' ? 'en' : 'vi')
  const own = carryOutAct(form, read.answers, act)
  const again = (outcome: Outcome, status: number): Promise<Response> => site.show({ ...outcome, own, failures }, status)
  if (act.name === 'language') site.speak(act.target)
  if (act.name === 'remove-file') await forget?.(act.target.slice(act.target.lastIndexOf('/') + 1))
  if (failures.length > 0) return again({}, 422)
  if (act.name !== 'continue') return again({}, 200)
  if (firstAppeared(form, { answers: own, asked: read.asked }, except)) return again({ notice: 'ownMore' }, 200)
  const saved = await save(prepareAnswers(form, own, { today: site.today }), Number(fieldOf(entries, 'version')))
  if (saved.status === 412) return again({ notice: 'ownStale' }, 409)
  return saved.problem ? again({ problem: saved.problem }, saved.status) : site.go(onward)
}
