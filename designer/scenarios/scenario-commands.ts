// The vocabulary of edits to scenarios: answers with what must come of them.
import type { Scenario } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { setAll, type Typed } from '../form-editor/question-commands.ts'

/** As many as a document may hold. */
const mostScenarios = 200

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Several at once are one entry: what was made together is undone together. */
export const addScenarios: Command<{ scenarios: readonly Scenario[], index?: number }> = {
  name: 'addScenario',
  recipe: (draft, { scenarios, index }) => {
    const all = draft.scenarios ?? []
    const room = plain(scenarios).slice(0, mostScenarios - all.length)
    if (room.length === 0) return
    const at = index ?? all.length
    draft.scenarios = [...all.slice(0, at), ...room, ...all.slice(at)]
  },
}

export const setScenario: Command<Typed & { index: number, changes: Partial<Scenario> }> = {
  name: 'setScenario',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { index, changes }) => {
    const scenario = draft.scenarios?.[index]
    if (scenario) setAll(scenario, Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value === undefined ? undefined : plain(value)])) as Partial<Scenario>)
  },
}

export const removeScenario: Command<{ index: number }> = {
  name: 'removeScenario',
  recipe: (draft, { index }) => {
    if (draft.scenarios?.[index]) draft.scenarios = draft.scenarios.filter((_each, i) => i !== index)
  },
}

export const scenarioCommands = { addScenarios, setScenario, removeScenario }
