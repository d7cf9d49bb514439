// What a draft changes against the published document, part by part, keyed by what never changes: paths and ids. Without a
// published document everything is new.
import { walkForm } from '#core/form/walk-form.ts'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'

export type ChangedPart = 'information' | 'page' | 'question' | 'rule' | 'check' | 'fee' | 'step' | 'paper' | 'scenario'

export interface Change {
  part: ChangedPart
  kind: 'added' | 'removed' | 'changed'
  /** Path, id, or name of the field. */
  id: string
  /** As it is now; as it was for what is removed. */
  node: object
  /** Of what changed: names of the settings that differ. */
  settings: string[]
}

type Things = ReadonlyMap<string, object>

const isEqual = (a: unknown, b: unknown): boolean => (a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b))

const settingsOf = (before: object, after: object): string[] => {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !isEqual(old[key], now[key]))
}

const compare = (part: ChangedPart, before: Things, after: Things): Change[] => [
  ...[...after].flatMap(([id, node]): Change[] => {
    const old = before.get(id)
    if (!old) return [{ part, kind: 'added', id, node, settings: [] }]
    const settings = settingsOf(old, node)
    return settings.length > 0 ? [{ part, kind: 'changed', id, node, settings }] : []
  }),
  ...[...before].filter(([id]) => !after.has(id)).map(([id, node]): Change => ({ part, kind: 'removed', id, node, settings: [] })),
]

const byId = (list: readonly { id: string }[] | undefined): Things => new Map((list ?? []).map((each) => [each.id, each]))

const pageOf = (form: Form, path: string): string | undefined => form.pages.find((page) => page.sections.some((section) => section.questions.includes(path)))?.id

/** Questions by path: their own settings, whether an answer is required, and the page they stand on. What they hold is compared by itself. */
const questionsOf = (form: Form | undefined, other: Form | undefined): Things => {
  const known = new Set(other ? walkForm(other.schema).map(({ path }) => path) : [])
  return new Map((form ? walkForm(form.schema) : []).map(({ path, question, required }) => {
    const { properties: _properties, required: _required, items, ...own } = question
    const itemSettings = items && items.type !== 'object' ? { items } : {}
    // Columns that both have, in their order: one that came or went is a change of its own.
    const order = Object.keys(items?.properties ?? {}).filter((name) => known.has(`${path}/*/${name}`))
    return [path, { ...own, ...itemSettings, ...(order.length > 0 && { order }), required, ...(pageOf(form!, path) && { page: pageOf(form!, path) }) }]
  }))
}

const pagesOf = (form: Form | undefined): Things =>
  new Map((form?.pages ?? []).map((page) => [page.id, { ...page, sections: page.sections.map(({ questions: _questions, ...section }) => section), order: page.sections.flatMap((section) => section.questions) }]))

const informationChanges = (before: Procedure | undefined, after: Procedure): Change[] => {
  if (!before) return [{ part: 'information', kind: 'added', id: 'info', node: after.info, settings: [] }]
  const settings = settingsOf(before.info, after.info)
  return settings.length > 0 ? [{ part: 'information', kind: 'changed', id: 'info', node: after.info, settings }] : []
}

export const listChanges = (before: Procedure | undefined, after: Procedure): Change[] => [
  ...informationChanges(before, after),
  ...compare('page', pagesOf(before?.form), pagesOf(after.form)),
  ...compare('question', questionsOf(before?.form, after.form), questionsOf(after.form, before?.form)),
  ...compare('rule', byId(before?.form?.rules), byId(after.form?.rules)),
  // Part of the judge like rules, so the reviewer sees them among them.
  ...compare('rule', byId(before?.form?.advanced), byId(after.form?.advanced)),
  ...compare('check', byId(before?.form?.checks), byId(after.form?.checks)),
  ...compare('fee', byId(before?.fees), byId(after.fees)),
  ...compare('step', byId(before?.workflow?.steps), byId(after.workflow?.steps)),
  ...compare('paper', byId(before?.papers), byId(after.papers)),
  ...compare('scenario', new Map((before?.scenarios ?? []).map((each) => [each.title, each])), new Map((after.scenarios ?? []).map((each) => [each.title, each]))),
]
