// The same done to many dossiers of the queue: taken, given, given back, or moved on by an action that asks for nothing but a
// reason. What became of each is told.
import { ref, shallowRef } from 'vue'
import { localise } from '#core/text/localise.ts'
import { findStep } from '#core/workflow/facts.ts'
import { doInBulk } from '#runtime/client/queue.ts'
import { getTask } from '#runtime/client/tasks.ts'
import { locale } from '#runtime/ui/locale.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import type { Action, Bulk, Problem, QueueEntry, TaskView } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

export interface Outcome {
  dossierId: string
  code: string
  problem?: Problem
}

/** What may be done to many at once: without fields to name, a day to choose or a record to write. */
export const bulkActions = ({ actions, document, dossier }: Pick<TaskView, 'actions' | 'document' | 'dossier'>): Action[] => {
  const recorded = document.workflow && findStep(document.workflow, dossier.step)?.form !== undefined
  return actions.filter(({ asks = [] }) => !asks.includes('fields') && !asks.includes('dueOn') && (!recorded || asks.includes('reason')))
}

/** Only dossiers that stand at the same step of the same procedure have the same actions. */
const standAlike = (entries: readonly QueueEntry[]): boolean =>
  entries.every(({ kind, procedureId, step }) => kind === 'step' && procedureId === entries[0]?.procedureId && step === entries[0].step)

export const useBulk = (done: () => void) => {
  const toast = useToast()
  const busy = ref(false)
  const title = ref('')
  const outcomes = shallowRef<readonly Outcome[]>([])
  const actions = shallowRef<readonly Action[]>([])

  const lookUpActions = async (entries: readonly QueueEntry[]): Promise<void> => {
    actions.value = []
    if (entries.length === 0 || !standAlike(entries)) return
    const reply = await getTask(entries[0]!.dossierId)
    if (reply.ok) actions.value = bulkActions(reply.value)
  }

  /** Chosen twice in the queue (to act and to give an opinion), a dossier is still one. */
  const doAll = async (entries: readonly QueueEntry[], deed: string, what: Pick<Bulk, 'action' | 'reason' | 'assignment'>): Promise<boolean> => {
    const each = [...new Map(entries.filter(({ kind }) => kind === 'step').map((entry) => [entry.dossierId, entry])).values()]
    if (each.length === 0 || busy.value) return false
    busy.value = true
    const reply = await doInBulk({ items: each.map(({ dossierId, version }) => ({ dossierId, version })), ...what })
    busy.value = false
    if (!reply.ok) {
      toast.show([reply.problem.title, reply.problem.detail].filter(Boolean).join('. '), { tone: 'bad' })
      return false
    }
    const told = reply.value.outcomes.map(({ dossierId, problem }): Outcome => ({ dossierId, code: each.find((entry) => entry.dossierId === dossierId)?.code ?? dossierId, ...(problem && { problem }) }))
    if (told.length === 1 && !told[0]!.problem) toast.show(t('bulk.one', { deed, code: told[0]!.code }))
    else {
      title.value = deed
      outcomes.value = told
    }
    done()
    return true
  }

  return { busy, title, outcomes, actions, lookUpActions, doAll, titleOf: (action: Action): string => localise(action, 'title', locale.value), dismiss: (): void => { outcomes.value = [] } }
}
