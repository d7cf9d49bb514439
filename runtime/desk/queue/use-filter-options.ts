// What the queue can be filtered by: procedures that are published or stand in the queue, the steps of the one that is chosen, officers
// who have something of it.
import { computed, onMounted, shallowRef, watch, type Ref } from 'vue'
import { localise } from '#core/text/localise.ts'
import { getProcedure, searchProcedures } from '#runtime/client/procedures.ts'
import { useSession } from '#runtime/client/session.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Procedure, ProcedureSummary, QueueEntry, QueueFilters } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

export interface Option {
  value: string
  label: string
}

const unique = (options: readonly Option[]): Option[] => [...new Map(options.map((option) => [option.value, option])).values()]

export const useFilterOptions = (filters: Ref<QueueFilters>, entries: Ref<readonly QueueEntry[] | undefined>) => {
  const { account } = useSession()
  const listed = shallowRef<readonly ProcedureSummary[]>([])
  const chosen = shallowRef<{ id: string, document: Procedure }>()
  // Whoever stood in the queue once stays a choice while the page is open.
  const seen = shallowRef<readonly Option[]>([])

  onMounted(async () => {
    const reply = await searchProcedures({})
    if (reply.ok) listed.value = reply.value.procedures
  })
  watch(() => filters.value.procedure, async (id) => {
    if (id === undefined || chosen.value?.id === id) return
    const reply = await getProcedure(id)
    if (reply.ok) chosen.value = { id, document: reply.value.document }
  }, { immediate: true })
  watch(entries, (present = []) => {
    seen.value = unique([...seen.value, ...present.flatMap(({ assignee }) => (assignee ? [{ value: assignee.id, label: assignee.name }] : []))])
  })

  const procedures = computed(() => unique([
    ...listed.value.map((each) => ({ value: each.id, label: localise(each, 'name', locale.value) })),
    ...(entries.value ?? []).map((entry) => ({ value: entry.procedureId, label: localise(entry, 'procedureName', locale.value) })),
    ...(chosen.value ? [{ value: chosen.value.id, label: localise(chosen.value.document.info, 'name', locale.value) }] : []),
  ]))
  const steps = computed(() => (chosen.value && chosen.value.id === filters.value.procedure ? chosen.value.document.workflow?.steps ?? [] : [])
    .filter(({ kind }) => kind !== 'end' && kind !== 'automatic').map((step) => ({ value: step.id, label: localise(step, 'title', locale.value) })))
  const officers = computed(() => unique([...(account.value ? [{ value: account.value.id, label: t('queue.me') }] : []), ...(account.value?.standsInFor ?? []).map(({ id, name }) => ({ value: id, label: name })), ...seen.value]))

  return { procedures, steps, officers }
}

export type FilterOptions = ReturnType<typeof useFilterOptions>
