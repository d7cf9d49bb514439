// What a changed condition means: for whom it holds now and did not before, and the other way round (“nay cũng hỏi … khi …”).
import type { Condition, Form, Question } from '#schemas/generated/types.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import { placesIn } from '../form/question-places.ts'
import { localise } from '../text/localise.ts'
import { clipped, conditionText, formsOf, phrase, questionTitle, quoted, type Telling } from './change-words.ts'
import { alwaysAnswered } from './always-answered.ts'
import { ruleDelta, type RuleDelta } from './rule-delta.ts'
import { effectPaths } from './rule-effects.ts'

export type RuleEffect = 'show' | 'require' | 'limit' | 'refuse' | 'page' | 'fee' | 'paper' | 'action'

export interface ChangedCondition {
  subject: string
  effect: RuleEffect
  /** Questions that it decides about. */
  about: readonly string[]
  before: unknown
  after: unknown
  /** The table whose rows it speaks of. */
  within?: string
}

/** Nobody remembers a longer list. */
const mostNamed = 3

export const questionList = (paths: readonly string[], telling: Telling): string => {
  const named = paths.slice(0, mostNamed).map((path) => quoted(questionTitle(path, telling), telling.locale)).join(', ')
  return paths.length > mostNamed ? `${named}…` : named
}

const questionIn = (forms: readonly Form[], within: string | undefined) => (path: string): Question | undefined => {
  const whole = within === undefined ? path : `${within}/*${path}`
  for (const { schema } of forms) {
    const found = placesIn(schema).find((place) => place.path === whole)
    if (found) return resolveQuestion(found.question as Question, schema.$defs)
  }
  return undefined
}

const asCondition = (value: unknown): Condition | undefined => (isRecord(value) ? value as Condition : undefined)

/** For whom it holds now only and for whom no more, each group in words; undefined where the answers that matter are too many. */
export const deltaWords = ({ before, after, within }: Pick<ChangedCondition, 'before' | 'after' | 'within'>, telling: Telling): Record<keyof RuleDelta, string[]> | undefined => {
  const forms = formsOf(telling)
  const certain = forms.map((form) => alwaysAnswered(form, within))
  const delta = ruleDelta(asCondition(before), asCondition(after), { questionAt: questionIn(forms, within), isAnswered: (path) => certain.every((isAnswered) => isAnswered(path)) })
  const say = (conditions: readonly Condition[]): string[] => conditions.map((condition) => conditionText(condition, telling, within))
  return delta && { gained: say(delta.gained), lost: say(delta.lost) }
}

export const ruleWords = (changed: ChangedCondition, telling: Telling): string => {
  const { locale } = telling
  const { subject, effect, about, before, after, within } = changed
  const delta = deltaWords(changed, telling)
  if (!delta) return phrase('delta.unknown', locale, { subject, before: conditionText(before, { ...telling, isOld: true }, within), after: conditionText(after, telling, within) })
  const say = (direction: 'gained' | 'lost'): string[] => (delta[direction].length === 0 ? [] : [
    phrase(`delta.${direction}.${effect}`, locale, { what: questionList(about, telling), when: delta[direction].join(phrase('delta.or', locale)) }),
  ])
  const said = [...say('gained'), ...say('lost')]
  return said.length === 0 ? phrase('delta.none', locale, { subject }) : `${subject}: ${said.join('; ')}.`
}

/** A rule as one sentence, for one that came or went. */
export const wholeRule = (rule: Record<string, unknown>, telling: Telling): string | undefined => {
  const within = typeof rule['within'] === 'string' ? rule['within'] : undefined
  const when = conditionText(rule['when'], telling, within)
  const about = effectPaths(rule)
  const effect = (['show', 'require', 'limit'] as const).find((name) => rule[name] !== undefined)
  if (effect) return phrase(`rule.${effect}`, telling.locale, { when, what: questionList(about, telling) })
  return isRecord(rule['refuse']) ? phrase('rule.refuse', telling.locale, { when, message: clipped(localise(rule['refuse'], 'message', telling.locale)).replace(/\.$/, '') }) : undefined
}
