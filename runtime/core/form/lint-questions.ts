// Design errors of single questions: no title, no options, crossed bounds, a pattern or a name that cannot be.
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { toPointer } from '../issues/json-pointer.ts'
import { titleWords, type TitleWords } from '../issues/title-words.ts'
import { walkForm, type Visit } from './walk-form.ts'

/** Names that JavaScript objects inherit or treat specially: never the name of a question (contract.md). */
export const reservedNames: ReadonlySet<string> = new Set([
  'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'then', 'toJSON', 'length', 'name',
])

/** Where a question of this path stands in form.schema. */
export const schemaPointer = (path: string): string =>
  '/schema' + path.split('/').slice(1).map((segment) => (segment === '*' ? '/items' : '/properties' + toPointer([segment]))).join('')

const isPattern = (pattern: string): boolean => {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

const crossed = (low: number | undefined, high: number | undefined): boolean => low !== undefined && high !== undefined && low > high

const isOptions = (question: Question): boolean => question['x-field'] === 'choice' || question['x-field'] === 'choices'

const optionIssues = (question: Question, title: TitleWords, pointer: string): Issue[] => {
  const options = question.oneOf ?? question.items?.oneOf
  const unlisted = !question.$ref && !question.items?.$ref && !question.enum && !question.items?.enum
  if (isOptions(question) && unlisted && !options?.length) return [{ pointer, code: 'lint.optionsMissing', params: { title } }]
  const seen = new Set<unknown>()
  return (options ?? []).map((option) => option.const).filter((value) => seen.size === seen.add(value).size).map((option) => ({ pointer, code: 'lint.optionRepeated', params: { option } }))
}

const lintQuestion = ({ path, name, question, kind }: Visit): Issue[] => {
  const pointer = schemaPointer(path)
  const title = titleWords(question, path)
  return [
    ...(question.title?.trim() || question['x-field'] === 'group' ? [] : [{ pointer, code: 'lint.titleMissing', params: { path } }]),
    ...(reservedNames.has(name) ? [{ pointer, code: 'lint.reservedName', params: { name } }] : []),
    ...(question.type || question.$ref || question.oneOf || question.enum ? [] : [{ pointer, code: 'lint.typeMissing', params: { path } }]),
    ...optionIssues(question, title, pointer),
    ...(kind === 'table' && Object.keys(question.items?.properties ?? {}).length === 0 ? [{ pointer, code: 'lint.columnsMissing', params: { title } }] : []),
    ...(crossed(question.minimum, question.maximum) || crossed(question.minLength, question.maxLength) || crossed(question.minItems, question.maxItems) ? [{ pointer, code: 'lint.boundsCrossed' }] : []),
    ...(question.pattern !== undefined && !isPattern(question.pattern) ? [{ pointer: `${pointer}/pattern`, code: 'lint.patternInvalid' }] : []),
    ...(question['x-field'] === 'file' && !question['x-file'] ? [{ pointer, code: 'lint.fileRuleMissing', params: { title } }] : []),
    ...requiredIssues(kind === 'table' ? question.items : question, kind === 'table' ? `${pointer}/items` : pointer),
  ]
}

const requiredIssues = (owner: { properties?: Record<string, Question>; required?: string[] } | undefined, pointer: string): Issue[] =>
  (owner?.required ?? []).flatMap((name, i) => (Object.hasOwn(owner?.properties ?? {}, name) ? [] : [{ pointer: `${pointer}/required/${i}`, code: 'lint.requiredUnknown', params: { name } }]))

const definitionIssues = (schema: FormSchema): Issue[] => {
  const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map((match) => match[1]!)
  return [...new Set(references)].filter((definition) => !Object.hasOwn(schema.$defs ?? {}, definition)).map((definition) => ({ pointer: '/schema/$defs', code: 'lint.definitionMissing', params: { definition } }))
}

export const lintQuestions = (schema: FormSchema): Issue[] => {
  const visits = walkForm(schema)
  if (visits.length === 0) return [{ pointer: '/schema', code: 'lint.noQuestions' }]
  return [...visits.flatMap(lintQuestion), ...requiredIssues(schema, '/schema'), ...definitionIssues(schema)]
}
