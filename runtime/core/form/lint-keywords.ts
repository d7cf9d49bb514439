// Keywords of a form that the profile does not know: kept in the document, without effect. One that JSON Schema would judge
// by blocks the publication, because its author believes that it does something (contract.md, "The schema is the judge").
import type { FormSchema, Option, Question } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { isRecord, toPointer } from '../issues/json-pointer.ts'
import { assertingKeywords, formSchemaKeywords, optionKeywords, questionKeywords } from './keywords.ts'

const issueOf = (pointer: string, keyword: string, value: unknown): Issue[] => {
  // A form is closed anyway, and a comment is one.
  if (keyword === '$comment' || (keyword === 'additionalProperties' && value === false)) return []
  const at = pointer + toPointer([keyword])
  if (assertingKeywords.has(keyword)) return [{ pointer: at, code: 'lint.keywordAsserts', params: { keyword } }]
  return [{ pointer: at, code: 'lint.keywordUnknown', params: { keyword }, level: keyword.startsWith('x-') ? 'hint' : 'warning' }]
}

const ofNode = (node: object, known: ReadonlySet<string>, pointer: string): Issue[] =>
  Object.entries(node).flatMap(([keyword, value]) => (known.has(keyword) ? [] : issueOf(pointer, keyword, value)))

const ofOptions = (options: readonly Option[] | undefined, pointer: string): Issue[] => (options ?? []).flatMap((option, i) => ofNode(option, optionKeywords, `${pointer}/oneOf/${i}`))

const ofNames = (questions: Record<string, Question> | undefined, pointer: string): Issue[] =>
  Object.entries(questions ?? {}).flatMap(([name, question]) => ofQuestion(question, pointer + toPointer([name])))

const ofQuestion = (question: Question, pointer: string): Issue[] => {
  // A draft may hold anything where a question should stand.
  if (!isRecord(question as unknown)) return []
  return [...ofNode(question, questionKeywords, pointer), ...ofOptions(question.oneOf, pointer), ...ofNames(question.properties, `${pointer}/properties`), ...(question.items ? ofQuestion(question.items, `${pointer}/items`) : [])]
}

/** With pointers into the form. */
export const lintKeywords = (schema: FormSchema): Issue[] =>
  [...ofNode(schema, formSchemaKeywords, '/schema'), ...ofNames(schema.properties, '/schema/properties'), ...ofNames(schema.$defs, '/schema/$defs')]
