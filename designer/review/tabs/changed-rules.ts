// What decides otherwise now: rules, checks, fees, conditions of pages and of ways, each as a sentence before and after, and for
// whom it holds now and did not before.
import { conditionText, formIn, type Telling } from '#core/change/change-words.ts'
import type { ShownClass } from '#core/change/change-class.ts'
import type { DifferenceGroup, ToldDifference } from '#core/change/group-differences.ts'
import { deltaWords, wholeRule } from '#core/change/rule-words.ts'
import { entryWords, valueWords } from '#core/change/value-words.ts'
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'

export interface ChangedRule {
  key: string
  title: string
  class: ShownClass
  /** The differences that are about it; the first is chosen with it. */
  ids: string[]
  sentences: string[]
  /** Absent where it was not there. */
  before?: string
  after?: string
  /** Groups of answers in words; absent where no condition changed, or where they are too many to try. */
  delta?: { gained: string[], lost: string[] }
}

const decides = ({ difference: { part, setting = '' } }: ToldDifference): boolean =>
  part === 'rule' || part === 'check' || part === 'fee' || /(^|\.)when$/.test(setting) || ['x-compute', 'branches', 'score', 'clock.cases', 'rows'].includes(setting)

type Side = 'before' | 'after'

interface Compared {
  before?: Procedure | undefined
  after: Procedure
  locale: Locale
}

const tellingOf = ({ before, after, locale }: Compared, side: Side, { difference: { part, at } }: ToldDifference): Telling =>
  ({ documents: { before: before ?? after, after }, locale, isOld: side === 'before', ...(at.step !== undefined && part !== 'step' && part !== 'action' && { step: at.step }) })

/** The whole rule or check, as it stands in one document. */
const wholeWords = (compared: Compared, side: Side, told: ToldDifference): string | undefined => {
  const procedure = compared[side]
  const { part, at } = told.difference
  const form = procedure && formIn(procedure, part === 'step' || part === 'action' ? undefined : at.step)
  const telling = tellingOf(compared, side, told)
  const rule = form?.rules?.find(({ id }) => id === at.id) as Record<string, unknown> | undefined
  if (part === 'rule') return rule && wholeRule(rule, telling)
  const check = form?.checks?.find(({ id }) => id === at.id)
  return check && `${valueWords(check.message, 'message', telling)}: ${valueWords(check.formula, 'formula', telling)}`
}

const conditionIn = (value: unknown, setting: string): unknown => (setting === 'section.when' && isRecord(value) ? value['when'] : value)

const valueOf = (compared: Compared, side: Side, told: ToldDifference): string | undefined => {
  const { setting = '', entry } = told.difference
  const value = told.difference[side]
  if (value === undefined) return undefined
  const telling = tellingOf(compared, side, told)
  if (setting.endsWith('when')) return conditionIn(value, setting) === undefined ? undefined : conditionText(conditionIn(value, setting), telling)
  return entry || setting === '' ? entryWords(value, telling) : valueWords(value, setting, telling)
}

const sideWords = (compared: Compared, side: Side, told: readonly ToldDifference[]): string | undefined => {
  const part = told[0]!.difference.part
  if (part === 'rule' || part === 'check') { const whole = wholeWords(compared, side, told[0]!); if (whole) return whole }
  return told.map((each) => valueOf(compared, side, each)).filter((words) => words !== undefined).join('; ') || undefined
}

const deltaOf = (compared: Compared, told: readonly ToldDifference[]): ChangedRule['delta'] => {
  const changed = told.find(({ difference: { setting, kind } }) => kind === 'changed' && setting !== undefined && /(^|\.)when$/.test(setting))
  if (!changed) return undefined
  const { before, after, setting = '', part, at } = changed.difference
  const within = part === 'rule' ? formIn(compared.after, at.step)?.rules?.find(({ id }) => id === at.id)?.within : undefined
  return deltaWords({ before: conditionIn(before, setting), after: conditionIn(after, setting), ...(within !== undefined && { within }) }, tellingOf(compared, 'after', changed))
}

export const changedRules = (before: Procedure | undefined, after: Procedure, differences: readonly DifferenceGroup[], locale: Locale): ChangedRule[] => {
  const compared: Compared = { before, after, locale }
  return differences.flatMap((group): ChangedRule[] => {
    const told = group.told.filter(decides)
    if (told.length === 0) return []
    const [was, is, delta] = [sideWords(compared, 'before', told), sideWords(compared, 'after', told), deltaOf(compared, told)]
    return [{
      key: group.key, title: group.title || told[0]!.sentence, class: told[0]!.class, ids: told.map(({ difference }) => difference.id), sentences: told.map(({ sentence }) => sentence),
      ...(before && was !== undefined && { before: was }), ...(is !== undefined && { after: is }), ...(delta && { delta }),
    }]
  })
}
