// Runs the scenarios when a procedure is opened and after each save, once the screen is still.
import { onBeforeUnmount, watch } from 'vue'
import { isCalendarKnown, useCalendar } from '../client/calendar.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import type { OpenedProcedure } from '../editing/opened-procedure.ts'
import { useScenarioStore } from './scenario-store.ts'

/** After the answer of a save has been drawn. */
const pause = 150

export const useScenarioRuns = ({ autosave }: Pick<OpenedProcedure, 'autosave'>): void => {
  const store = useDocumentStore()
  const scenarios = useScenarioStore()
  const calendar = useCalendar()
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => [autosave.value?.state.value.kind, autosave.value?.version.value, calendar.value] as const, ([kind]) => {
    if (kind !== 'saved' || !isCalendarKnown.value) return
    clearTimeout(timer)
    timer = setTimeout(() => { if (store.isOpen) scenarios.run(calendar.value) }, pause)
  }, { immediate: true })
  onBeforeUnmount(() => clearTimeout(timer))
}
