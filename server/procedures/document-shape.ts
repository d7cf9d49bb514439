// Reads a procedure document that somebody sent: of the right shape, with names that may be names. Design errors that are
// no wrong shape may stay in a draft; publication refuses them.
import { reservedNames } from '#core/form/lint-questions.ts'
import type { Issue } from '#core/issues/issue.ts'
import { toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { judgeShape } from '../http/schemas.ts'
import { formsOf } from '#core/procedure/document-forms.ts'

type Owner = { properties?: Record<string, Question> }

const reservedIn = (owner: Owner, pointer: string): Issue[] =>
  Object.entries(owner.properties ?? {}).flatMap(([name, question]) => {
    const at = `${pointer}/properties${toPointer([name])}`
    const own: Issue[] = reservedNames.has(name) ? [{ pointer: at, code: 'lint.reservedName', params: { name } }] : []
    return [...own, ...reservedIn(question, at), ...(question.items ? reservedIn(question.items, `${at}/items`) : [])]
  })

/** What is wrong with the shape; when empty, the value is a Procedure. */
export const judgeDocument = (value: unknown, size = 0): Issue[] => {
  const issues = judgeShape('procedure/procedure', value, size)
  if (issues.length > 0) return issues
  return formsOf(value as Procedure).flatMap(({ form: { schema }, pointer }) => [...reservedIn(schema, `${pointer}/schema`), ...Object.entries(schema.$defs ?? {}).flatMap(([name, each]) => reservedIn(each, `${pointer}/schema/$defs${toPointer([name])}`))])
}
