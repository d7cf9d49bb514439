// Hands a sent page on to what it asks for when it comes from whom it belongs to. Anybody else gets it back whole, with the
// question who they are; once they have said so, the very same page is handed on. The address stays, nothing is stored.
import type { Context } from 'hono'
import type { FormEntry } from '#core/answers/read-form-data.ts'
import { carriedEntries, fieldOf, readWho, whoNames, type KeptWhy, type WayIn, type Who } from '#core/plain/kept-page.ts'
import { readPageAct } from '#core/plain/page-act.ts'
import type { Outcome } from '#core/plain/port.ts'
import type { AppEnv } from '../http/context.ts'
import type { ApiReply } from './ask-api.ts'
import { readForm } from './read-form.ts'
import { receiveSent, receiveUnclaimed, toSentForm, type FilesTo, type SentForm } from './receive-sent.ts'
import type { Site } from './site.ts'

export interface Owned {
  /** What only the owner can read: a dossier, a profile. */
  at: string
  /** Where files of the page go. */
  files?: FilesTo
}

/** `found` is what stands at the address of the owned. */
export type TakeSent = (sent: SentForm, found: unknown) => Promise<Response>

const whyNot = (status: number): KeptWhy => (status === 401 ? 'ended' : status === 403 || status === 404 ? 'foreign' : 'later')

/** The page comes back as it was sent, in the form that asks who sent it. */
export const giveBack = (site: Site, why: KeptWhy, entries: readonly FormEntry[], status: number, { tried, ...outcome }: Outcome & { tried?: WayIn } = {}): Promise<Response> => {
  const fields = Object.fromEntries([whoNames.email, whoNames.code].map((name) => [name, fieldOf(entries, name)]))
  return site.show({ ...outcome, fields: readWho(entries) ? fields : {}, kept: { why, entries: carriedEntries(entries), ...(tried && { tried }) } }, status)
}

/** A language was chosen on the page that asks who somebody is: what was pressed before stays pressed. */
const withoutLanguage = (site: Site, entries: readonly FormEntry[]): readonly FormEntry[] | undefined => {
  const acts = entries.filter(([name]) => name === 'do')
  const language = acts.map(([, value]) => readPageAct(value)).find(({ name }) => name === 'language')
  if (!language) return undefined
  site.speak(language.target)
  const rest = entries.filter(([name, value]) => name !== 'do' || readPageAct(value).name !== 'language')
  return acts.length > 1 ? rest : [...rest, ['do', 'save']]
}

const isSaid = (who: Who): boolean => (who.by === 'code' ? who.code.trim() !== '' : who.email !== '' && who.password !== '')

const enter = (site: Site, who: Who): Promise<ApiReply> => (who.by === 'code'
  ? site.api.send('POST', '/api/guest/resumption', { code: who.code })
  : site.api.send('POST', '/api/session', { email: who.email, password: who.password }))

const reasonOf = ({ status, problem }: ApiReply): Outcome => (whyNot(status) === 'later' && problem ? { problem } : {})

const askWho = async (c: Context<AppEnv>, site: Site, { at }: Owned, before: ApiReply, act: TakeSent): Promise<Response> => {
  const sent = await receiveUnclaimed(c)
  const spoken = withoutLanguage(site, sent)
  const entries = spoken ?? sent
  const who = readWho(entries)
  const back = (reply: ApiReply): Promise<Response> => giveBack(site, whyNot(reply.status), entries, reply.status, reasonOf(reply))
  if (spoken || !who) return back(before)
  // What is missing the page itself says beside its question.
  if (!isSaid(who)) return giveBack(site, whyNot(before.status), entries, 422, { tried: who.by })
  const entered = await enter(site, who)
  if (entered.problem) return giveBack(site, whyNot(before.status), entries, entered.status, { problem: entered.problem, tried: who.by })
  const after = await site.api.read(at)
  return after.problem ? back(after) : act(toSentForm(entries, site.locale), after.body)
}

export const fromOwner = async (c: Context<AppEnv>, site: Site, owned: Owned, act: TakeSent): Promise<Response> => {
  const before = await site.api.read(owned.at)
  if (before.problem) return askWho(c, site, owned, before, act)
  const sent = owned.files ? await receiveSent(c, site, owned.files) : toSentForm(await readForm(c), site.locale)
  // Files that have just arrived are part of what is there.
  return act(sent, sent.hasFiles ? (await site.api.read(owned.at)).body : before.body)
}
