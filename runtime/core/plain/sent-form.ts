// A whole form of the product itself (who files, a profile) as a browser without scripts sends it: read page after page, and
// what its answers ask that did not stand on it.
import { readFormData, type FormEntry, type ReadForm } from '../answers/read-form-data.ts'
import { findRelevance } from '../condition/relevance.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import type { Locale } from '../text/localise.ts'

export const readSentForm = (form: CompiledForm, entries: readonly FormEntry[], locale: Locale): Omit<ReadForm, 'unknown'> =>
  form.pages.reduce<Omit<ReadForm, 'unknown'>>(({ answers: base, asked }, { page }) => {
    const read = readFormData(form, entries, { page: page.id, base, locale })
    return { answers: read.answers, asked: [...asked, ...read.asked] }
  }, { answers: {}, asked: [] })

const stood = (asked: readonly string[], path: string): boolean => asked.some((pointer) => pointer === path || pointer.startsWith(`${path}/`))

/** The first question that is asked now and did not stand on the page. */
export const firstAppeared = (form: CompiledForm, { answers, asked }: Omit<ReadForm, 'unknown'>, except?: string): string | undefined => {
  const relevance = findRelevance(form, answers)
  return form.pages.flatMap(({ sections }) => sections.flatMap(({ paths }) => paths)).find((path) => path !== except && relevance.isAsked(path) && !stood(asked, path))
}
