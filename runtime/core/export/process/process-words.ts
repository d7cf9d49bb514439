// What the exports of a workflow say about a step besides its name: who, how long, which papers, when a reminder goes out.
import type { Assignment, Paper, Step, StepTimer, Workflow } from '#schemas/generated/types.ts'
import { durationWords } from '../../text/duration-words.ts'
import { localise, type Locale } from '../../text/localise.ts'
import { phrasesFrom } from '../../text/phrases.ts'
import { ifWords, type Charted } from '../../workflow-map/way-words.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

export type ProcessPhrase = keyof typeof vi
export const processPhrase = phrasesFrom<ProcessPhrase>({ vi, en })

export const roleWords = ({ roles }: Workflow, role: string | undefined, locale: Locale): string => localise(roles.find(({ id }) => id === role), 'title', locale) || role || ''

/** The role with its unit, where the unit is not said by the role already. */
export const whoWords = (workflow: Workflow, by: Assignment | undefined, locale: Locale): string => {
  if (!by) return ''
  const role = roleWords(workflow, by.role, locale)
  const units = [by.unit, by.agency].filter((each) => each !== undefined && !role.includes(each)).join(', ')
  return units === '' ? role : processPhrase('unit', locale, { role, unit: units })
}

export const paperWords = (papers: readonly Paper[], ids: readonly string[], locale: Locale): string[] => ids.map((id) => {
  const paper = papers.find((each) => each.id === id)
  const title = localise(paper, 'title', locale) || id
  return paper?.slip === undefined ? title : processPhrase('slip', locale, { slip: paper.slip, title })
})

/** Papers that a step can issue, each once. */
export const issuedAt = ({ actions = [], onExpiry }: Step): string[] => [...new Set([...actions.flatMap(({ issues = [] }) => issues), ...(onExpiry?.issues ?? [])])]

export const timerWords = (workflow: Workflow, { before, after, of, do: act, role }: StepTimer, locale: Locale): { name: string; when: string } => {
  const who = role === undefined ? processPhrase('timerHandler', locale) : roleWords(workflow, role, locale)
  const when = processPhrase(({ entered: 'whenEntered', stepDue: 'whenStepDue', due: 'whenDue' } as const)[of], locale)
  const time = before ?? after
  return {
    name: processPhrase(act === 'remind' ? 'timerRemind' : 'timerEscalate', locale, { who }),
    when: time ? processPhrase(before ? 'timerBefore' : 'timerAfter', locale, { time: durationWords(time, locale), when }) : processPhrase('timerAt', locale, { when }),
  }
}

/** The risk table of an automatic step, row by row. */
export const scoreWords = (charted: Charted, { score = [] }: Step, locale: Locale): string[] => (score.length === 0 ? [] : [
  processPhrase('score', locale),
  ...score.map((row) => processPhrase('scoreRow', locale, { points: row.points, reason: localise(row, 'reason', locale), text: ifWords(charted, row, locale) })),
])
