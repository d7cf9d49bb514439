// A workflow before and after as one: everything that either has, and what became of each box and each way, so that one map shows
// what came, what went and what changed.
import { isEqual } from '#core/change/equal.ts'
import { pairItems } from '#core/change/pair-items.ts'
import { joinId } from '#core/workflow-map/workflow-graph.ts'
import { waysOf, type Way } from '#core/workflow-map/workflow-ways.ts'
import type { Step, Workflow } from '#schemas/generated/types.ts'
import type { MapChange } from '../../workflow-editor/map/map-change.ts'

export interface UnitedWorkflow {
  workflow: Workflow
  /** By the id of a step. */
  steps: ReadonlyMap<string, MapChange>
  /** By the id of a box or an arrow on the map. */
  changes: ReadonlyMap<string, MapChange>
}

interface Named { id: string }

/** What is gone stands behind what it stood behind. */
const united = <T extends Named>(before: readonly T[] = [], after: readonly T[] = [], both: (old: T, now: T) => T = (_old, now) => now): T[] =>
  before.reduce<T[]>((all, item, i) => {
    const at = all.findIndex(({ id }) => id === item.id)
    if (at >= 0) return all.with(at, both(item, all[at]!))
    return all.toSpliced(all.findIndex(({ id }) => id === before[i - 1]?.id) + 1, 0, item)
  }, [...after])

const unitedStep = (old: Step, now: Step): Step => {
  const lists = { actions: united(old.actions, now.actions), opinions: united(old.opinions, now.opinions), branches: [...(now.branches ?? []), ...pairItems(old.branches ?? [], now.branches ?? []).removed.map(({ item }) => item)] }
  const ways = { otherwise: now.otherwise ?? old.otherwise, against: now.against ?? old.against, onExpiry: now.onExpiry ?? old.onExpiry }
  return { ...now, ...Object.fromEntries(Object.entries({ ...lists, ...ways }).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined))) }
}

const changeOf = (old: unknown, now: unknown): MapChange | undefined => (old === undefined ? (now === undefined ? undefined : 'added') : now === undefined ? 'removed' : isEqual(old, now) ? undefined : 'changed')

/** What a way says besides where it comes from; the time that runs out is that of its step. */
const saidBy = ({ from, to, kind, action }: Way, { steps }: Workflow): unknown => ({ to, action, ...(kind === 'expiry' && { within: steps.find(({ id }) => id === from)?.within }) })

const branchChanges = (old: Step | undefined, now: Step | undefined, id: string): [string, MapChange | undefined][] => {
  const pairs = pairItems(old?.branches ?? [], now?.branches ?? [])
  const kept = pairs.now.map((pair): MapChange | undefined => changeOf(pair.old, pair.item))
  return [...kept, ...pairs.removed.map((): MapChange => 'removed')].map((change, i) => [`${id}/branch/${i}`, change])
}

const opinionChanges = (old: Step | undefined, now: Step | undefined, id: string, whole: MapChange | undefined): [string, MapChange | undefined][] => {
  const join: [string, MapChange | undefined] = [joinId(id), whole === 'changed' ? undefined : whole]
  return [join, ...united(old?.opinions, now?.opinions).flatMap((opinion): [string, MapChange | undefined][] => {
    const change = changeOf(old?.opinions?.find((each) => each.id === opinion.id), now?.opinions?.find((each) => each.id === opinion.id))
    const box = `${id}/opinion/${opinion.id}`
    const ends = change === 'changed' ? undefined : change
    return [[box, change], [`${id}>${box}`, ends], [`${box}>${joinId(id)}`, ends]]
  })]
}

const known = (changes: readonly [string, MapChange | undefined][]): Map<string, MapChange> => new Map(changes.flatMap(([id, change]) => (change === undefined ? [] : [[id, change] as const])))

/** Without a workflow before, nothing is marked. */
export const uniteWorkflows = (before: Workflow | undefined, after: Workflow): UnitedWorkflow => {
  if (!before) return { workflow: after, steps: new Map(), changes: new Map() }
  const workflow: Workflow = { ...after, roles: united(before.roles, after.roles), steps: united(before.steps, after.steps, unitedStep) }
  const stepIn = ({ steps }: Workflow, id: string): Step | undefined => steps.find((step) => step.id === id)
  const steps = known(workflow.steps.map(({ id }) => [id, changeOf(stepIn(before, id), stepIn(after, id))]))
  const [old, now] = [before, after].map((each) => new Map(waysOf(each).map((way) => [way.id, saidBy(way, each)])))
  const ways = waysOf(workflow).filter(({ kind }) => kind !== 'branch').map(({ id }): [string, MapChange | undefined] => [id, changeOf(old!.get(id), now!.get(id))])
  const inside = workflow.steps.flatMap(({ id }) => [...branchChanges(stepIn(before, id), stepIn(after, id), id), ...opinionChanges(stepIn(before, id), stepIn(after, id), id, steps.get(id))])
  return { workflow, steps, changes: new Map([...steps, ...known([...ways, ...inside])]) }
}
