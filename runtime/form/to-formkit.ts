// Turns a compiled page into FormKit schema. FormKit compiles every text that starts with `$` as an expression, so the
// schema names questions and carries no text that a person wrote (contract.md, law 7): the leaf looks its texts up.
import type { CompiledPage } from '#core/form/compiled-form.ts'

/** The only node that a form draws with. */
export interface QuestionNode {
  $formkit: 'question'
  key: string
  name: string
  id: string
  pointer: string
}

/** `/coSo/ten` → `coSo_ten`: question names hold letters and digits only, so no two pointers meet. */
export const flatKey = (pointer: string): string => pointer.slice(1).replaceAll('/', '_')

/** The id of the control that answers a question: `/mau/0/kyHieu` → `q-mau-0-kyHieu`. */
export const controlId = (pointer: string, prefix = 'q'): string => prefix + pointer.replaceAll('/', '-')

const toNode = (pointer: string, prefix: string): QuestionNode => {
  const id = controlId(pointer, prefix)
  return { $formkit: 'question', key: id, name: flatKey(pointer), id, pointer }
}

/** The nodes of a page, section by section, in the order of the page. */
export const toFormkit = (page: CompiledPage, prefix = 'q'): QuestionNode[][] => page.sections.map(({ paths }) => paths.map((path) => toNode(path, prefix)))
