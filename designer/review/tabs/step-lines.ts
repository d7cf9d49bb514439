// The steps of a workflow before and after as rows of a table: who acts, by when, what may be decided, in lines that can be
// compared one by one.
import { formIn } from '#core/change/change-words.ts'
import type { DifferenceGroup } from '#core/change/group-differences.ts'
import { placesIn } from '#core/form/question-places.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { stepTitle, wayWords, type Charted } from '#core/workflow-map/way-words.ts'
import { waysOf } from '#core/workflow-map/workflow-ways.ts'
import { t as late } from '#runtime/ui/late-texts.ts'
import type { Procedure, Step } from '#schemas/generated/types.ts'
import { t as designer } from '../../texts.ts'
import { durationText } from '../../workflow-editor/duration-text.ts'
import type { MapChange } from '../../workflow-editor/map/map-change.ts'
import { whoWords } from '../../workflow-editor/who-words.ts'
import { toldOf } from './tab-props.ts'
import { t } from './texts.ts'
import { uniteWorkflows } from './united-workflow.ts'

export interface ComparedLine {
  text: string
  /** Not on the other side. */
  isOnly: boolean
}

export interface StepRow {
  id: string
  title: string
  change?: MapChange
  before: ComparedLine[]
  after: ComparedLine[]
  sentences: string[]
  /** The first difference that is about it. */
  difference?: string
}

const linesOf = (procedure: Procedure, step: Step | undefined, locale: Locale): string[] => {
  const { workflow, form } = procedure
  if (!workflow || !step) return []
  const charted: Charted = { ...(form && { form }), workflow }
  const titleOf = (id: string): string => stepTitle(workflow.steps.find((each) => each.id === id), locale)
  const recorded = placesIn(formIn(procedure, step.id)?.schema).filter(({ parent }) => parent === '').map(({ question, name }) => localise(question, 'title', locale) || name)
  return [
    designer(`workflow.kinds.${step.kind}`),
    ...(step.by ? [t('comparison.step.who', { who: whoWords(step.by, workflow, locale) })] : []),
    ...(step.within ? [t('comparison.step.within', { time: durationText(step.within) })] : []),
    t('comparison.step.status', { status: late(`status.${step.publicStatus}`) }),
    ...(step.opinions ?? []).map((opinion) => t('comparison.step.opinion', { title: localise(opinion, 'title', locale), who: whoWords(opinion.by, workflow, locale), time: durationText(opinion.within) })),
    ...(recorded.length > 0 ? [t('comparison.step.records', { titles: recorded.join(', ') })] : []),
    ...waysOf(workflow).filter(({ from }) => from === step.id).map((way) => t('comparison.step.way', { way: wayWords(charted, way, locale), to: titleOf(way.to) })),
  ]
}

const against = (lines: readonly string[], others: readonly string[]): ComparedLine[] => lines.map((text) => ({ text, isOnly: !others.includes(text) }))

/** In the order in which the map has them; steps of a first publication are neither new nor changed. */
export const stepRows = (before: Procedure | undefined, after: Procedure, differences: readonly DifferenceGroup[], locale: Locale): StepRow[] => {
  if (!after.workflow) return []
  const { workflow, steps } = uniteWorkflows(before?.workflow, after.workflow)
  return workflow.steps.map(({ id }): StepRow => {
    const [old, now] = [before?.workflow, after.workflow].map((each) => each?.steps.find((step) => step.id === id))
    const [was, is] = [before ? linesOf(before, old, locale) : [], linesOf(after, now, locale)]
    const told = before?.workflow ? toldOf(differences).filter(({ difference: { at } }) => at.step === id) : []
    const change = steps.get(id)
    return {
      id, title: stepTitle(now ?? old, locale), before: against(was, is), after: before?.workflow ? against(is, was) : is.map((text) => ({ text, isOnly: false })),
      sentences: told.map(({ sentence }) => sentence), ...(change && { change }), ...(told[0] && { difference: told[0].difference.id }),
    }
  })
}
