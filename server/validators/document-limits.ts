// Checks a document against the limits of the profile before anything is compiled from it: how much there is of
// everything, and that every pattern is safe to run. Gives issues with pointers into the document.
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import type { Issue } from '#core/issues/issue.ts'
import { isRecord, toPointer } from '#core/issues/json-pointer.ts'
import { patternsInSchema } from '#core/form/advanced-rules.ts'
import { cataloguePatterns } from '#core/form/field-catalogue.ts'
import { formsOf } from '#core/procedure/document-forms.ts'
import { compileLinear } from './linear-pattern.ts'
import { isSlowPattern } from './slow-pattern.ts'
import { tooManyQuestions, tooDeep, tooManyOptions, tooManyPatterns, unsafePattern } from './limit-texts.ts'

export const documentProfile = { questions: 1000, nesting: 8, options: 5000, patterns: 200 } as const

interface Found {
  pointer: string
  question: Question
  depth: number
}

type Owner = { properties?: Record<string, Question> }

const findQuestions = (owner: Owner, pointer: string, depth: number): Found[] =>
  Object.entries(owner.properties ?? {}).flatMap(([name, question]) => findIn(question, `${pointer}/properties${toPointer([name])}`, depth + 1))

const findIn = (question: Question, pointer: string, depth: number): Found[] => [
  { pointer, question, depth },
  // Deeper is refused anyway, and must not be walked.
  ...(depth > documentProfile.nesting ? [] : [...findQuestions(question, pointer, depth), ...(question.items ? findIn(question.items, `${pointer}/items`, depth) : [])]),
]

const findAll = (form: Form, pointer: string): Found[] => [
  ...findQuestions(form.schema, `${pointer}/schema`, 0),
  ...Object.entries(form.schema.$defs ?? {}).flatMap(([name, question]) => findIn(question, `${pointer}/schema/$defs${toPointer([name])}`, 1)),
]

const isSafe = (pattern: string): boolean => {
  if (cataloguePatterns.has(pattern)) return true
  try {
    compileLinear(pattern)
    return !isSlowPattern(pattern)
  } catch {
    return false
  }
}

const limitForm = (form: Form, pointer: string): Issue[] => {
  const found = findAll(form, pointer)
  const patterns = found.filter(({ question }) => question.pattern !== undefined)
  if (found.length > documentProfile.questions) return [tooManyQuestions(`${pointer}/schema`, documentProfile.questions)]
  if (patterns.length > documentProfile.patterns) return [tooManyPatterns(`${pointer}/schema`, documentProfile.patterns)]
  return [
    ...found.filter(({ depth }) => depth > documentProfile.nesting).slice(0, 1).map((each) => tooDeep(each.pointer, documentProfile.nesting)),
    ...found.filter(({ question }) => (question.oneOf ?? question.enum ?? []).length > documentProfile.options).map((each) => tooManyOptions(each.pointer, documentProfile.options)),
    ...(form.advanced ?? []).flatMap(({ schema }, i) => patternsInSchema(schema).filter((each) => !isSafe(each.pattern)).map((each) => unsafePattern(`${pointer}/advanced/${i}/schema${each.pointer}`))),
    ...patterns.filter(({ question }) => !isSafe(question.pattern ?? '')).map((each) => unsafePattern(`${each.pointer}/pattern`)),
  ]
}

export const limitDocument = (procedure: Procedure): Issue[] => (isRecord(procedure) ? formsOf(procedure).flatMap(({ form, pointer }) => limitForm(form, pointer)) : [])
