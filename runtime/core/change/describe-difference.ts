// One difference as a full sentence of an official, in the language that is asked for: “Câu hỏi “Mã số thuế” nay bắt buộc phải trả
// lời.” Whoever reviews reads these; the release note and the letter to applicants are made of them.
import { isRecord, toPath } from '../issues/json-pointer.ts'
import { printFormula } from '../formula/print-formula.ts'
import type { Locale } from '../text/localise.ts'
import { answerLeaves, differingLeaves } from './answer-leaves.ts'
import { contrasted, formIn, isYearAt, phrase, quoted, questionTitle, pageTitle, type Documents, type Telling } from './change-words.ts'
import { describeLayout } from './describe-layout.ts'
import type { Difference } from './difference.ts'
import { isEqual } from './equal.ts'
import { effectOf, effectPaths } from './rule-effects.ts'
import { ruleWords, wholeRule, type RuleEffect } from './rule-words.ts'
import { subjectWords } from './subject-words.ts'
import { diffWords } from './word-diff.ts'
import { entryWords, isFormula, settingWords, valueWords } from './value-words.ts'
import type { Thing } from './working-copy.ts'

const describeAdded = ({ part, at, after }: Difference, subject: string, telling: Telling): string => {
  const { locale } = telling
  if (part === 'question') {
    const isRequired = isRecord(after) && after['required'] === true
    const page = at.page === undefined ? undefined : pageTitle(at.page, telling)
    if (page === undefined) return phrase(isRequired ? 'added.required' : 'added', locale, { subject })
    return phrase(isRequired ? 'added.requiredOnPage' : 'added.onPage', locale, { subject, page })
  }
  if (part === 'rule' && isRecord(after)) {
    const rule = wholeRule(after, telling)
    if (rule) return phrase('added.rule', locale, { subject, rule })
  }
  if (part === 'page' && isRecord(after)) return phrase('added.page', locale, { subject, count: (after['sections'] as { questions?: unknown[] }[] | undefined ?? []).reduce((sum, { questions = [] }) => sum + questions.length, 0) })
  if (part === 'fee' && isRecord(after)) return phrase('added.value', locale, { subject, value: valueWords(after['amount'], 'amount', telling) })
  return phrase('added', locale, { subject })
}

const describeRemoved = ({ part, before }: Difference, subject: string, telling: Telling): string => {
  const { locale } = telling
  if (part === 'question') return phrase('removed.question', locale, { subject })
  if (part === 'option') return phrase('removed.option', locale, { subject })
  if (part === 'fee' && isRecord(before)) return phrase('removed.value', locale, { subject, value: valueWords(before['amount'], 'amount', telling) })
  return phrase('removed', locale, { subject })
}

const describeMove = ({ before, after, kind, setting }: Difference, subject: string, telling: Telling): string => {
  const { locale } = telling
  if (setting !== undefined) return phrase('order', locale, { subject, what: settingWords(setting.replace(/\.order$/, '') === 'oneOf' ? 'oneOf.order' : setting.replace(/\.order$/, ''), locale) })
  const [from, to] = [String(before), String(after)]
  const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
  if (kind === 'renamed') return phrase('renamed', locale, { subject, from: last(from), to: last(to) })
  const place = (path: string, isOld: boolean): string => {
    const owner = path.slice(0, path.lastIndexOf('/')).replace(/\/\*$/, '')
    return owner === '' ? phrase('place.form', locale) : phrase('place.group', locale, { title: questionTitle(owner, { ...telling, isOld }) })
  }
  return phrase('moved', locale, { subject, from: place(from, true), to: place(to, false) })
}

const describeEntry = ({ part, kind, setting = '', before, after }: Difference, subject: string, telling: Telling): string => {
  const { locale } = telling
  const what = settingWords(part === 'workflow' ? `clock.${setting}` : setting, locale)
  const old = (): string => entryWords(before, { ...telling, isOld: true })
  if (kind === 'added') return phrase('entry.added', locale, { subject, what, value: entryWords(after, telling) })
  if (kind === 'removed') return phrase('entry.removed', locale, { subject, what, value: old() })
  const [was, is] = [old(), entryWords(after, telling)]
  if (was !== is) return phrase('entry.changed', locale, { subject, what, before: was, after: is })
  return phrase('entry.details', locale, { subject, what, value: is, details: detailsOf(before as Thing, after as Thing, telling) })
}

const areWords = (value: unknown): value is (string | number)[] => Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')

const describeList = (setting: string, before: (string | number)[], after: (string | number)[], subject: string, telling: Telling): string => {
  const { locale } = telling
  const what = settingWords(setting, locale)
  const [added, removed] = [after.filter((item) => !before.includes(item)), before.filter((item) => !after.includes(item))]
  const say = (list: (string | number)[], isOld: boolean): string => valueWords(list, setting, { ...telling, isOld })
  if (added.length > 0 && removed.length > 0) return phrase('list.both', locale, { subject, what, added: say(added, false), removed: say(removed, true) })
  if (added.length > 0) return phrase('list.added', locale, { subject, what, added: say(added, false) })
  return removed.length > 0 ? phrase('list.removed', locale, { subject, what, removed: say(removed, true) }) : phrase('order', locale, { subject, what })
}

const englishOf = (value: unknown): string[] => (isRecord(value) && isRecord(value['en']) ? Object.values(value['en']).map(String) : [])

const describeTranslation = ({ before, after }: Difference, subject: string, { locale }: Telling): string => {
  const [old, now] = [englishOf(before), englishOf(after)]
  const fresh = now.filter((text) => !old.includes(text))
  if (fresh.length > 0) return phrase('translation', locale, { subject, after: fresh.map((text) => quoted(text, locale)).join(', ') })
  const gone = old.filter((text) => !now.includes(text))
  return gone.length > 0 ? phrase('translation.none', locale, { subject, before: gone.map((text) => quoted(text, locale)).join(', ') }) : phrase('translation.stale', locale, { subject })
}

const effects: Partial<Record<Difference['part'], RuleEffect>> = { page: 'page', fee: 'fee', paper: 'paper', action: 'action' }

const describeCondition = (difference: Difference, subject: string, telling: Telling): string | undefined => {
  const { part, at, before, after } = difference
  const now = telling.documents.after
  if (part === 'rule') {
    const rule = formIn(now, at.step)?.rules?.find(({ id }) => id === at.id) as unknown as Thing | undefined
    return rule && ruleWords({ subject, effect: effectOf(rule), about: effectPaths(rule), before, after, ...(typeof rule['within'] === 'string' && { within: rule['within'] }) }, telling)
  }
  const effect = effects[part]
  const action = part === 'action' ? now.workflow?.steps.find(({ id }) => id === at.step)?.actions?.find(({ id }) => id === at.id) : undefined
  const about: Telling = part === 'action' ? { ...telling, step: action?.of } : telling
  return effect && ruleWords({ subject, effect, about: [], before, after }, about)
}

/** Records that are told as one value; of others only what differs is told. */
const said = new Set(['within', 'by', 'when', 'limit', 'clock.limit', 'amount', 'formula', 'x-compute'])
const isPlain = (value: unknown): value is Thing => isRecord(value) && value['unit'] === undefined

const contrast = (before: unknown, after: unknown, setting: string): [unknown, unknown] => {
  if (typeof before === 'string' && typeof after === 'string') return contrasted(before, after)
  if (!isRecord(before) || !isRecord(after) || !isFormula(setting)) return [before, after]
  const [was, is] = [printFormula(before), printFormula(after)]
  return was === is ? [before, after] : contrasted(was, is)
}

const detailsOf = (before: Thing, after: Thing, telling: Telling): string => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !isEqual(before[name], after[name]))
  // Where its own words changed, their translations say nothing more.
  const own = names.filter((name) => name !== 'x-i18n')
  return (own.length > 0 ? own : names).map((name) => {
    const [was, is] = contrast(before[name], after[name], name)
    return phrase('detail', telling.locale, { what: settingWords(name, telling.locale), before: valueWords(was, name, { ...telling, isOld: true }), after: valueWords(is, name, telling) })
  }).join('; ')
}

/** Of a long text the words that came and went. */
const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > 160

const describeText = (setting: string, before: string, after: string, subject: string, { locale }: Telling): string => {
  const pieces = diffWords(before, after)
  const [removed, added] = (['removed', 'added'] as const).map((kind) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text.trim()).filter(Boolean).join(' … '))
  const what = settingWords(setting, locale)
  if (removed && added) return phrase('text.both', locale, { subject, what, removed: quoted(removed, locale), added: quoted(added, locale) })
  if (removed || added) return phrase(removed ? 'text.removed' : 'text.added', locale, { subject, what, text: quoted(removed || added!, locale) })
  return phrase('text.spaces', locale, { subject, what })
}

/** Nobody reads more of a scenario. */
const mostAnswers = 2

const describeAnswers = (before: unknown, after: unknown, subject: string, telling: Telling): string => {
  const [old, now] = [answerLeaves(before), answerLeaves(after)]
  const pointers = differingLeaves(old, now)
  const answers = pointers.slice(0, mostAnswers).map((pointer) => phrase('answer', telling.locale, {
    question: questionTitle(toPath(pointer), telling), before: valueWords(old.get(pointer), '', telling), after: valueWords(now.get(pointer), '', telling),
  }))
  const more = pointers.length - answers.length
  return phrase('answers', telling.locale, { subject, answers: [...answers, ...(more > 0 ? [phrase('answers.more', telling.locale, { count: more })] : [])].join('; ') })
}

const describeSetting = (difference: Difference, subject: string, telling: Telling): string => {
  const { part, at, setting = '', before, after } = difference
  const { locale } = telling
  if (setting === 'required') return phrase(after === true ? 'required.on' : 'required.off', locale, { subject })
  if (setting === 'title' || (setting === 'message' && part === 'check')) return after === undefined ? phrase('worded.none', locale, { subject }) : phrase('worded', locale, { subject, after: valueWords(after, setting, telling) })
  if (setting === 'x-field' && before !== undefined && after !== undefined) return phrase('otherKind', locale, { subject })
  if (setting.endsWith('x-i18n')) return describeTranslation(difference, subject, telling)
  if (setting === 'when') { const said = describeCondition(difference, subject, telling); if (said) return said }
  if (isLong(before) && isLong(after)) return describeText(setting, before, after, subject, telling)
  if (setting === 'answers') return describeAnswers(before, after, subject, telling)
  if (areWords(before) && areWords(after)) return describeList(setting, before, after, subject, telling)
  const name = setting === 'within' && part === 'rule' ? 'rule.within' : setting
  const what = settingWords(name, locale)
  const [old, now] = contrast(before, after, setting)
  const whole: Telling = part === 'question' && at.path !== undefined && isYearAt(at.path, telling) ? { ...telling, isYear: true } : telling
  const [was, is] = [valueWords(old, setting, { ...whole, isOld: true }), valueWords(now, setting, whole)]
  if (isPlain(before) && isPlain(after) && !said.has(setting)) return phrase('details', locale, { subject, what, details: detailsOf(before, after, telling) })
  if (before === undefined) return phrase('set', locale, { subject, what, after: is })
  return after === undefined ? phrase('unset', locale, { subject, what, before: was }) : phrase('changed', locale, { subject, what, before: was, after: is })
}

/** The old title tells what was reworded. */
const isToldOld = ({ kind, setting, part }: Difference): boolean => (kind === 'removed' && setting === undefined) || setting === 'title' || (setting === 'message' && part === 'check')

export const describeDifference = (difference: Difference, documents: Documents, locale: Locale): string => {
  const { kind, part, at, setting } = difference
  const telling: Telling = { documents, locale, ...(at.step !== undefined && part !== 'step' && part !== 'action' && { step: at.step }) }
  if (part === 'page' && setting?.startsWith('section.')) return describeLayout(difference, telling)
  if (setting === 'layout') return describeLayout(difference, telling)
  const subject = subjectWords(difference, isToldOld(difference) ? { ...telling, isOld: true } : telling)
  if (setting === 'writing') return phrase('writing', locale, { subject })
  if (kind === 'moved' || kind === 'renamed') return describeMove(difference, subject, telling)
  const isEntry = setting !== undefined && (kind !== 'changed' || difference.entry === true)
  if (isEntry) return describeEntry(difference, subject, telling)
  if (kind === 'added') return describeAdded(difference, subject, telling)
  return kind === 'removed' ? describeRemoved(difference, subject, telling) : describeSetting(difference, subject, telling)
}
