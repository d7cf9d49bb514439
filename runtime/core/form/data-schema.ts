// Derives the plain JSON Schema of a form's answers: objects closed, everything bounded, formats as patterns, and every
// rule as one branch of a root `allOf` (contract.md "Rules and conditions"). Nothing else judges answers.
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import type { CompiledQuestion, JsonSchema, RuleParts } from './compiled-form.ts'
import { formatPatterns } from './formats.ts'
import { ofProfile } from './keywords.ts'
import { ruleBranches } from './rule-branches.ts'

/** Limits of the profile: every string and every list is bounded (security.md, limits). */
export const defaultBounds = { maxLength: 255, maxItems: 20 }

const isChoice = (question: Question): boolean => Boolean(question.enum ?? question.oneOf ?? question.const)

const boundString = (question: Question, required: boolean): JsonSchema => {
  if (question.type !== 'string' || isChoice(question)) return {}
  return {
    ...(required && { minLength: 1 }),
    maxLength: defaultBounds.maxLength,
    ...(question.format && { pattern: formatPatterns[question.format] }),
  }
}

type Requires = (path: string) => boolean

/** One question as published; `requires` says which of its children are required whatever else is answered. */
const closeQuestion = (question: Question, path: string, required: boolean, requires: Requires): JsonSchema => {
  const { properties, required: _required, items, ...own } = ofProfile(question)
  const bounded = { ...boundString(question, required), ...own }
  if (question.type === 'array') return { ...bounded, maxItems: question.maxItems ?? defaultBounds.maxItems, items: closeQuestion(items ?? {}, `${path}/*`, true, requires) }
  return question.type === 'object' ? { ...bounded, ...closeObject({ properties, required: _required }, path, requires) } : bounded
}

const closeObject = (owner: { properties?: Record<string, Question>; required?: string[] }, path: string, requires: Requires): JsonSchema => {
  const entries = Object.entries(owner.properties ?? {})
  const required = entries.map(([name]) => name).filter((name) => owner.required?.includes(name) && requires(`${path}/${name}`))
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, question]) => [name, closeQuestion(question, `${path}/${name}`, owner.required?.includes(name) ?? false, requires)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/**
 * Whether a question is required whatever else is answered. A group is, only when something in it is: an empty group
 * is no answer. Computed answers never are: an absent operand leaves them absent.
 */
const firmness = (questions: ReadonlyMap<string, CompiledQuestion>): Requires => {
  const all = [...questions.values()]
  const isFirm = (each: CompiledQuestion): boolean =>
    each.required && each.conditions.length === 0 && !each.question['x-compute'] && (each.kind !== 'group' || all.some((child) => child.parent === each.path && isFirm(child)))
  const firm = new Set(all.filter(isFirm).map((each) => each.path))
  return (path) => firm.has(path) || !questions.has(path)
}

/** The published schema. */
export const deriveSchema = (schema: FormSchema, parts: RuleParts): JsonSchema => {
  const branches = ruleBranches(parts)
  const definitions = Object.entries(schema.$defs ?? {}).map(([name, each]) => [name, closeQuestion(each, `#${name}`, false, () => true)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(schema.title !== undefined && { title: schema.title }),
    ...closeObject(schema, '', firmness(parts.questions)),
    ...(branches.length > 0 && { allOf: branches.map((each) => each.schema) }),
    ...(definitions.length > 0 && { $defs: Object.fromEntries(definitions) }),
  }
}
