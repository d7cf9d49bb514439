// What is written to a step in a BPMN file: who does it, how long it may take, what is noted beside it.
import type { Step } from '#schemas/generated/types.ts'
import { durationWords } from '../../text/duration-words.ts'
import { localise } from '../../text/localise.ts'
import type { Drawn } from './bpmn-shapes.ts'
import { processPhrase, scoreWords, whoWords } from './process-words.ts'

export const stepNotes = ({ charted, locale }: Pick<Drawn, 'charted' | 'locale'>, step: Step): string[] => [
  ...(step.by ? [processPhrase('who', locale, { who: whoWords(charted.workflow, step.by, locale) })] : []),
  ...(step.within ? [processPhrase('limit', locale, { limit: durationWords(step.within, locale) })] : []),
  ...(step.clock === 'paused' ? [processPhrase('paused', locale)] : []),
  ...(step.form ? [processPhrase('records', locale)] : []),
  ...scoreWords(charted, step, locale),
  ...[localise(step, 'note', locale)].filter(Boolean),
]
