// The questions of a form as a tree of pages, groups and tables, to choose from.
import type { Form } from '#schemas/generated/types.ts'
import { walkForm, type Visit } from '#core/form/walk-form.ts'

export interface TreeNode {
  path: string
  visit: Visit
  depth: number
}

export interface TreePage {
  id: string
  page: Form['pages'][number]
  nodes: TreeNode[]
}

const topOf = (path: string): string => `/${path.split('/')[1]!}`

/** A group that stands on several pages is listed on the first of them, whole. */
export const questionTree = (form: Form): TreePage[] => {
  const visits = walkForm(form.schema)
  const placed = new Set<string>()
  return form.pages.map((page) => {
    const tops = [...new Set(page.sections.flatMap((section) => section.questions.map(topOf)))].filter((path) => !placed.has(path))
    for (const path of tops) placed.add(path)
    const nodes = tops.flatMap((top) => visits.filter((visit) => visit.path === top || visit.path.startsWith(`${top}/`)).map((visit) => ({ path: visit.path, visit, depth: visit.path.split('/').filter((segment) => segment !== '*').length - 2 })))
    return { id: page.id, page, nodes }
  }).filter(({ nodes }) => nodes.length > 0)
}

/** Every path below one; choosing a group chooses what is in it. */
export const below = (tree: readonly TreePage[], path: string): string[] => tree.flatMap(({ nodes }) => nodes.filter((node) => node.path === path || node.path.startsWith(`${path}/`)).map((node) => node.path))
