// The lines of the outline: every page, and of the page that is shown its sections and questions. Other pages stay folded,
// so a form of three hundred questions shows some twenty lines.
import { parentPath } from '#core/issues/json-pointer.ts'
import type { Form } from '#schemas/generated/types.ts'
import { questionAt } from './form-place.ts'
import { pathsOfPage } from './form-slots.ts'

export interface OutlineItem {
  kind: 'page' | 'section' | 'question'
  level: 1 | 2 | 3
  page: string
  section?: number
  path?: string
  /** Of a question in a group or table. */
  parent?: string
  type?: string
  number?: number
  count?: number
}

const inSection = (form: Form, page: string, section: number, paths: readonly string[]): OutlineItem[] =>
  paths.filter((path) => form.pages.find((each) => each.id === page)!.sections[section]!.questions.some((top) => path === top || path.startsWith(`${top}/`))).map((path) => {
    const parent = parentPath(path)
    return { kind: 'question', level: parent ? 3 : 2, page, path, type: questionAt(form.schema, path)?.['x-field'], ...(parent && { parent }) }
  })

export const outlineItems = (form: Form, shown: string): OutlineItem[] =>
  form.pages.flatMap((page, i): OutlineItem[] => {
    const paths = pathsOfPage(form, page.id)
    const head: OutlineItem = { kind: 'page', level: 1, page: page.id, number: i + 1, count: paths.length }
    if (page.id !== shown) return [head]
    return [head, ...page.sections.flatMap((section, s): OutlineItem[] => [...(section.title ? [{ kind: 'section' as const, level: 2 as const, page: page.id, section: s }] : []), ...inSection(form, page.id, s, paths)])]
  })
