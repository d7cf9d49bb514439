// Where something may stand in a form: after the selection, one place up or down, and the order in which a page is read.
import { parentPath } from '#core/issues/json-pointer.ts'
import type { Form } from '#schemas/generated/types.ts'
import type { Selection } from '../editing/selection.ts'
import { nameOf, ownerAt, placeOf, questionAt, sectionAt, type Place } from './form-place.ts'
import type { Target } from './paste-command.ts'

/** The page that a question stands on, itself or with the group or table that holds it. */
export const pageOfPath = (form: Form, path: string): string | undefined => (path === '' ? undefined : (placeOf(form, path)?.page ?? pageOfPath(form, parentPath(path))))

const withParts = (form: Form, path: string): string[] => {
  const question = questionAt(form.schema, path)
  const owner = question?.['x-field'] === 'address' ? undefined : ownerAt(form.schema, path)
  const base = question?.type === 'array' ? `${path}/*` : path
  return [path, ...Object.keys(owner?.properties ?? {}).flatMap((name) => withParts(form, `${base}/${name}`))]
}

/** Every question of a page in the order in which it is read, those inside groups and tables after what holds them. */
export const pathsOfPage = (form: Form, page: string): string[] =>
  form.pages.find((each) => each.id === page)?.sections.flatMap((section) => section.questions.flatMap((path) => withParts(form, path))) ?? []

/** After the selection; under a heading, first; without a selection at the end of the page that is shown: never somewhere else. */
export const afterSelection = (form: Form, page: string, selected: Selection | undefined): Target => {
  if (selected?.kind === 'question') {
    const at = placeOf(form, selected.path)
    if (at) return { at: { ...at, index: at.index + 1 } }
    const parent = parentPath(selected.path)
    const names = Object.keys(ownerAt(form.schema, parent)?.properties ?? {})
    if (parent) return { parent, index: names.indexOf(nameOf(selected.path)) + 1 }
  }
  if (selected?.kind === 'section' && selected.page === page) return { at: { page, section: selected.section, index: 0 } }
  if (selected?.kind === 'page' && selected.page === page) return { at: { page, section: 0, index: 0 } }
  const last = Math.max(0, (form.pages.find((each) => each.id === page)?.sections.length ?? 1) - 1)
  return { at: { page, section: last, index: sectionAt(form, { page, section: last })?.questions.length ?? 0 } }
}

/** The slot that lies one question further up or down, over section borders; undefined at the edge of the page. */
export const slotBeyond = (form: Form, paths: readonly string[], by: -1 | 1): Place | undefined => {
  const places = paths.flatMap((path) => placeOf(form, path) ?? [])
  const edge = by < 0 ? places[0] : places.at(-1)
  if (!edge) return undefined
  const sections = form.pages.find((each) => each.id === edge.page)?.sections ?? []
  const length = sections[edge.section]?.questions.length ?? 0
  if (by < 0 && edge.index > 0) return { ...edge, index: edge.index - 1 }
  if (by > 0 && edge.index < length - 1) return { ...edge, index: edge.index + 2 }
  const next = sections[edge.section + by]
  return next && { ...edge, section: edge.section + by, index: by < 0 ? next.questions.length : 0 }
}
