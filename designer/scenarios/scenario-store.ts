// What came of the scenarios of the open procedure when they ran last, and how much they try. They run after each save and
// when somebody asks; an edit in between makes nothing wrong, only old.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { compileForm } from '#core/form/compile-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { coverageOf, targetsOf, triedBy, type Coverage } from '#core/scenario/coverage.ts'
import type { ScenarioJudge } from '#core/scenario/play-scenario.ts'
import { runScenarios, type ScenarioRun } from '#core/scenario/run-scenario.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'

interface Ran {
  procedure: Procedure
  judge: ScenarioJudge
  runs: ScenarioRun[]
  tried: Set<string>[]
  coverage: Coverage
}

/** Undefined while the form cannot be compiled: that is a problem of its own. */
export const judgeOf = (procedure: Procedure): ScenarioJudge | undefined => {
  if (!procedure.form) return undefined
  try {
    const form = compileForm(procedure.form)
    return { form, validate: interpretSchema(form.schema) }
  } catch {
    return undefined
  }
}

export const runAll = (procedure: Procedure, calendar: WorkingCalendar): Ran | undefined => {
  const judge = judgeOf(procedure)
  if (!judge) return undefined
  const now = new Date().toISOString()
  const runs = runScenarios(procedure, judge, { now, calendar })
  const tried = runs.map(({ outcome }, i) => triedBy(procedure, judge.form, procedure.scenarios![i]!, outcome, { today: vietnamDate(now), calendar }))
  return { procedure, judge, runs, tried, coverage: coverageOf(targetsOf(procedure, judge.form), tried) }
}

export const useScenarioStore = defineStore('scenarios', () => {
  const store = useDocumentStore()
  const ran = shallowRef<Ran>()
  const isRunning = ref(false)

  const run = (calendar: WorkingCalendar): void => {
    isRunning.value = true
    ran.value = runAll(store.document, calendar)
    store.surprises = ran.value?.runs.flatMap(({ issues }) => issues) ?? []
    isRunning.value = false
  }
  /** The run of a scenario, when it is still the one that ran. */
  const runOf = (scenario: Scenario): ScenarioRun | undefined => {
    const index = ran.value?.procedure.scenarios?.indexOf(scenario) ?? -1
    return index < 0 ? undefined : ran.value?.runs[index]
  }
  const passed = computed(() => ran.value?.runs.filter(({ issues }) => issues.length === 0).length ?? 0)
  return { ran, passed, isRunning, run, runOf }
})
