// A published procedure as the catalogue keeps it: the words that it is found by, what it is filtered by, and what its card
// says. Made once for a revision; only what changes with the day is worked out for each reader.
import { isClosed } from '../procedure/closure.ts'
import { feeRange, timeLimitsOf } from '../procedure/offer.ts'
import { localise } from '../text/localise.ts'
import type { Procedure, ProcedureSummary } from '#schemas/generated/types.ts'
import { levelOf, type Level } from './level.ts'
import { wordsOf } from './search-words.ts'

/** Words that are worth something to a search, and how much. */
export interface Part {
  weight: number
  words: readonly string[]
  /** Without spaces, for those who type without them. */
  joined: string
}

export interface CatalogueEntry {
  id: string
  revision: string
  info: Pick<Procedure['info'], 'code' | 'name' | 'x-i18n' | 'field' | 'agency' | 'audience' | 'lifeEvents' | 'serviceLevel' | 'serviceScope' | 'closedFrom' | 'closedUntil' | 'channels'>
  fees: NonNullable<Procedure['fees']>
  clock: NonNullable<Procedure['workflow']>['clock'] | undefined
  level: Level
  parts: readonly Part[]
}

export const toPart = (weight: number, texts: readonly (string | undefined)[]): Part => {
  const words = texts.flatMap((text) => wordsOf(text ?? ''))
  return { weight, words: [...new Set(words)], joined: words.join('') }
}

export const toEntry = (id: string, revision: string, { info, fees, workflow }: Procedure): CatalogueEntry => {
  const { code, name, field, agency, audience, lifeEvents, serviceLevel, serviceScope, closedFrom, closedUntil, channels, keywords = [], results = [] } = info
  const inEnglish = (key: string): string => localise(info, key, 'en')
  const i18n = info['x-i18n'] && { en: { name: inEnglish('name'), field: inEnglish('field'), agency: inEnglish('agency') } }
  return {
    id, revision, fees: fees ?? [], clock: workflow?.clock, level: levelOf(info),
    info: {
      code, name, audience, serviceLevel, channels, ...(i18n && { 'x-i18n': i18n }), ...(field !== undefined && { field }), ...(agency !== undefined && { agency }), ...(lifeEvents && { lifeEvents }),
      ...(serviceScope && { serviceScope }), ...(closedFrom !== undefined && { closedFrom }), ...(closedUntil !== undefined && { closedUntil }),
    },
    // The name first: the score of a phrase is counted there.
    parts: [
      toPart(8, [name]), toPart(10, [code]), toPart(6, keywords), toPart(5, [inEnglish('name')]), toPart(4, results.map(({ title }) => title)),
      toPart(3, [field, inEnglish('field')]), toPart(2, [agency, inEnglish('agency'), ...audience]), toPart(1, [info.description, inEnglish('description')]),
    ],
  }
}

/** The card, on a day. */
export const summarise = ({ id, revision, info, fees, clock }: CatalogueEntry, today: string): ProcedureSummary => {
  const { channels, closedFrom: _from, closedUntil, ...said } = info
  const offer = { info: info as Procedure['info'], fees, workflow: clock && { clock } }
  const fee = feeRange(offer as Parameters<typeof feeRange>[0], today)
  const timeLimits = timeLimitsOf(offer as Parameters<typeof timeLimitsOf>[0])
  return {
    id, ...said, revision, ...(timeLimits.length > 0 && { timeLimits }), ...(fee && { fee }),
    ...(isClosed(info as Procedure['info'], today) && { closed: closedUntil === undefined ? {} : { until: closedUntil } }),
  }
}
