// What becomes of people when a change takes effect, as choices with the numbers beside them: who is met at all, and, once it was
// tried out, how many would be asked again or lose an answer.
import { formatNumber } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import type { ChangeReplay, Disposition, ReplaySum } from '#schemas/generated/types.ts'
import { t } from './texts.ts'

export const draftChoices = ['finish', 'ask', 'move'] as const satisfies readonly Disposition['drafts'][]
export const openChoices = ['stay', 'migrate'] as const satisfies readonly Disposition['open'][]

export interface Met {
  drafts: number
  open: number
}

export interface Choice<Value extends string> {
  value: Value
  label: string
  hint: string
}

const metBy = (tried: ReplaySum | undefined, people: number, locale: Locale): string => {
  if (people === 0) return t('reviewing.disposition.nobody')
  if (!tried) return t('reviewing.disposition.notTried', { count: formatNumber(people, locale) }, people)
  const { asksAgain, losesData } = tried.verdicts
  if (asksAgain + losesData === 0) return t('reviewing.disposition.asBefore', { count: formatNumber(people, locale) }, people)
  const met = t('reviewing.disposition.met', { count: formatNumber(people, locale), again: formatNumber(asksAgain + losesData, locale) }, asksAgain + losesData)
  return losesData === 0 ? met : `${met} ${t('reviewing.disposition.lose', { lose: formatNumber(losesData, locale) }, losesData)}`
}

const left = (people: number, locale: Locale): string => (people === 0 ? t('reviewing.disposition.nobody') : t('reviewing.disposition.left', { count: formatNumber(people, locale) }, people))

/** Who stays under the old revision is met by nothing; the others as the trial run says. */
export const draftOptions = ({ drafts }: Met, numbers: ChangeReplay | undefined, locale: Locale): Choice<Disposition['drafts']>[] =>
  draftChoices.map((value) => ({ value, label: t(`reviewing.disposition.drafts.${value}`), hint: value === 'finish' ? left(drafts, locale) : metBy(numbers?.drafts, drafts, locale) }))

export const openOptions = ({ open }: Met, numbers: ChangeReplay | undefined, locale: Locale): Choice<Disposition['open']>[] =>
  openChoices.map((value) => ({ value, label: t(`reviewing.disposition.open.${value}`), hint: value === 'stay' ? left(open, locale) : metBy(numbers?.open, open, locale) }))
