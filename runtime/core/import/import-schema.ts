// Imports a JSON Schema of any draft from 06 on as a form: what a form can say becomes questions and rules, what it cannot is
// locked word for word or refused, and every part is accounted for (contract.md, "Rules and conditions").
import type { Form, FormSchema, Question } from '#schemas/generated/types.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { nfc } from '../text/format.ts'
import { beginDraft, say } from './import-draft.ts'
import { pagesOf } from './import-pages.ts'
import type { ReportLine } from './import-report.ts'
import { gatherAdvanced } from './lock-schema.ts'
import { readRoot } from './read-question.ts'
import { readRemainder } from './read-remainders.ts'
import { measureSchema } from './schema-limits.ts'
import { openPart, openSource } from './schema-source.ts'

export interface Imported {
  /** Absent when nothing could be imported. */
  form?: Form
  report: ReportLine[]
}

const refused = (code: string, pointer = ''): Imported => ({ report: [{ pointer, fate: 'refused', code }] })

const emptyText = (question: Question, isRequired: boolean): Question => {
  if (question.minLength !== 1 || !isRequired) return question
  const { minLength: _implied, ...rest } = question
  return rest
}

/** Without what goes without saying: empty lists, and that a required text is not empty. */
const tidyOwner = <T extends { properties?: Record<string, Question>; required?: string[] }>(owner: T): T => {
  const { properties, required, ...rest } = owner
  return {
    ...rest, ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, question]) => [name, emptyText(tidyQuestion(question), required?.includes(name) ?? false)])) }),
    ...(required && required.length > 0 && { required }),
  } as T
}

const tidyQuestion = (question: Question): Question => {
  const own = tidyOwner(question)
  return own.items ? { ...own, items: emptyText(tidyQuestion(own.items), true) } : own
}

const tidySchema = (schema: FormSchema): FormSchema => tidyOwner(schema)

export const importSchema = (json: unknown): Imported => {
  const tooMuch = measureSchema(json)
  if (tooMuch) return { report: [tooMuch] }
  if (!isRecord(json)) return refused('import.noObject')
  const report: ReportLine[] = []
  const source = openSource(nfc(json), report)
  const draft = beginDraft(source)
  const root = openPart(source, { schema: source.root, pointer: '', trail: [''] })
  if (!root) return { report }
  readRoot(draft, root)
  if (Object.keys(draft.schema.properties).length === 0) {
    say(draft, 'refused', '', 'import.noQuestions')
    return { report }
  }
  for (const remainder of draft.remainders) readRemainder(draft, remainder)
  const title = source.root['title']
  const schema: FormSchema = { ...tidySchema(draft.schema), ...(typeof title === 'string' && title.trim() !== '' && { title: title.slice(0, 500) }) }
  const advanced = gatherAdvanced(draft.advanced)
  const form: Form = { schema, pages: pagesOf(schema), ...(draft.rules.length > 0 && { rules: draft.rules }), ...(advanced.length > 0 && { advanced }) }
  return { form, report }
}
