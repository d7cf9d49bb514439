// Every difference between two documents of a procedure, in the order in which they are carried out. Matched by what never
// changes: paths with their migrations, values of options, ids. Together they turn the one document into the other.
import type { Procedure } from '#schemas/generated/types.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { compareEntries, compareList, compareSettings, write, type Book, type Subject } from './book.ts'
import { newMigrations, type Migration } from './classify-places.ts'
import { compareForms } from './compare-forms.ts'
import { compareWorkflow } from './compare-workflow.ts'
import type { Difference, DifferentPart, PatchOperation } from './difference.ts'
import { isEqual, isSameDocument } from './equal.ts'
import { carryOut, openCopy, type Thing } from './working-copy.ts'

const parts = ['form', 'workflow'] as const

const compareInformation = (book: Book, old: Thing, now: Thing): void => {
  const subject: Subject = { key: 'information', part: 'information', at: {} }
  const lists = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => [old[name], now[name]].some((list) => Array.isArray(list) && list.some(isRecord)))
  compareSettings(book, subject, old, now, { skip: lists })
  for (const name of lists) compareEntries(book, subject, old, now, name)
}

const compareOwners = (book: Book, old: Thing, now: Thing, list: string, part: DifferentPart): void => {
  const subjectOf = (key: string): Subject => ({ key: `${part}:${key}`, part, at: key === '' ? {} : { id: key } })
  for (const kept of compareList(book, old, now, list, { subjectOf })) {
    const hasRows = Array.isArray(kept.old['rows']) || Array.isArray(kept.now['rows'])
    compareSettings(book, subjectOf(kept.key), kept.old, kept.now, { skip: hasRows ? ['rows'] : [] })
    if (hasRows) compareEntries(book, subjectOf(kept.key), kept.old, kept.now, 'rows')
  }
}

const compareScenarios = (book: Book, old: Thing, now: Thing): void => {
  const subjectOf = (key: string, item: Thing): Subject => ({ key: `scenario:${key}`, part: 'scenario', at: key === '' ? {} : { id: String(item['title'] ?? key) } })
  for (const kept of compareList(book, old, now, 'scenarios', { subjectOf })) compareSettings(book, subjectOf(kept.key, kept.now), kept.old, kept.now)
}

const compareDocuments = (book: Book, old: Thing, now: Thing, migrations: readonly Migration[]): void => {
  compareInformation(book, old['info'] as Thing, now['info'] as Thing)
  const whole = parts.filter((part) => !isRecord(old[part]) || !isRecord(now[part]))
  compareSettings(book, { key: 'settings', part: 'settings', at: {} }, old, now, { skip: ['info', ...parts.filter((part) => !whole.includes(part)), 'fees', 'papers', 'scenarios', 'migrations', 'accepted'] })
  if (!whole.includes('form')) compareForms(book, { key: '', at: {} }, old['form'] as Thing, now['form'] as Thing, migrations)
  compareMigrations(book, old, now)
  compareOwners(book, old, now, 'fees', 'fee')
  if (!whole.includes('workflow')) compareWorkflow(book, old['workflow'] as Thing, now['workflow'] as Thing)
  compareOwners(book, old, now, 'papers', 'paper')
  compareScenarios(book, old, now)
  compareEntries(book, { key: 'settings', part: 'settings', at: {} }, old, now, 'accepted')
}

/** What says that something was renamed is told by the rename itself. */
const compareMigrations = (book: Book, old: Thing, now: Thing): void => {
  if (isEqual(old['migrations'], now['migrations'])) return
  const edit = { act: 'set' as const, owner: old, name: 'migrations', value: structuredClone(now['migrations']) }
  const renamed = [...book.renamed.values()].at(-1)
  if (renamed) renamed.edits.push(edit)
  else write(book, { id: 'settings:migrations', part: 'settings', kind: 'changed', at: {}, setting: 'migrations', before: old['migrations'], after: now['migrations'] }, edit)
}

/** What is left when all is said: the order of names, empty lists. It has no meaning of its own and is part of the hash. */
const settle = (document: Thing, after: Thing): PatchOperation[] => [...new Set([...Object.keys(document), ...Object.keys(after)])].flatMap((name): PatchOperation[] => {
  const [old, now] = [document[name], after[name]]
  if (isSameDocument(old, now)) return []
  const path = `/${name}`
  return now === undefined ? (old === undefined ? [] : [{ op: 'remove', path }]) : [{ op: old === undefined ? 'add' : 'replace', path, value: structuredClone(now) }]
})

export const listDifferences = (before: Procedure, after: Procedure): Difference[] => {
  if (isSameDocument(before, after)) return []
  const copy = openCopy(before)
  const book: Book = { found: [], renames: (path) => path, renamed: new Map() }
  compareDocuments(book, copy.document, after as unknown as Thing, newMigrations(before, after))
  const listed = book.found.map(({ edits, ...difference }): Difference => ({ ...difference, ops: edits.flatMap((edit) => carryOut(copy, edit)) }))
  const rest = settle(copy.document, after as unknown as Thing)
  return rest.length === 0 ? listed : [...listed, { id: 'settings:writing', part: 'settings', kind: 'changed', at: {}, setting: 'writing', ops: rest }]
}

/** What a first publication brings: everything, against a document that says nothing yet. */
export const listContents = (procedure: Procedure): Difference[] => listDifferences({
  ...procedure,
  ...(procedure.form && { form: { schema: { ...procedure.form.schema, properties: {}, required: [] }, pages: [] } }),
  ...(procedure.workflow && { workflow: { ...procedure.workflow, roles: [], steps: [] } }),
  ...(procedure.fees && { fees: [] }), ...(procedure.papers && { papers: [] }), ...(procedure.scenarios && { scenarios: [] }),
}, procedure)
