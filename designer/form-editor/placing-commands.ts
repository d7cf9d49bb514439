// The vocabulary of edits to where questions stand: on the pages, among their columns, in or out of a group. Only the last
// changes a name, so only the last is recorded as a migration (contract.md, laws 3 and 4).
import { parentPath } from '#core/issues/json-pointer.ts'
import type { Condition, Form, Procedure } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, nameOf, ownerAt, ownerOf, pathUnder, placeOf, questionAt, sectionAt, type InForm, type Place } from './form-place.ts'
import { followPath } from './form-renames.ts'
import { tableOf } from './form-rules.ts'
import { nameFromTitle } from './name-from-title.ts'
import { insertName, moveName, removeName } from './ordered-names.ts'
import { isPublished, selectQuestion, takenIn } from './question-commands.ts'
import type { Site } from './reference-sites.ts'
import { followInRowTitle } from './row-title-names.ts'
import { sweepGroup } from './sweep-group.ts'

/** The slot between two questions as the page stands now, before anything is taken away. */
const takeOut = (form: Form, paths: readonly string[], to: Place): number => {
  let { index } = to
  for (const path of paths) {
    const from = placeOf(form, path)
    if (!from) continue
    sectionAt(form, from)!.questions.splice(from.index, 1)
    if (from.page === to.page && from.section === to.section && from.index < index) index -= 1
  }
  return index
}

const stands = (form: Form, paths: readonly string[], { page, section, index }: Place): boolean => {
  const questions = sectionAt(form, { page, section })?.questions ?? []
  const first = questions.indexOf(paths[0]!)
  return first >= 0 && index >= first && index <= first + paths.length && paths.every((path, i) => questions[first + i] === path)
}

/** Puts questions elsewhere on the pages, in the order given: their data stay what they are. */
export const moveQuestions: Command<InForm & { paths: readonly string[], to: Place }> = {
  name: 'moveQuestions',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const paths = args.paths.filter((path) => placeOf(form, path))
    const target = sectionAt(form, args.to)
    if (!target || paths.length === 0 || stands(form, paths, args.to)) return
    const index = takeOut(form, paths, args.to)
    target.questions.splice(index, 0, ...paths)
    return selectQuestion(paths[0]!, args)
  },
}

/** Puts questions of a page under a heading of their own, where the first of them stands. */
export const gatherInSection: Command<InForm & { paths: readonly string[], title?: string }> = {
  name: 'gatherInSection',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const paths = args.paths.filter((path) => placeOf(form, path))
    const at = paths[0] === undefined ? undefined : placeOf(form, paths[0])
    const page = form.pages.find((each) => each.id === at?.page)
    const section = at && page?.sections[at.section]
    if (!at || !page || !section) return
    takeOut(form, paths, at)
    const after = section.questions.splice(at.index)
    // Whoever was asked them is asked them still.
    const when = section.when && { when: JSON.parse(JSON.stringify(section.when)) as Condition }
    const rest = after.length > 0 ? [{ ...when, questions: after }] : []
    page.sections.splice(at.section + 1, 0, { title: args.title ?? '', ...when, questions: [...paths] }, ...rest)
    if (section.questions.length === 0 && section.title === undefined) page.sections.splice(at.section, 1)
    return { kind: 'section', page: page.id, section: page.sections.findIndex((each) => each.questions.includes(paths[0]!)), ...(args.step !== undefined && { step: args.step }) }
  },
}

/** The order of columns and of the parts of a group is the order of their names. */
export const moveColumn: Command<InForm & { path: string, index: number }> = {
  name: 'moveColumn',
  recipe: (draft, args) => {
    const owner = ownerOf(demandForm(draft, args).schema, args.path)
    const names = Object.keys(owner?.properties ?? {})
    if (!owner?.properties || names.indexOf(nameOf(args.path)) === args.index) return
    owner.properties = moveName(owner.properties, nameOf(args.path), args.index)
    return selectQuestion(args.path, args)
  },
}

export interface MoveInto extends InForm {
  path: string
  /** The group or table that holds it from now on; '' for none. */
  parent: string
  index?: number
  /** Where it stands on the pages, when nothing holds it. */
  at?: Place
}

export const targetOf = (form: Form, { path, parent }: MoveInto): string => {
  const taken = parentPath(path) === parent ? [] : takenIn(form, parent)
  const name = taken.includes(nameOf(path)) ? nameFromTitle(questionAt(form.schema, path)?.title ?? '', taken) : nameOf(path)
  return pathUnder(form.schema, parent, name)
}

/** What could not go on reading the question where it would be, so that it stays where it is. */
export const heldBack = (procedure: Procedure, args: MoveInto): Site[] => {
  const copy = JSON.parse(JSON.stringify(procedure)) as Procedure
  return followPath(copy, args.path, targetOf(demandForm(copy, args), args), args)
}

export const carryOver = (form: Form, args: MoveInto, target: string): void => {
  const from = ownerOf(form.schema, args.path)!
  const to = ownerAt(form.schema, args.parent)!
  const name = nameOf(args.path)
  const question = from.properties![name]!
  const table = tableOf(form, args.path)
  if (table?.['x-uniqueBy']?.includes(name)) table['x-uniqueBy'] = table['x-uniqueBy'].filter((each) => each !== name)
  followInRowTitle(table, name, undefined)
  const required = from.required?.includes(name)
  if (required) from.required = from.required!.filter((each) => each !== name)
  from.properties = removeName(from.properties!, name)
  to.properties = insertName(to.properties ?? {}, nameOf(target), question, args.index)
  if (required) to.required = [...(to.required ?? []), nameOf(target)]
}

/** Takes a question into a group or table, or out of it. Everything that reads it follows; if something cannot, nothing happens. */
export const moveInto: Command<MoveInto> = {
  name: 'moveInto',
  recipe: (draft, args, context) => {
    const form = demandForm(draft, args)
    const question = questionAt(form.schema, args.path)
    if (!question || !ownerAt(form.schema, args.parent) || `${args.parent}/`.startsWith(`${args.path}/`) || heldBack(draft, args).length > 0) return
    const target = targetOf(form, args)
    if (target === args.path) return
    const from = placeOf(form, args.path)
    const known = isPublished(context, args.path, args)
    carryOver(form, args, target)
    followPath(draft, args.path, target, args)
    const placed = placeOf(form, target)
    if (placed) sectionAt(form, placed)!.questions.splice(placed.index, 1)
    const at = args.at ?? from
    if (args.parent === '' && at) sectionAt(form, at)?.questions.splice(at.index, 0, target)
    sweepGroup(form, parentPath(args.path))
    if (known && args.step === undefined) draft.migrations = [...(draft.migrations ?? []), { from: args.path, to: target }]
    return selectQuestion(target, args)
  },
}
