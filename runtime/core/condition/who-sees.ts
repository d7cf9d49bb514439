// Who is asked what: for each answer to a question that decides, whether another question is then always asked, never, or
// depending on more. The same search as the analysis; nothing is filled in by hand.
import type { Condition } from '#schemas/generated/types.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { conditionsOf } from '../form/branch-origins.ts'
import { parsePointer } from '../issues/json-pointer.ts'
import { createCanHold } from './can-hold.ts'
import { conditionReferences } from './references.ts'

export type Asked = 'always' | 'never' | 'depends'
export type Decision = string | number | boolean

const answered = (path: string, value: Decision): Condition =>
  parsePointer(path).reduceRight<Condition>((inner, name) => ({ properties: { [name]: inner }, required: [name] }), { const: value })

/** Paths that conditions read outside of tables, most read first: the questions that decide. */
export const decidingPaths = (form: CompiledForm): string[] => {
  const counts = new Map<string, number>()
  for (const question of form.questions.values()) {
    const read = new Set(question.conditions.filter((each) => each.within === undefined).flatMap((each) => conditionReferences(each.when)))
    for (const path of read) if (!path.includes('/*')) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([path]) => path)
}

export type WhoSees = (path: string, deciding: string, value: Decision) => Asked

/** Whether the question at `path` is asked of those who answered `value` to the deciding one. */
export const createWhoSees = (form: CompiledForm): WhoSees => {
  const canHold = createCanHold(form, [...decidingPaths(form)].flatMap((path) => {
    const question = form.questions.get(path)?.question
    return (question?.oneOf ?? []).map((option) => answered(path, option.const))
  }))
  return (path, deciding, value) => {
    const conditions = conditionsOf(form.questions, path)
    if (conditions.length === 0) return 'always'
    const given = { when: answered(deciding, value) }
    if (canHold([{ conditions: [given, ...conditions] }]) === 'no') return 'never'
    return canHold([{ conditions: [given] }, { conditions, isDenied: true }]) === 'no' ? 'always' : 'depends'
  }
}
