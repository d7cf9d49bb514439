// What was typed on a page that was not taken in, in words: with the questions of the form that was filled in, where it can
// be read by anybody, otherwise the texts alone. The person may copy it, whatever becomes of the page.
import { formatAnswer } from '#core/answers/format-answer.ts'
import type { FormEntry } from '#core/answers/read-form-data.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { readAt } from '#core/issues/json-pointer.ts'
import { questionAt } from '#core/form/question-at.ts'
import { fieldOf } from '#core/plain/kept-page.ts'
import { readSentForm } from '#core/plain/sent-form.ts'
import type { Locale } from '#core/text/localise.ts'
import { request } from '#runtime/client/http.ts'
import { labelOf } from '#runtime/form/question-label.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import rating from '#schemas/dossier/rating-form.json'
import representation from '#schemas/dossier/representation-form.json'
import profile from '#schemas/profile/profile-form.json'

export interface KeptAnswer {
  /** '' where the page had one place to write. */
  label: string
  text: string
}

const ownForms: readonly [address: RegExp, form: unknown][] = [[/^\/nop\/[^/]+\/nguoi-nop/, representation], [/^\/ho-so\/[^/]+\/danh-gia/, rating], [/^\/ho-so-cua-toi/, profile]]

const findForm = async (address: string, entries: readonly FormEntry[]): Promise<Form | undefined> => {
  const own = ownForms.find(([pattern]) => pattern.test(address))
  if (own) return own[1] as Form
  const [, id, hash] = /^([0-9a-f-]{36})\/([0-9a-f]{64})$/.exec(fieldOf(entries, 'form')) ?? []
  const reply = id && hash ? await request<{ document: Procedure }>('GET', `/api/procedures/${id}/revisions/${hash}`) : undefined
  return reply?.ok ? reply.value.document.form : undefined
}

const worded = (form: CompiledForm, entries: readonly FormEntry[], locale: Locale): KeptAnswer[] => {
  const { answers, asked } = readSentForm(form, entries, fieldOf(entries, 'locale') === 'en' ? 'en' : 'vi')
  return asked.flatMap((pointer): KeptAnswer[] => {
    const question = questionAt(form, pointer)
    const value = readAt(answers, pointer)
    if (!question || question['x-file'] || value === undefined || (Array.isArray(value) && typeof value[0] === 'object')) return []
    return [{ label: labelOf(form, answers, pointer, locale), text: formatAnswer(question, value, form.form.schema.$defs, locale) }]
  }).filter(({ text }) => text !== '')
}

/** Names of places to write that belong to no form. */
const written = new Set(['text', 'reason'])

export const keptAnswers = async (address: string, entries: readonly FormEntry[], locale: Locale): Promise<KeptAnswer[]> => {
  const form = await findForm(address, entries)
  if (form) return worded(compileForm(form), entries, locale)
  return entries.filter(([name, text]) => (written.has(name) || name.startsWith('/')) && text.trim() !== '').map(([, text]) => ({ label: '', text }))
}
