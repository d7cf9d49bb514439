// What a trial run found, as sentences: how many people, at which question and why. Nothing in them tells who they are.
import { questionTitle, stepTitle, type Documents } from '#core/change/change-words.ts'
import { formatMoney, formatNumber } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import type { ChangeReplay, ReplayCountedReason, ReplayRoute, ReplaySum, StayingDossiers } from '#schemas/generated/types.ts'
import type { ReplayGroup } from '../client/replays.ts'
import { t } from './texts.ts'

type ReasonWords = 'required' | 'notAsked' | 'noPlace' | 'choice' | 'length' | 'size' | 'check' | 'refused' | 'other'

/** Codes of issues, as far as a sentence without their numbers can tell them apart. */
const words: Record<string, ReasonWords> = {
  required: 'required', notAsked: 'notAsked', noPlace: 'noPlace', enum: 'choice', const: 'choice', limited: 'choice', minLength: 'length', maxLength: 'length',
  minimum: 'size', maximum: 'size', exclusiveMinimum: 'size', exclusiveMaximum: 'size', check: 'check', refused: 'refused',
}

export interface Telling {
  documents: Documents
  locale: Locale
}

const titleAt = (path: string, telling: Telling): string => (path === '' ? t('reviewing.replay.wholeForm') : t('reviewing.replay.question', { title: questionTitle(path, telling) }))

export const reasonSentence = ({ path, keyword, count }: ReplayCountedReason, telling: Telling): string =>
  t(`reviewing.replay.reasons.${words[keyword] ?? 'other'}`, { count: formatNumber(count, telling.locale), at: titleAt(path, telling) }, count)

export const feeSentences = ({ fees: { more, less, difference } }: ReplaySum, locale: Locale): string[] => [
  ...(more > 0 ? [t('reviewing.replay.payMore', { count: formatNumber(more, locale) }, more)] : []),
  ...(less > 0 ? [t('reviewing.replay.payLess', { count: formatNumber(less, locale) }, less)] : []),
  ...(difference === 0 ? [] : [t(difference > 0 ? 'reviewing.replay.allMore' : 'reviewing.replay.allLess', { amount: formatMoney(Math.abs(difference), locale) })]),
]

export const routeSentence = ({ before, after, count }: ReplayRoute, telling: Telling): string => {
  const way = (steps: readonly string[]): string => steps.map((step) => stepTitle(step, telling)).join(' → ') || t('reviewing.replay.noStep')
  return t('reviewing.replay.route', { count: formatNumber(count, telling.locale), before: way(before), after: way(after) }, count)
}

const metAt = ({ questions }: ReplaySum, path: string): number =>
  Math.max(0, ...questions.filter((each) => each.path === path || each.path.startsWith(`${path}/`)).map(({ count }) => count))

/** How many have an answer to this question, or lack one, that the change meets; undefined where nobody. */
export const metSentence = (path: string, { drafts, open }: Pick<ChangeReplay, 'drafts' | 'open'>, locale: Locale): string | undefined => {
  const [inDrafts, inOpen] = [metAt(drafts, path), metAt(open, path)]
  const who = [
    ...(inDrafts > 0 ? [t('reviewing.replay.metDrafts', { count: formatNumber(inDrafts, locale) }, inDrafts)] : []),
    ...(inOpen > 0 ? [t('reviewing.replay.metOpen', { count: formatNumber(inOpen, locale) }, inOpen)] : []),
  ]
  return path.startsWith('/') && who.length > 0 ? t('reviewing.replay.met', { who: who.join(', ') }) : undefined
}

/** How it goes for those of one group, in one sentence each; nobody is left out. */
export const verdictSentences = ({ verdicts: { same, asksAgain, losesData } }: ReplaySum, of: ReplayGroup, locale: Locale): string[] =>
  ([['same', same], ['asksAgain', asksAgain], ['losesData', losesData]] as const).filter(([, count]) => count > 0)
    .map(([verdict, count]) => t(`reviewing.replay.${of}.${verdict}`, { count: formatNumber(count, locale) }, count))

/** Open dossiers that would not come along, and why. */
export const staySentence = ({ why, step, count }: StayingDossiers, telling: Telling): string =>
  t(`reviewing.replay.stays.${why}`, { count: formatNumber(count, telling.locale), step: step === undefined ? '' : stepTitle(step, telling) }, count)
