// The internal process (quy trình nội bộ) as a table that the decision approving it carries as its annex (TT 01/2018/TT-VPCP
// Đ.8): the steps in order, who does them, in what time, with which forms and results; the sum against the legal limit.
import type { Condition, Duration, Paper, Procedure, Step, Workflow } from '#schemas/generated/types.ts'
import { canonicalJson } from '../../procedure/canonical-json.ts'
import { durationWords } from '../../text/duration-words.ts'
import { localise, type Locale } from '../../text/localise.ts'
import { rankNodes } from '../../workflow-map/rank-nodes.ts'
import { ifWords, mapPhrase, stepOf, stepTitle, wayWords, type Charted } from '../../workflow-map/way-words.ts'
import { waysOf, type Way } from '../../workflow-map/workflow-ways.ts'
import { plainText } from '../print-text.ts'
import { issuedAt, paperWords, processPhrase, scoreWords, timerWords, whoWords } from './process-words.ts'

export interface ProcessRow {
  /** 3, or 3.1 of an opinion. */
  number: string
  title: string
  /** What may be decided and where it leads; what is noted. */
  ways: string[]
  notes: string[]
  who: string
  time: string
  /** Not part of the office’s time. */
  isOutside: boolean
  outcome: string[]
}

export interface ProcessTotal {
  title: string
  /** Of the longest way that never goes back, where it can be counted. */
  sum: string
  verdict: string
  isTooLong: boolean
}

export interface ProcessTable {
  locale: Locale
  /** Lines below the title. */
  facts: string[]
  code: string
  agency: string
  rows: ProcessRow[]
  ends: string[]
  totals: ProcessTotal[]
  /** How the law's clock runs. */
  clock: string[]
  conditions: string[]
  slips: string[]
}

type Approved = Pick<Procedure, 'info' | 'form' | 'papers'> & { workflow: Workflow }

interface Told {
  charted: Charted
  papers: readonly Paper[]
  locale: Locale
  ways: readonly Way[]
  numbers: ReadonlyMap<string, string>
}

const text = (words: string): string => plainText(words, 1000)

const wayLine = ({ charted, locale, numbers }: Told, way: Way): string => {
  const aim = stepOf(charted.workflow, way.to)
  const number = numbers.get(way.to)
  const to = way.to === way.from ? processPhrase('self', locale) : number === undefined ? processPhrase('end', locale, { title: stepTitle(aim, locale) }) : processPhrase('step', locale, { number })
  return text(processPhrase('toStep', locale, { title: wayWords(charted, way, locale), to }))
}

const whoOf = ({ charted, locale }: Told, step: Step): string => {
  if (step.kind === 'applicant' || step.kind === 'payment') return processPhrase('applicant', locale)
  if (step.kind === 'automatic') return processPhrase('system', locale)
  return text(whoWords(charted.workflow, step.by, locale)) || (step.kind === 'opinions' ? processPhrase('parallel', locale) : '')
}

const rowOf = (told: Told, step: Step): ProcessRow[] => {
  const { charted, papers, locale, ways, numbers } = told
  const number = numbers.get(step.id)!
  const timers = (step.timers ?? []).map((timer) => { const { name, when } = timerWords(charted.workflow, timer, locale); return text(`${name}: ${when}`) })
  const own: ProcessRow = {
    number, title: text(stepTitle(step, locale)), ways: ways.filter(({ from }) => from === step.id).map((way) => wayLine(told, way)), notes: [...scoreWords(charted, step, locale).map(text), ...timers, ...[text(localise(step, 'note', locale))].filter(Boolean)],
    who: whoOf(told, step), time: step.within ? durationWords(step.within, locale) : '', isOutside: step.clock === 'paused' || step.kind === 'applicant' || step.kind === 'payment', outcome: paperWords(papers, issuedAt(step), locale).map(text),
  }
  const asked = (step.opinions ?? []).map((opinion, i): ProcessRow => ({
    number: `${number}.${i + 1}`, title: text(localise(opinion, 'title', locale)), ways: [], notes: [processPhrase(opinion.onExpiry, locale)], who: text(whoWords(charted.workflow, opinion.by, locale)), time: durationWords(opinion.within, locale), isOutside: false, outcome: [],
  }))
  return [own, ...asked]
}

const hoursPerDay = 8

/** In working hours; undefined for calendar time, which no working time can be added to. */
const workingHours = ({ amount, unit }: Duration): number | undefined => (unit === 'workingHour' ? amount : unit === 'workingDay' ? amount * hoursPerDay : undefined)

/** Several opinions run side by side: the longest counts. */
const hoursOf = (step: Step): number => {
  if (step.clock === 'paused' || step.kind === 'end') return 0
  return Math.max(0, ...[step.within, ...(step.opinions ?? []).map(({ within }) => within)].map((within) => (within && workingHours(within)) ?? 0))
}

const isSame = (a: Condition | undefined, b: Condition | undefined): boolean => a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)

/** Ways of one case of the legal limit: branches of other cases belong to those. */
const waysWithin = ({ charted: { workflow }, ways }: Told, own: Condition | undefined): Way[] => ways.filter((way) => {
  const cases = workflow.clock?.cases ?? []
  const siblings = ways.filter(({ from }) => from === way.from)
  const when = way.branch?.when
  if (way.kind === 'branch') return own ? isSame(when, own) || !cases.some((each) => isSame(each.when, when)) : !cases.some((each) => isSame(each.when, when))
  return way.kind !== 'otherwise' || !own || !siblings.some(({ branch }) => isSame(branch?.when, own))
})

/** Working hours of the longest way to an end that never goes back. */
const longestWay = ({ charted: { workflow } }: Told, ways: readonly Way[]): number => {
  const onward = ways.filter(({ kind }) => kind !== 'answer' && kind !== 'expiry')
  const { columns, back } = rankNodes({ starts: [workflow.start], nodes: workflow.steps, edges: onward })
  const sums = new Map<string, number>([[workflow.start, hoursOf(stepOf(workflow, workflow.start)!)]])
  for (const { id } of [...workflow.steps].sort((a, b) => columns.get(a.id)! - columns.get(b.id)!)) {
    const before = sums.get(id)
    if (before === undefined) continue
    for (const way of onward) if (way.from === id && !back.has(way.id)) sums.set(way.to, Math.max(sums.get(way.to) ?? 0, before + hoursOf(stepOf(workflow, way.to)!)))
  }
  return Math.max(0, ...sums.values())
}

const totalsOf = (told: Told): ProcessTotal[] => {
  const { charted, locale } = told
  const { workflow } = charted
  if (!workflow.clock) return []
  const cases = [{ title: processPhrase('usual', locale), limit: workflow.clock.limit, when: undefined }, ...(workflow.clock.cases ?? []).map(({ when, limit }) => ({ title: ifWords(charted, { when }, locale), limit, when }))]
  return cases.map(({ title, limit, when }) => {
    const hours = stepOf(workflow, workflow.start) ? longestWay(told, waysWithin(told, when)) : 0
    const inUnit = (amount: number): string => durationWords(limit.unit === 'workingHour' ? { amount, unit: 'workingHour' } : { amount: Math.round((amount / hoursPerDay) * 1000) / 1000, unit: 'workingDay' }, locale)
    const legal = workingHours(limit)
    const rest = legal === undefined ? 0 : Math.round((legal - hours) * 1000) / 1000
    const verdict = legal === undefined ? processPhrase('notCompared', locale) : rest === 0 ? processPhrase('within', locale) : rest > 0 ? processPhrase('shorter', locale, { rest: inUnit(rest) }) : processPhrase('longer', locale, { over: inUnit(-rest) })
    return { title: text(processPhrase('subtotal', locale, { case: title })), sum: processPhrase('totalOf', locale, { sum: inUnit(hours), limit: durationWords(limit, locale) }), verdict, isTooLong: rest < 0 }
  })
}

const clockOf = ({ charted, locale }: Told): string[] => {
  const { clock } = charted.workflow
  if (!clock) return []
  const { resume, startsOn = 'received' } = clock
  const after = resume === 'restart' ? processPhrase('clockRestart', locale) : resume === 'rest' ? processPhrase('clockRest', locale)
    : 'fixed' in resume ? processPhrase('clockFixed', locale, { limit: durationWords(resume.fixed, locale) }) : processPhrase('clockRestPlus', locale, { limit: durationWords(resume.restPlus, locale) })
  return [processPhrase('starts', locale, { when: processPhrase(({ received: 'startsReceived', complete: 'startsComplete', paid: 'startsPaid' } as const)[startsOn], locale) }), after]
}

const factsOf = ({ info, workflow }: Approved, told: Told): string[] => {
  const { locale, charted } = told
  const said = (key: 'procedure' | 'code' | 'decisionNumber' | 'field' | 'executing' | 'receiving', name: string, value: string | undefined): string[] => (value ? [text(processPhrase(key, locale, { [name]: value }))] : [])
  const limits = workflow.clock ? [durationWords(workflow.clock.limit, locale), ...(workflow.clock.cases ?? []).map(({ when, limit }) => processPhrase('caseLimit', locale, { limit: durationWords(limit, locale), text: ifWords(charted, { when }, locale) }))] : [processPhrase('noLimit', locale)]
  return [
    ...said('procedure', 'name', localise(info, 'name', locale)), ...said('code', 'code', info.code), ...said('decisionNumber', 'number', localise(info, 'decisionNumber', locale)), ...said('field', 'field', localise(info, 'field', locale)),
    ...said('executing', 'agency', localise(info, 'executingAgency', locale) || localise(info, 'agency', locale)), ...said('receiving', 'unit', localise(info, 'receivingUnit', locale)), text(processPhrase('legalLimit', locale, { limit: limits.join('; ') })),
  ]
}

export const processTable = (approved: Approved, locale: Locale): ProcessTable => {
  const { info, form, workflow, papers = [] } = approved
  const steps = [...new Map(workflow.steps.map((step) => [step.id, step])).values()]
  const worked = steps.filter(({ kind }) => kind !== 'end')
  const told: Told = { charted: { ...(form && { form }), workflow }, papers, locale, ways: waysOf(workflow), numbers: new Map(worked.map(({ id }, i) => [id, String(i + 1)])) }
  const issued = new Set(steps.flatMap(issuedAt))
  return {
    locale, facts: factsOf(approved, told), code: info.code, agency: text(localise(info, 'executingAgency', locale) || localise(info, 'agency', locale)), rows: worked.flatMap((step) => rowOf(told, step)),
    ends: steps.filter(({ kind }) => kind === 'end').map((step) => text(stepTitle(step, locale) + (step.id === workflow.withdrawTo ? ` (${mapPhrase('withdrawal', locale)})` : ''))),
    totals: totalsOf(told), clock: clockOf(told), conditions: [text(localise(info, 'conditions', locale))].filter(Boolean), slips: paperWords(papers, papers.filter(({ id }) => issued.has(id)).map(({ id }) => id), locale).map(text),
  }
}
