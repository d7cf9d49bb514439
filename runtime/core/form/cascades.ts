// Cascading choices: a rule that limits the options of one question to those whose parent was answered in another, as the
// communes of the province that was chosen. An option without a parent may always be chosen. Where the other question
// stands in the rows of another table, its answers are the options themselves: a person's field is one of those listed.
import type { Form, Option, Question, Rule } from '#schemas/generated/types.ts'
import { expandPath, parsePointer, readAt, rowPointer, toPath, type Answers } from '../issues/json-pointer.ts'
import type { Cascade, OptionValue, ScopedCondition } from './compiled-form.ts'
import { resolveQuestion, type Visit } from './walk-form.ts'

type Visits = ReadonlyMap<string, Visit>

const optionsIn = (question: Question | undefined, definitions: Form['schema']['$defs']): Option[] => {
  if (!question) return []
  const own = resolveQuestion(question, definitions)
  const listed = own.type === 'array' && own.items ? resolveQuestion(own.items, definitions) : own
  return listed.oneOf ?? listed.enum?.map((value) => ({ const: value, title: String(value) })) ?? []
}

/** The question at a path, parts of compound answers (an address) included. */
export const questionOrPart = (visits: Visits, path: string, definitions: Form['schema']['$defs']): Question | undefined => {
  const known = visits.get(path)?.question
  if (known) return known
  const owner = visits.get(path.replace(/\/[^/]+$/, ''))?.question
  const part = owner?.properties?.[path.slice(path.lastIndexOf('/') + 1)]
  return part && resolveQuestion(part, definitions)
}

/** The options of the question at a path, whether it takes one or several. */
export const optionsAtPath = (visits: Visits, path: string, definitions: Form['schema']['$defs']): Option[] => optionsIn(questionOrPart(visits, path, definitions), definitions)

/** The innermost table in whose rows a path lies. */
const tableOf = (path: string): string | undefined => (path.includes('/*') ? path.slice(0, path.lastIndexOf('/*')) : undefined)

const allowedBy = (parents: readonly Option[], options: readonly Option[]): Map<OptionValue, OptionValue[]> => {
  const allowed = new Map(parents.map(({ const: value }): [OptionValue, OptionValue[]] => [value, []]))
  for (const option of options) {
    const lists = option.parent === undefined ? [...allowed.values()] : [allowed.get(option.parent) ?? []]
    for (const list of lists) list.push(option.const)
  }
  return allowed
}

/** Where a rule's limit speaks, in absolute paths. */
export const limitPaths = (rule: Rule): { path: string; by: string } | undefined => {
  if (rule.limit?.by === undefined) return undefined
  const prefix = rule.within === undefined ? '' : `${rule.within}/*`
  return { path: prefix + rule.limit.path, by: prefix + rule.limit.by }
}

/** Whether what may be chosen is what was answered in the rows of another table. */
export const isDrawn = ({ path, by }: { path: string; by: string }): boolean => {
  const within = tableOf(by)
  return within !== undefined && !within.includes('/*') && !path.startsWith(`${within}/*/`)
}

/** Whether each answer that is limited sees one answer that limits it, outside of every table or in its own row, or all of another table. */
export const isSeen = (rule: Rule, paths: { path: string; by: string }): boolean => {
  const within = tableOf(paths.by)
  if (isDrawn(paths)) return rule.within === undefined
  return (within === undefined || paths.path.startsWith(`${within}/*/`)) && (rule.within === undefined || rule.within === within)
}

/** The cascades of a form that mean something; lint-rules.ts names the others. */
export const cascadesOf = (form: Form, visits: Visits): Cascade[] =>
  (form.rules ?? []).flatMap((rule): Cascade[] => {
    const paths = limitPaths(rule)
    if (!paths) return []
    const within = tableOf(paths.by)
    const parents = optionsAtPath(visits, paths.by, form.schema.$defs)
    const options = optionsAtPath(visits, paths.path, form.schema.$defs)
    const condition = Object.keys(rule.when).length > 0 && { condition: rule.within === undefined ? { when: rule.when } : { when: rule.when, within: rule.within } }
    if (!isSeen(rule, paths) || parents.length === 0 || options.length === 0 || questionOrPart(visits, paths.by, form.schema.$defs)?.type === 'array') return []
    if (isDrawn(paths)) return [{ rule: rule.id, ...paths, local: paths.by, drawnFrom: within!, ...condition, allowed: new Map(options.map(({ const: value }) => [value, [value]])) }]
    return [{
      rule: rule.id, ...paths, ...(within !== undefined && { within }), local: within === undefined ? paths.by : paths.by.slice(`${within}/*`.length),
      ...condition,
      allowed: allowedBy(parents, options),
    }]
  })

/** The condition that the limiting question of a cascade was answered so. */
export const answeredSo = ({ local, within }: Cascade, value: OptionValue): ScopedCondition => ({
  when: parsePointer(local).reduceRight<ScopedCondition['when']>((inner, name) => ({ properties: { [name]: inner }, required: [name] }), { const: value }),
  ...(within !== undefined && { within }),
})

/** The pointer of the answer, or of the table of answers, that limits the one at `pointer`; undefined when the cascade is about another question. */
export const limitingPointer = (cascade: Cascade, pointer: string): string | undefined => {
  if (toPath(pointer) !== cascade.path) return undefined
  if (cascade.drawnFrom !== undefined) return cascade.drawnFrom
  return cascade.within === undefined ? cascade.by : rowPointer(cascade.within, pointer)! + cascade.local
}

/** What a cascade leaves to choose at a pointer; undefined while what limits it is not answered. */
export const allowedAt = (cascade: Cascade, answers: Answers, pointer: string): readonly OptionValue[] | undefined => {
  const by = limitingPointer(cascade, pointer)
  if (by !== undefined && cascade.drawnFrom !== undefined) return expandPath(cascade.by, answers).flatMap((each) => cascade.allowed.get(readAt(answers, each) as OptionValue) ?? [])
  return by === undefined ? undefined : cascade.allowed.get(readAt(answers, by) as OptionValue)
}
