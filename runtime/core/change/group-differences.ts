// Differences as whoever reviews reads them: grouped by the question, page, rule or step that they are about, the riskiest first.
import { localise, type Locale } from '../text/localise.ts'
import { foldText } from '../text/format.ts'
import { formIn, pageTitle, questionTitle, stepTitle, type Documents } from './change-words.ts'
import { overallClass, riskOf, type Classified, type ShownClass } from './change-class.ts'
import { isInside } from './classify-places.ts'
import { consequenceOf } from './consequences.ts'
import { describeDifference } from './describe-difference.ts'
import type { Difference } from './difference.ts'
import { effectPaths } from './rule-effects.ts'
import { isRecord } from '../issues/json-pointer.ts'

export interface ToldDifference {
  difference: Difference
  class: ShownClass
  sentence: string
  /** What gives it its class. */
  because: Classified[]
}

export interface DifferenceGroup {
  /** The same for everything about one question: /applicant/taxCode; otherwise the part and its id. */
  key: string
  title: string
  class: ShownClass
  /** Of a question or a page: on which page it stands. */
  page?: { id: string, title: string }
  told: ToldDifference[]
}

/** Settings that never change a verdict, whatever they say. */
const harmless = new Set(['title', 'description', 'examples', 'x-i18n', 'x-widget', 'x-messages', 'x-unit', 'x-autocomplete', 'x-itemTitle', 'x-addLabel', 'x-note', 'x-prefill', 'x-privacy', 'default', 'order', 'message', 'x-codeList', 'x-codeListFrom', 'layout'])
const judging = new Set<Difference['part']>(['question', 'option', 'codeList', 'rule', 'check', 'page'])

/** Keywords of what is told of texts. */
const ofTexts = new Set(['title', 'unit', 'option'])

const pathsIn = (sections: unknown): string[] => (Array.isArray(sections) ? sections.flatMap((section) => (isRecord(section) && Array.isArray(section['questions']) ? section['questions'] as string[] : [])) : [])
const within = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined)

/** Paths of the answers that a difference may decide about. */
const decides = ({ part, at, kind, before, after, setting }: Difference, documents: Documents): string[] => {
  const forms = [documents.before, documents.after].flatMap((procedure) => formIn(procedure, at.step) ?? [])
  switch (part) {
    case 'question': case 'option': return at.path === undefined ? [] : [at.path, ...(kind === 'moved' || kind === 'renamed' ? [String(before)] : [])]
    case 'rule': return forms.flatMap(({ rules }) => rules?.filter(({ id }) => id === at.id).flatMap((rule) => effectPaths(rule)) ?? [])
    case 'page': {
      if (setting === 'layout') { const [was, is] = [pathsIn(before), pathsIn(after)]; return [...was.filter((path) => !is.includes(path)), ...is.filter((path) => !was.includes(path))] }
      if (setting === 'section.when') return [before, after].flatMap((value) => pathsIn([within(value, 'section')]))
      return forms.flatMap(({ pages }) => pages.filter(({ id }) => id === at.page).flatMap(({ sections }) => pathsIn(sections)))
    }
    default: return []
  }
}

const ofText = ({ part, at }: Difference, name: string) => ({ path, keyword, asksMeaning }: Classified): boolean => {
  if (part === 'option') return keyword === 'option' && name === 'title' && (at.path === undefined || path === at.path) && (asksMeaning === undefined || asksMeaning.endsWith(`option:${at.id}`))
  return part === 'question' && path === at.path && ((name === 'title' && keyword === 'title') || (name === 'x-unit' && keyword === 'unit'))
}

/** What was found of the answers that it decides about, at them and in them; texts are told apart from what judges. */
const classifiedFor = (difference: Difference, classified: readonly Classified[], documents: Documents): Classified[] => {
  const { part, at, kind, setting } = difference
  // A form that came or went as a whole.
  if (part === 'settings' && setting === 'form') return classified.filter((each) => each.step === undefined)
  if (!judging.has(part)) return []
  const ofForm = classified.filter((each) => each.step === at.step)
  const name = setting?.replace(/^(items|section)\./, '')
  if (name !== undefined && name !== 'layout' && (harmless.has(name) || name.endsWith('.order'))) return ofForm.filter(ofText(difference, name))
  // What has no place any more lost it by its question, not by a rule about it.
  const verdicts = ofForm.filter((each) => !ofTexts.has(each.keyword ?? '') && (each.class !== 'losesData' || (part !== 'rule' && part !== 'check')))
  const own = part === 'rule' || part === 'check' ? verdicts.filter(({ rule }) => rule !== undefined && rule === at.id) : []
  if (own.length > 0) return own
  if (at.path === undefined && (part === 'codeList' || part === 'option')) return verdicts.filter(({ keyword }) => keyword === 'enum')
  const paths = decides(difference, documents)
  const isWhole = part !== 'option' && (kind !== 'changed' || name === 'items')
  const met = verdicts.filter(({ path }) => paths.some((each) => path === each || (isWhole && isInside(path, each)) || path === `${each}/*`))
  const exact = name === undefined ? [] : met.filter(({ keyword }) => keyword === name || (part === 'option' && keyword === 'enum'))
  return exact.length > 0 ? exact : met
}

/** The riskiest that it can be; what nothing was found of, and what nobody is paid or decided otherwise by, is cosmetic. */
const classed = (difference: Difference, classified: readonly Classified[], documents: Documents): Pick<ToldDifference, 'class' | 'because'> => {
  const found = classifiedFor(difference, classified, documents)
  const worst = overallClass(found)
  const consequence = consequenceOf(difference)
  return { class: consequence && riskOf(consequence) > riskOf(worst) ? consequence : worst, because: found.filter((each) => each.class === worst) }
}

const keyOf = ({ part, at }: Difference): string => {
  const step = at.step === undefined ? '' : `step:${at.step}`
  if (part === 'step' || part === 'action') return step || 'workflow'
  if (at.path !== undefined) return step + at.path
  if (part === 'page') return `${step}page:${at.page ?? ''}`
  if (part === 'option') return `${step}codeList:${at.listId ?? ''}`
  return at.id === undefined || part === 'information' ? part : `${step}${part}:${at.id}`
}

const nameOf = (node: unknown, locale: Locale): string => (isRecord(node) ? localise(node, 'title', locale) || localise(node, 'message', locale) : '')

const titleOf = (difference: Difference, documents: Documents, locale: Locale): string => {
  const { part, at, before, after, kind } = difference
  const isGone = kind === 'removed' && difference.setting === undefined
  const telling = { documents, locale, isOld: isGone, ...(at.step !== undefined && part !== 'step' && part !== 'action' && { step: at.step }) }
  if (part === 'step' || part === 'action') return at.step === undefined ? '' : stepTitle(at.step, telling)
  if (at.path !== undefined) return questionTitle(at.path, telling)
  if (part === 'page') return at.page === undefined ? '' : pageTitle(at.page, telling)
  if (kind === 'added' || kind === 'removed') return nameOf(after ?? before, locale)
  const { form, fees, papers, workflow } = documents.after
  const lists: Partial<Record<Difference['part'], readonly { id: string }[] | undefined>> = { rule: [...(form?.rules ?? []), ...(form?.advanced ?? [])], check: form?.checks, fee: fees, paper: papers, role: workflow?.roles }
  return nameOf(lists[part]?.find(({ id }) => id === at.id), locale) || (part === 'scenario' ? at.id ?? '' : '')
}

/** Where answers are not touched: what people pay and wait for comes before what they read. */
const weights: readonly Difference['part'][] = ['fee', 'workflow', 'step', 'action', 'role', 'paper', 'rule', 'check', 'question', 'option', 'codeList', 'information', 'page', 'scenario', 'settings']

const byRisk = (a: ToldDifference, b: ToldDifference): number => riskOf(b.class) - riskOf(a.class) || weights.indexOf(a.difference.part) - weights.indexOf(b.difference.part)

export const groupDifferences = (differences: readonly Difference[], documents: Documents, locale: Locale, classified: readonly Classified[] = []): DifferenceGroup[] => {
  const groups = new Map<string, DifferenceGroup>()
  for (const difference of differences) {
    const key = keyOf(difference)
    const told: ToldDifference = { difference, ...classed(difference, classified, documents), sentence: describeDifference(difference, documents, locale) }
    const known = groups.get(key)
    if (known) {
      known.told.push(told)
      if (riskOf(told.class) > riskOf(known.class)) known.class = told.class
      continue
    }
    const { page, step } = difference.at
    groups.set(key, { key, title: titleOf(difference, documents, locale), class: told.class, told: [told], ...(page !== undefined && { page: { id: page, title: pageTitle(page, { documents, locale, ...(step !== undefined && { step }) }) } }) })
  }
  for (const group of groups.values()) group.told.sort(byRisk)
  return [...groups.values()].sort((a, b) => riskOf(b.class) - riskOf(a.class) || byRisk(a.told[0]!, b.told[0]!))
}

/** Words of a title or a sentence, without accents too. */
export const findGroups = (groups: readonly DifferenceGroup[], words: string): DifferenceGroup[] => {
  const wanted = foldText(words.trim()).split(/\s+/).filter(Boolean)
  return groups.filter((group) => { const text = foldText([group.title, group.page?.title, ...group.told.map(({ sentence }) => sentence)].join(' ')); return wanted.every((word) => text.includes(word)) })
}
