// Gathers questions into a group of the answers. The pages stay what they are: such a group is a matter of data, not of layout
// (contract.md, law 4).
import { parentPath } from '#core/issues/json-pointer.ts'
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, nameOf, ownerAt, questionAt, type InForm } from './form-place.ts'
import { followPath } from './form-renames.ts'
import { nameFromTitle } from './name-from-title.ts'
import { carryOver, targetOf } from './placing-commands.ts'
import { isPublished, place, selectQuestion, takenIn } from './question-commands.ts'
import type { Site } from './reference-sites.ts'

export interface GroupQuestions extends InForm {
  paths: readonly string[]
  title: string
  english?: string
}

/** Those of the chosen that one group can take in: beside each other in the data, and in no row. */
export const groupable = (form: Form, paths: readonly string[]): string[] => {
  const parent = parentPath(paths[0] ?? '')
  if (paths.length === 0 || parent.includes('/*') || questionAt(form.schema, parent)?.type === 'array') return []
  return [...new Set(paths)].filter((path) => parentPath(path) === parent && questionAt(form.schema, path) !== undefined)
}

const gather = (draft: Procedure, args: GroupQuestions, paths: readonly string[]): { moves: { from: string, to: string }[], held: Site[] } => {
  const form = demandForm(draft, args)
  const parent = parentPath(paths[0]!)
  const names = Object.keys(ownerAt(form.schema, parent)?.properties ?? {})
  const question: Question = { type: 'object', title: args.title, 'x-field': 'group', ...(args.english && { 'x-i18n': { en: { title: args.english } } }), properties: {} }
  const path = place(form, parent, nameFromTitle(args.title, takenIn(form, parent), 'nhom'), question, Math.min(...paths.map((each) => names.indexOf(nameOf(each)))))
  const held: Site[] = []
  const moves = paths.map((from) => {
    const to = targetOf(form, { ...args, path: from, parent: path })
    carryOver(form, { ...args, path: from, parent: path }, to)
    held.push(...followPath(draft, from, to, args))
    return { from, to }
  })
  // What must be answered inside is demanded only where the group itself is (contract.md: required means required when asked).
  const owner = ownerAt(form.schema, parent)!
  if (ownerAt(form.schema, path)?.required?.length) owner.required = [...(owner.required ?? []), nameOf(path)]
  return { moves, held }
}

/** What could not go on reading the questions inside a group, so that they stay where they are. */
export const heldFromGroup = (procedure: Procedure, args: GroupQuestions): Site[] => {
  const copy = JSON.parse(JSON.stringify(procedure)) as Procedure
  const paths = groupable(demandForm(copy, args), args.paths)
  return paths.length === 0 ? [] : gather(copy, args, paths).held
}

export const groupQuestions: Command<GroupQuestions> = {
  name: 'groupQuestions',
  recipe: (draft, args, context) => {
    const paths = groupable(demandForm(draft, args), args.paths)
    if (paths.length === 0 || heldFromGroup(draft, args).length > 0) return
    const known = paths.filter((path) => isPublished(context, path, args))
    const { moves } = gather(draft, args, paths)
    const renamed = moves.filter(({ from }) => known.includes(from))
    if (renamed.length > 0 && args.step === undefined) draft.migrations = [...(draft.migrations ?? []), ...renamed]
    return selectQuestion(moves[0]!.to, args)
  },
}
