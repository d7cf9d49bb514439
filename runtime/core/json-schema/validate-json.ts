// Turns what a compiled validator reports into issues: one per fault, at the place where a person can mend it, with
// the author's own words where the document has them.
import type { Branch, CompiledForm } from '../form/compiled-form.ts'
import { branchOrigins } from '../form/branch-origins.ts'
import { questionAt } from '../form/question-at.ts'
import { isRecord, readAt, toPath, toPointer } from '../issues/json-pointer.ts'
import type { AuthoredMessage, Issue } from '../issues/issue.ts'
import type { CompiledValidator, RawFault } from './validator-runtime.ts'

/** Issues listed for one set of answers; nobody reads more. */
export const mostIssues = 100

const placeOf = ({ instancePath, keyword, params }: RawFault): string => {
  const name = keyword === 'required' ? params['missingProperty'] : keyword === 'additionalProperties' ? params['additionalProperty'] : undefined
  return typeof name === 'string' ? instancePath + toPointer([name]) : instancePath
}

const codes: Record<string, string> = { additionalProperties: 'unknown', 'false schema': 'notAsked' }

const authored = (form: CompiledForm, pointer: string, keyword: string): AuthoredMessage | undefined => {
  const question = questionAt(form, pointer)
  const message = question?.['x-messages']?.[keyword]
  const english = question?.['x-i18n']?.en?.[`x-messages.${keyword}`]
  return message === undefined ? undefined : { message, ...(english !== undefined && { 'x-i18n': { en: { message: english } } }) }
}

const originOf = (form: CompiledForm, schemaPath: string): Branch | undefined => {
  const branch = /^#\/allOf\/(\d+)(?:\/|$)/.exec(schemaPath)?.[1]
  return branch === undefined ? undefined : branchOrigins(form.parts)[Number(branch)]
}

const refusal = (form: CompiledForm, rule: string | undefined, instancePath: string): Issue => {
  const found = form.form.rules?.find((each) => each.id === rule)
  return {
    pointer: instancePath + (found?.refuse?.at ?? ''), code: 'refused',
    ...(found?.refuse && { authored: { message: found.refuse.message, 'x-i18n': found.refuse['x-i18n'] } }), ...(rule !== undefined && { source: rule }),
  }
}

/** A whole group that is missing is explained by the questions in it that must be answered: that is where a person mends it. */
const missing = (form: CompiledForm, pointer: string): Issue[] => {
  const found = form.questions.get(toPath(pointer))
  if (found?.kind !== 'group') {
    const told = authored(form, pointer, 'required')
    const field = found?.question['x-field'] ?? questionAt(form, pointer)?.['x-field']
    return [{ pointer, code: 'required', params: { ...(field !== undefined && { field }) }, ...(told && { authored: told }) }]
  }
  const children = [...form.questions.values()].filter((child) => child.parent === found.path && child.required && child.conditions.length === 0 && !child.question['x-compute'])
  return children.length > 0 ? children.flatMap((child) => missing(form, `${pointer}/${child.name}`)) : [{ pointer, code: 'required', params: {} }]
}

/** An advanced rule is one sentence, however many of its parts fail: told where all of them meet. */
const advancedIssues = (form: CompiledForm, faults: readonly RawFault[]): Issue[] => {
  const shallowest = new Map<string, string>()
  for (const { schemaPath, instancePath } of faults) {
    const origin = originOf(form, schemaPath)
    if (origin?.kind !== 'advanced' || origin.rule === undefined) continue
    const known = shallowest.get(origin.rule)
    if (known === undefined || instancePath.length < known.length) shallowest.set(origin.rule, instancePath)
  }
  return [...shallowest].map(([id, pointer]) => {
    const rule = form.form.advanced?.find((each) => each.id === id)
    return { pointer, code: 'advanced', params: { title: rule?.title ?? id }, source: id, ...(rule?.message && { authored: { message: rule.message, 'x-i18n': rule['x-i18n'] } }) }
  })
}

const toIssue = (form: CompiledForm, answers: unknown, fault: RawFault): Issue[] => {
  const { keyword, params, schemaPath, instancePath } = fault
  if (keyword === 'if') return []
  const origin = originOf(form, schemaPath)
  if (origin?.kind === 'advanced') return []
  if (keyword === 'false schema' && origin?.kind === 'refuse') return [refusal(form, origin.rule, instancePath)]
  const pointer = placeOf(fault)
  if (keyword === 'required') {
    // A branch may find only the group missing; what it asks for is the question that it is about.
    const inside = origin?.path?.startsWith(`${toPath(pointer)}/`) && !origin.path.includes('*') ? [origin.path] : [pointer]
    return inside.flatMap((place) => missing(form, place)).map((issue) => ({ ...issue, ...(origin?.rule !== undefined && { source: origin.rule }) }))
  }
  const question = questionAt(form, pointer)
  const isLimit = origin?.kind === 'limit' && (keyword === 'enum' || keyword === 'false schema')
  const told = authored(form, pointer, isLimit ? 'enum' : keyword)
  const field = question?.['x-field']
  return [{
    pointer,
    code: isLimit ? 'limited' : (codes[keyword] ?? keyword),
    params: { ...params, ...(field !== undefined && { field }), ...(keyword === 'enum' && { value: readAt(answers, pointer) }) },
    ...(told && { authored: told }),
    ...(origin?.rule !== undefined && { source: origin.rule }),
  }]
}

/** A list longer than it may be is refused before the validator sees it: listing every fault of every row would take minutes. */
const overlongLists = (form: CompiledForm, value: unknown, pointer: string): Issue[] => {
  if (Array.isArray(value)) {
    const question = questionAt(form, pointer)
    if (question?.type !== 'array') return []
    const limit = question.maxItems ?? 20
    if (value.length > limit) return [{ pointer, code: 'maxItems', params: { limit } }]
    return value.flatMap((row, i) => overlongLists(form, row, `${pointer}/${i}`))
  }
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => (typeof inner === 'object' && inner !== null ? overlongLists(form, inner, pointer + toPointer([name])) : [])) : []
}

const distinct = (issues: readonly Issue[]): Issue[] => [...new Map(issues.map((issue) => [`${issue.pointer}\n${issue.code}\n${issue.source ?? ''}`, issue])).values()]

/** What the published schema says of these answers: no issue exactly when any conforming validator accepts them. */
export const validateJson = (form: CompiledForm, validate: CompiledValidator, answers: unknown): Issue[] => {
  const overlong = overlongLists(form, answers, '')
  if (overlong.length > 0) return overlong.slice(0, mostIssues)
  try {
    if (validate(answers)) return []
  } catch {
    // The validator library throws for a few hostile values (security.md, fact 1); what cannot be judged is refused.
    return [{ pointer: '', code: 'type', params: {} }]
  }
  // What is no object at all satisfies every condition vacuously; listing the consequences would only confuse.
  if (!isRecord(answers)) return [{ pointer: '', code: 'type', params: {} }]
  const faults = (validate.errors ?? []).slice(0, mostIssues * 3)
  const issues = distinct([...faults.flatMap((fault) => toIssue(form, answers, fault)), ...advancedIssues(form, faults)]).slice(0, mostIssues)
  // Whatever cannot be explained is still refused.
  return issues.length > 0 ? issues : [{ pointer: '', code: 'type', params: {} }]
}
