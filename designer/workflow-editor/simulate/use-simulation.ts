// The simulation that is being played: begun with a scenario's answers, moved by deeds and by time, taken back deed by deed, kept as
// a scenario. It plays the workflow as it was when it began.
import { computed, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { dueAt } from '#core/deadline/due-date.ts'
import { coverageOf, targetKey, targetsOf } from '#core/scenario/coverage.ts'
import { followPath } from '#core/scenario/follow-workflow.ts'
import { playAnswers } from '#core/scenario/play-scenario.ts'
import { actInSimulation, beginSimulation, openDeeds, pathOf, waitUntil, type SimulatedDeed, type Simulation } from '#core/scenario/simulate.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { formatInstant, vietnamDate } from '#core/text/format.ts'
import { nextTimer } from '#core/workflow/timers.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Scenario } from '#schemas/generated/types.ts'
import { useCalendar } from '../../client/calendar.ts'
import { useDocumentStore } from '../../editing/document-store.ts'
import { addScenarios } from '../../scenarios/scenario-commands.ts'
import { judgeOf, useScenarioStore } from '../../scenarios/scenario-store.ts'

/** What the simulations of this page went along: it stays while one looks elsewhere. */
const tried = ref<ReadonlySet<string>>(new Set())

/** What was played as a scenario: it goes the same way again, with what was recorded last at each step. */
const useKeeping = (current: Readonly<ShallowRef<Simulation | undefined>>, isValid: Readonly<Ref<boolean>>) => {
  const store = useDocumentStore()
  const path = computed(() => (current.value ? pathOf(current.value) : []))
  /** Nothing said is nothing kept. */
  const records = computed(() => Object.fromEntries(Object.entries(current.value?.dossier.records ?? {}).filter(([, each]) => Object.keys(each).length > 0)))
  const isRepeatable = computed(() => current.value !== undefined && isValid.value && followPath({ ...current.value.filing, records: records.value }, path.value).broken === undefined)
  /** Said by what it goes through; false where a scenario could not go the same way again. */
  const keep = (title: string): boolean => {
    if (!current.value || !isRepeatable.value) return false
    const { answers, on, fee } = current.value.filing
    return store.run(addScenarios, { scenarios: [{ title: title.slice(0, 255), on, answers, ...(Object.keys(records.value).length > 0 && { records: records.value }), expect: { valid: true, fee: fee.total, path: path.value } }] })
  }
  return { path, isRepeatable, keep }
}

export const useSimulation = () => {
  const store = useDocumentStore()
  const scenarios = useScenarioStore()
  const calendar = useCalendar()
  const current = shallowRef<Simulation>()
  const earlier = shallowRef<readonly Simulation[]>([])
  const record = ref<Answers>({})
  const isValid = ref(true)
  const cannotBegin = ref(false)

  const take = (next: Simulation): void => {
    if (current.value) earlier.value = [...earlier.value, current.value]
    if (next.dossier.enteredAt !== current.value?.dossier.enteredAt || next.dossier.step !== current.value?.dossier.step) record.value = next.filing.records?.[next.dossier.step ?? ''] ?? {}
    current.value = next
    tried.value = new Set([...tried.value, ...next.past.flatMap(({ ways }) => ways.map((way) => targetKey({ kind: 'transition', ...way })))])
  }

  const begin = (scenario: Scenario | undefined): void => {
    const { workflow, fees } = store.document
    const judge = judgeOf(store.document)
    const on = scenario?.on ?? vietnamDate(Date.now())
    const outcome = judge && playAnswers(store.document, judge, scenario?.answers ?? {}, { on, calendar: calendar.value })
    const begun = workflow && beginSimulation({ workflow, answers: outcome?.answers ?? {}, fee: outcome?.fee ?? { lines: [], fees: 0, charges: 0, total: 0 }, fees: fees ?? [], on, calendar: calendar.value, ...(scenario?.records && { records: scenario.records }) })
    isValid.value = outcome?.valid ?? true
    cannotBegin.value = begun === undefined
    current.value = undefined
    earlier.value = []
    if (begun) take(begun)
  }
  const act = ({ change, by }: SimulatedDeed): void => {
    const next = current.value && actInSimulation(current.value, change, by)
    if (next && !('refused' in next)) take(next)
  }
  const wait = (until: string | undefined): void => { if (current.value && until !== undefined) take(waitUntil(current.value, until)) }
  const back = (): void => {
    current.value = earlier.value.at(-1)
    earlier.value = earlier.value.slice(0, -1)
  }

  const recordForm = computed(() => {
    const now = current.value?.dossier
    return now?.state === 'open' ? current.value!.filing.workflow.steps.find(({ id }) => id === now.step)?.form : undefined
  })
  const deeds = computed(() => (current.value ? openDeeds(current.value, recordForm.value ? record.value : undefined) : []))
  const timed = computed(() => current.value && nextTimer(current.value.filing.workflow, current.value.dossier, calendar.value)?.at)
  const after = (days: number): string | undefined => current.value && dueAt(current.value.now, { amount: days, unit: 'workingDay' }, calendar.value)

  const { path, isRepeatable, keep } = useKeeping(current, isValid)
  const coverage = computed(() => {
    const judge = judgeOf(store.document)
    const targets = judge ? targetsOf(store.document, judge.form).filter(({ kind }) => kind === 'transition') : []
    return coverageOf(targets, [...scenarios.ran?.tried ?? [], tried.value])
  })
  const timeWords = (at: string): string => formatInstant(at, locale.value)
  return { current, earlier, record, recordForm, isValid, cannotBegin, deeds, timed, after, path, isRepeatable, coverage, begin, act, wait, back, keep, timeWords }
}
