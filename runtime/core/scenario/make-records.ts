// Makes up what officers record, so that a way which reads their records is open: also those on the way there. What they record is
// filled in by their own form; where nothing fits, nothing is made up.
import type { Condition, Step, Workflow } from '#schemas/generated/types.ts'
import { conditionReferences } from '../condition/references.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { compileForm } from '../form/compile-form.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { interpretSchema } from '../json-schema/interpret-schema.ts'
import type { Guard } from '../workflow/guard.ts'
import { waysOf, type Way } from '../workflow-map/workflow-ways.ts'
import type { Records } from './follow-workflow.ts'
import { makeAnswers } from './make-answers.ts'
import { makeAsked, makeHold, type Bending } from './make-hold.ts'

/** What a record must say, or must not, for a way to be taken. */
interface Demand {
  of: string
  when: Condition
  wanted: boolean
}

const demandOf = ({ when, of }: Guard, wanted: boolean): Demand[] => (when && of !== undefined ? [{ of, when, wanted }] : [])

/** The first branch that holds is taken, so those before it must not. */
const demandsOf = (step: Step, { kind, action, branch }: Pick<Way, 'kind' | 'action' | 'branch'>): Demand[] => {
  if (kind === 'action') return demandOf(action ?? {}, true)
  if (step.kind !== 'automatic') return []
  const branches = step.branches ?? []
  const before = branch ? branches.slice(0, branches.indexOf(branch)) : branches
  return [...before.flatMap((each) => demandOf(each, false)), ...demandOf(branch ?? {}, true)]
}

/** The ways of the shortest walk from one step to another, whoever opens them. */
const walkTo = (ways: readonly Way[], start: string, aim: string): Way[] => {
  const came = new Map<string, Way | undefined>([[start, undefined]])
  for (const at of came.keys()) for (const way of ways) if (way.from === at && !came.has(way.to)) came.set(way.to, way)
  const walk: Way[] = []
  for (let way = came.get(aim); way; way = came.get(way.from)) walk.unshift(way)
  return walk
}

const held = (demands: readonly Demand[], record: Answers): boolean => demands.every(({ when, wanted }) => evaluateCondition(when, record) === wanted)

const pushed = (demands: readonly Demand[]) => (record: Answers, bending: Bending): Answers =>
  demands.reduce((kept, { when, wanted }) => makeHold(bending, { when }, conditionReferences(when).reduce((asked, path) => makeAsked(bending, path, asked), kept), wanted), record)

export interface RecordDay {
  on: string
  calendar: WorkingCalendar
  seed: number
}

const recordOf = (step: Step | undefined, demands: readonly Demand[], { on, calendar, seed }: RecordDay): Answers | undefined => {
  if (!step?.form) return undefined
  const form = compileForm(step.form)
  const { answers, refused, isFound } = makeAnswers({ form, validate: interpretSchema(form.schema) }, { seed, on, calendar, fill: 0.5, push: pushed(demands), isFound: (record) => held(demands, record) })
  return isFound && refused.length === 0 ? answers : undefined
}

/** Records with which the way may be open; undefined where no record is read on the way. */
export const makeRecords = (workflow: Workflow, aim: { step: string, to: string }, day: RecordDay): Records | undefined => {
  const ways = waysOf(workflow)
  const last = ways.find(({ from, to }) => from === aim.step && to === aim.to)
  const stepOf = (id: string): Step | undefined => workflow.steps.find((step) => step.id === id)
  // Who reads a record comes by where it was written.
  const read = (last?.action ?? last?.branch)?.of
  const walk = read === undefined ? walkTo(ways, workflow.start, aim.step) : [...walkTo(ways, workflow.start, read), ...walkTo(ways, read, aim.step)]
  const demands = [...walk, ...(last ? [last] : [])].flatMap((way) => demandsOf(stepOf(way.from)!, way))
  const made = [...new Set(demands.map(({ of }) => of))].flatMap((of): [string, Answers][] => {
    const record = recordOf(stepOf(of), demands.filter((demand) => demand.of === of), day)
    return record ? [[of, record]] : []
  })
  return made.length > 0 ? Object.fromEntries(made) : undefined
}
