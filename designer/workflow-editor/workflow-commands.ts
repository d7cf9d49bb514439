// The vocabulary of edits to a workflow. Ids of steps and actions follow their titles until the first publication, and
// whatever leads to a renamed step goes on leading there.
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Action, Branch, ClockRule, Procedure, Role, Step, Workflow } from '#schemas/generated/types.ts'
import type { Command, EditContext } from '../editing/command.ts'
import type { Selection } from '../editing/selection.ts'
import { follows, idFromTitle } from '../form-editor/name-from-title.ts'
import { moveItem } from '../form-editor/ordered-names.ts'
import { setAll, type Typed } from '../form-editor/question-commands.ts'
import { followInExpectations, followInRecords } from '../scenarios/follow-expectations.ts'
import { insertPattern } from './patterns/insert-pattern.ts'
import { setStepForm } from './step-form-command.ts'
import { leadWay, onwardWay } from './way-edit.ts'

const selectStep = (id: string): Selection => ({ kind: 'step', id })

/** Reception, appraisal, decision, with the ends granted, refused and withdrawn. */
const starter = (): Workflow => emptyProcedure('', '').workflow!

const ensureWorkflow = (draft: Procedure): Workflow => (draft.workflow ??= { ...starter(), steps: [] })
const findStep = (draft: Procedure, id: string): Step | undefined => draft.workflow?.steps.find((step) => step.id === id)
const idsOf = (list: readonly { id: string }[] | undefined): string[] => (list ?? []).map((each) => each.id)

export const useStarter: Command<Record<string, never>> = {
  name: 'useStarter',
  recipe: (draft) => { draft.workflow = starter() },
}

const emptyStep = (kind: Step['kind'], role: string | undefined): Omit<Step, 'id' | 'title'> => {
  switch (kind) {
    case 'task': return { kind, ...(role && { by: { role } }), within: { amount: 1, unit: 'workingDay' }, publicStatus: 'processing', clock: 'running', actions: [] }
    case 'applicant': return { kind, publicStatus: 'supplement', clock: 'paused' }
    case 'payment': return { kind, publicStatus: 'payment', clock: 'paused' }
    case 'automatic': return { kind, publicStatus: 'processing', branches: [] }
    case 'opinions': return { kind, publicStatus: 'processing', clock: 'running', opinions: [] }
    case 'end': return { kind, publicStatus: 'returned', clock: 'stopped', outcome: 'granted' }
  }
}

/** The way onward out of a step passes through the new one; an end closes a way instead, which only its author can choose. */
const joinAfter = (workflow: Workflow, after: Step, made: Step): void => {
  const way = onwardWay(workflow, after.id)
  if (!way || made.kind === 'end') return
  if (made.kind === 'task') made.actions = [{ id: 'chuyen-tiep', title: 'Chuyển tiếp', 'x-i18n': { en: { title: 'Pass on' } }, to: way.to, tone: 'primary' }]
  else made.otherwise = way.to
  leadWay(after, way, made.id)
}

/** With `after`, right behind that step and on its way. */
export const addStep: Command<{ kind: Step['kind'], title: string, index?: number, after?: string }> = {
  name: 'addStep',
  recipe: (draft, { kind, title, index, after }) => {
    const workflow = ensureWorkflow(draft)
    const id = idFromTitle(title, idsOf(workflow.steps), 'buoc')
    const before = after === undefined ? undefined : findStep(draft, after)
    const at = before ? workflow.steps.findIndex((each) => each.id === after) + 1 : index ?? workflow.steps.length
    workflow.steps.splice(at, 0, { id, title, ...emptyStep(kind, workflow.roles[0]?.id) })
    if (before) joinAfter(workflow, before, workflow.steps[at]!)
    if (workflow.steps.length === 1) workflow.start = id
    return selectStep(id)
  },
}

/** Makes every way that led to `from` lead to `to`, or nowhere. */
const redirect = (workflow: Workflow, from: string, to: string | undefined): void => {
  if (to !== undefined && workflow.start === from) workflow.start = to
  if (workflow.withdrawTo === from) {
    if (to === undefined) delete workflow.withdrawTo
    else workflow.withdrawTo = to
  }
  for (const step of workflow.steps) redirectStep(step, from, to)
}

const redirectStep = (step: Step, from: string, to: string | undefined): void => {
  const leads = (way: { to: string }): boolean => way.to === from
  if (to === undefined) {
    if (step.actions?.some(leads)) step.actions = step.actions.filter((action) => !leads(action))
    if (step.branches?.some(leads)) step.branches = step.branches.filter((branch) => !leads(branch))
    if (step.otherwise === from) delete step.otherwise
    if (step.against === from) delete step.against
    if (step.onExpiry?.to === from) delete step.onExpiry
    return
  }
  for (const action of step.actions ?? []) if (leads(action)) action.to = to
  for (const branch of step.branches ?? []) if (leads(branch)) branch.to = to
  for (const guard of [...step.actions ?? [], ...step.branches ?? [], ...step.score ?? []]) if (guard.of === from) guard.of = to
  if (step.otherwise === from) step.otherwise = to
  if (step.against === from) step.against = to
  if (step.onExpiry?.to === from) step.onExpiry.to = to
}

/** The decisions that lead to a step: what goes with it when it is removed. */
export const waysTo = (workflow: Workflow, id: string): { step: string, action: string }[] =>
  workflow.steps.flatMap((step) => (step.actions ?? []).filter((action) => action.to === id).map((action) => ({ step: step.title, action: action.title })))

export const removeStep: Command<{ id: string }> = {
  name: 'removeStep',
  recipe: (draft, { id }) => {
    const workflow = draft.workflow
    if (!workflow || !findStep(draft, id)) return
    workflow.steps = workflow.steps.filter((step) => step.id !== id)
    redirect(workflow, id, undefined)
    followInExpectations(draft, 'path', id, undefined)
    followInRecords(draft, id, undefined)
    if (workflow.start === id) workflow.start = workflow.steps[0]?.id ?? id
  },
}

export const moveStep: Command<{ id: string, index: number }> = {
  name: 'moveStep',
  recipe: (draft, { id, index }) => {
    const steps = draft.workflow?.steps ?? []
    const from = steps.findIndex((step) => step.id === id)
    const to = Math.max(0, Math.min(index, steps.length - 1))
    if (!draft.workflow || from < 0 || from === to) return
    draft.workflow.steps = moveItem(steps, from, to)
    return selectStep(id)
  },
}

const publishedStep = ({ published }: EditContext, id: string): Step | undefined => published?.workflow?.steps.find((step) => step.id === id)

export const setStep: Command<Typed & { id: string, changes: Partial<Omit<Step, 'id'>> }> = {
  name: 'setStep',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { id, changes }, context) => {
    const step = findStep(draft, id)
    if (!step) return
    const before = step.title
    setAll(step, changes)
    const others = idsOf(draft.workflow!.steps).filter((each) => each !== id)
    const make = (title: string): string => idFromTitle(title, others, 'buoc')
    if (changes.title === undefined || publishedStep(context, id) || !follows(id, before, make)) return selectStep(id)
    const next = make(changes.title)
    if (next !== id) {
      step.id = next
      redirect(draft.workflow!, id, next)
      for (const row of (draft.fees ?? []).flatMap((fee) => fee.rows ?? [])) if (row.of === id) row.of = next
      followInExpectations(draft, 'path', id, next)
      followInRecords(draft, id, next)
    }
    return selectStep(next)
  },
}

export const addAction: Command<{ step: string, title: string, to: string }> = {
  name: 'addAction',
  recipe: (draft, { step: id, title, to }) => {
    const step = findStep(draft, id)
    if (step) step.actions = [...(step.actions ?? []), { id: idFromTitle(title, idsOf(step.actions), 'quyet dinh'), title, to }]
  },
}

export const setAction: Command<Typed & { step: string, id: string, changes: Partial<Omit<Action, 'id'>> }> = {
  name: 'setAction',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { step: stepId, id, changes }, context) => {
    const step = findStep(draft, stepId)
    const action = step?.actions?.find((each) => each.id === id)
    if (!step || !action) return
    const before = action.title
    setAll(action, changes)
    const isKnown = publishedStep(context, stepId)?.actions?.some((each) => each.id === id)
    const make = (title: string): string => idFromTitle(title, idsOf(step.actions).filter((each) => each !== id), 'quyet dinh')
    if (changes.title !== undefined && !isKnown && follows(id, before, make) && make(changes.title) !== id) action.id = make(changes.title)
  },
}

export const removeAction: Command<{ step: string, id: string }> = {
  name: 'removeAction',
  recipe: (draft, { step: stepId, id }) => {
    const step = findStep(draft, stepId)
    if (step?.actions?.some((action) => action.id === id)) step.actions = step.actions.filter((action) => action.id !== id)
  },
}

export const moveAction: Command<{ step: string, id: string, index: number }> = {
  name: 'moveAction',
  recipe: (draft, { step: stepId, id, index }) => {
    const step = findStep(draft, stepId)
    const from = step?.actions?.findIndex((action) => action.id === id) ?? -1
    const to = Math.max(0, Math.min(index, (step?.actions?.length ?? 0) - 1))
    if (step?.actions && from >= 0 && from !== to) step.actions = moveItem(step.actions, from, to)
  },
}

export const setBranches: Command<Typed & { step: string, branches: Branch[] }> = {
  name: 'setBranches',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { step: id, branches }) => {
    const step = findStep(draft, id)
    if (step) setAll(step, { branches })
  },
}

/** Where it begins, where a withdrawal leads, and the legal clock. */
export const setWorkflow: Command<Typed & { changes: { start?: string, withdrawTo?: string, clock?: ClockRule } }> = {
  name: 'setWorkflow',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { changes }) => { setAll(ensureWorkflow(draft), changes) },
}

export const addRole: Command<{ role: Role }> = {
  name: 'addRole',
  recipe: (draft, { role }) => {
    const workflow = ensureWorkflow(draft)
    if (!workflow.roles.some((each) => each.id === role.id)) workflow.roles = [...workflow.roles, role]
  },
}

/** Who acts at a step, gives an opinion there, or is told when time runs out. */
export const isRoleNeeded = ({ by, opinions = [], timers = [] }: Step, role: string): boolean => by?.role === role || opinions.some((opinion) => opinion.by.role === role) || timers.some((timer) => timer.role === role)

export const removeRole: Command<{ id: string }> = {
  name: 'removeRole',
  recipe: (draft, { id }) => {
    const workflow = draft.workflow
    const isNeeded = workflow?.steps.some((step) => isRoleNeeded(step, id))
    if (workflow && !isNeeded && workflow.roles.some((role) => role.id === id)) workflow.roles = workflow.roles.filter((role) => role.id !== id)
  },
}

export const workflowCommands = { useStarter, addStep, removeStep, moveStep, setStep, addAction, setAction, removeAction, moveAction, setBranches, setWorkflow, addRole, removeRole, setStepForm, insertPattern } as const
