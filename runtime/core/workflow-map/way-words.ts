// What is written on the ways of a workflow and over its lanes: decisions by their names, conditions as short sentences.
import type { Condition, Procedure, Step, Workflow } from '#schemas/generated/types.ts'
import { candidatesOf } from '../condition/condition-candidates.ts'
import { conditionWords } from '../condition/condition-words.ts'
import { durationWords } from '../text/duration-words.ts'
import { formatNumber } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import { phrasesFrom } from '../text/phrases.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }
import type { Way } from './workflow-ways.ts'

export const mapPhrase = phrasesFrom<keyof typeof vi>({ vi, en })

/** The form that a procedure asks the applicant, and the ways that its dossiers go. */
export type Charted = Pick<Procedure, 'form'> & { workflow: Workflow }

export const stepOf = ({ steps }: Workflow, id: string): Step | undefined => steps.find((step) => step.id === id)
export const stepTitle = (step: Step | undefined, locale: Locale): string => localise(step, 'title', locale) || mapPhrase('untitled', locale)

/** When a decision is offered or a branch taken; of a step: by what was recorded there. */
export const ifWords = ({ form, workflow }: Charted, { when, of }: { when?: Condition; of?: string }, locale: Locale): string => {
  if (!when) return ''
  const recorded = of === undefined ? undefined : stepOf(workflow, of)
  const asked = of === undefined ? form : recorded?.form
  const text = asked ? conditionWords(when, candidatesOf(asked, locale), locale) : JSON.stringify(when)
  return of === undefined ? text : mapPhrase('ofStep', locale, { step: stepTitle(recorded, locale), text })
}

const onwards = (step: Step, locale: Locale): string => {
  switch (step.kind) {
    case 'payment': return mapPhrase('paid', locale)
    case 'applicant': return mapPhrase('answered', locale)
    case 'opinions': return step.need === undefined ? mapPhrase('joined', locale) : mapPhrase('inFavour', locale, { need: step.need })
    default: return mapPhrase('otherwise', locale)
  }
}

export const wayWords = (charted: Charted, { kind, from, action, branch }: Way, locale: Locale): string => {
  const step = stepOf(charted.workflow, from)!
  switch (kind) {
    case 'action': {
      const title = localise(action, 'title', locale) || '…'
      const text = ifWords(charted, action ?? {}, locale)
      return text ? mapPhrase('onlyIf', locale, { title, text }) : title
    }
    case 'branch': return branch?.atLeast === undefined ? ifWords(charted, branch ?? {}, locale) : mapPhrase('atLeast', locale, { score: formatNumber(branch.atLeast, locale) })
    case 'otherwise': return onwards(step, locale)
    case 'answer': return mapPhrase('supplemented', locale)
    case 'against': return mapPhrase('against', locale, { need: step.need ?? 0 })
    case 'expiry': return step.within ? mapPhrase('expired', locale, { limit: durationWords(step.within, locale) }) : mapPhrase('expiredUnknown', locale)
  }
}
