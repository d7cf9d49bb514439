// What the clipboard holds: questions with the rules, checks and code lists that speak of them, as text that can be pasted
// into another form, another tab or another office.
import { conditionReferences } from '#core/condition/references.ts'
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Check, Form, Question, Rule } from '#schemas/generated/types.ts'
import { nameOf, ownerOf, questionAt } from './form-place.ts'
import { absolute, isWithin } from './form-rules.ts'

export interface ClippedQuestion {
  path: string
  question: Question
  required: boolean
}

export interface Clip {
  kind: 'procedure-questions'
  version: 1
  questions: ClippedQuestion[]
  rules: Rule[]
  checks: Check[]
  definitions: Record<string, Question>
  /** Titles of questions outside that the rules read: what a person is asked to connect. */
  outside: Record<string, string>
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const isInside = (paths: readonly string[], path: string): boolean => paths.some((each) => isWithin(path, each))

/** The rule about those of its targets that are taken along; undefined when none is. */
const ruleAbout = (rule: Rule, paths: readonly string[]): Rule | undefined => {
  const inside = (path: string): boolean => isInside(paths, absolute(rule, path))
  const { show, require: required, limit, refuse, ...rest } = rule
  if (show?.some(inside)) return { ...rest, show: show.filter(inside) }
  if (required?.some(inside)) return { ...rest, require: required.filter(inside) }
  if (limit && inside(limit.path)) return { ...rest, limit }
  return refuse?.at && inside(refuse.at) ? { ...rest, refuse } : undefined
}

const readsOf = (rule: Rule): string[] => [...conditionReferences(rule.when, rule.within), ...(rule.limit?.by === undefined ? [] : [absolute(rule, rule.limit.by)])]

const definitionsFor = (form: Form, questions: readonly ClippedQuestion[]): Record<string, Question> => {
  const text = JSON.stringify(questions)
  return Object.fromEntries(Object.entries(form.schema.$defs ?? {}).filter(([name]) => text.includes(`"#/$defs/${name}"`)))
}

/** In the order given; a question inside another one that is taken comes with it. */
export const copyQuestions = (form: Form, chosen: readonly string[]): Clip => {
  const paths = chosen.filter((path) => questionAt(form.schema, path) && !chosen.some((other) => other !== path && isWithin(path, other)))
  const questions = paths.map((path) => ({ path, question: clone(questionAt(form.schema, path)!), required: ownerOf(form.schema, path)?.required?.includes(nameOf(path)) ?? false }))
  const rules = (form.rules ?? []).flatMap((rule) => ruleAbout(rule, paths) ?? [])
  const outside = rules.flatMap(readsOf).filter((path) => !isInside(paths, path))
  return clone({
    kind: 'procedure-questions', version: 1, questions, rules, checks: (form.checks ?? []).filter((check) => isInside(paths, check.at)), definitions: definitionsFor(form, questions),
    outside: Object.fromEntries(outside.map((path) => [path, questionAt(form.schema, path)?.title ?? nameOf(path)])),
  })
}

/** As plain text it is its titles, one a line, so that it can be pasted into a letter too. */
export const clipText = (clip: Clip): string => clip.questions.map(({ path, question }) => question.title ?? nameOf(path)).join('\n')

const longestClip = 2_000_000

const isQuestion = (value: unknown): value is ClippedQuestion => isRecord(value) && typeof value['path'] === 'string' && /^(\/[a-z*][A-Za-z0-9]*)+$/.test(value['path']) && isRecord(value['question'])

/** What a text from the clipboard holds; undefined when it is no clip of ours. */
export const readClip = (text: string): Clip | undefined => {
  if (text.length > longestClip || !text.includes('procedure-questions')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || value['kind'] !== 'procedure-questions' || value['version'] !== 1) return undefined
    const { questions, rules, checks, definitions, outside } = value
    if (!Array.isArray(questions) || !questions.every(isQuestion) || !Array.isArray(rules) || !Array.isArray(checks) || !isRecord(definitions) || !isRecord(outside)) return undefined
    return value as unknown as Clip
  } catch {
    return undefined
  }
}

