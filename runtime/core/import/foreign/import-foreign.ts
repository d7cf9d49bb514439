// Imports a form of another builder when the JSON is one: its questions, pages and conditions by way of a schema, and a line for
// everything that did not come along.
import type { Form, Page } from '#schemas/generated/types.ts'
import { isRecord } from '../../issues/json-pointer.ts'
import type { JsonSchema } from '../../form/compiled-form.ts'
import { importSchema, type Imported } from '../import-schema.ts'
import type { ForeignForm, ForeignPage } from './foreign-form.ts'
import { isFormIo, readFormIo } from './form-io.ts'
import { isFormJs, readFormJs } from './form-js.ts'
import { isSurveyJs, readSurveyJs } from './survey-js.ts'

interface Builder { name: string, isOne: (json: JsonSchema) => boolean, read: (json: JsonSchema) => ForeignForm }

/** form-js before Form.io: both have components. */
const builders: readonly Builder[] = [{ name: 'form-js', isOne: isFormJs, read: readFormJs }, { name: 'Form.io', isOne: isFormIo, read: readFormIo }, { name: 'SurveyJS', isOne: isSurveyJs, read: readSurveyJs }]

const mostPages = 50

/** Pages as the builder had them: names may have been made ours on the way, but their order stayed. */
const layOut = (form: Form, pages: readonly ForeignPage[], names: readonly string[]): Form => {
  const ours = Object.keys(form.schema.properties)
  if (ours.length !== names.length || pages.length > mostPages) return form
  const known = new Map(names.map((name, i) => [name, ours[i]!]))
  const pageOf = new Map(form.pages.flatMap((page) => page.sections.flatMap((section) => section.questions.map((path) => [path, section] as const))))
  const laid = pages.filter((page) => page.names.length > 0).map((page, i): Page => ({
    id: `trang-${i + 1}`, title: page.title || form.pages[0]!.title,
    sections: [{ questions: page.names.flatMap((name) => { const top = `/${known.get(name)!}`; return [...pageOf.keys()].filter((path) => path === top || path.startsWith(`${top}/`)) }) }],
  }))
  const placed = laid.flatMap((page) => page.sections.flatMap((section) => section.questions))
  return placed.length === pageOf.size && new Set(placed).size === placed.length ? { ...form, pages: laid } : form
}

/** Undefined when the JSON is no form of a builder that we know. */
export const importForeign = (json: unknown): Imported | undefined => {
  const builder = isRecord(json) ? builders.find(({ isOne }) => isOne(json)) : undefined
  if (!builder) return undefined
  const foreign = builder.read(json as JsonSchema)
  const imported = importSchema(foreign.schema)
  const report = [{ pointer: '', fate: 'converted' as const, code: 'import.foreign.builder', params: { builder: builder.name } }, ...foreign.lines, ...imported.report.filter(({ code }) => code !== 'import.bounded')]
  return imported.form ? { form: layOut(imported.form, foreign.pages, Object.keys(foreign.schema['properties'] as object)), report } : { report }
}
