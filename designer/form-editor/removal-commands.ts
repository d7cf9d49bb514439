// The vocabulary of removals: questions go, with everything that only made sense with them, or another question takes
// their place in what reads them.
import { parentPath } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, questionAt, type InForm } from './form-place.ts'
import { followReads } from './form-renames.ts'
import { forgetQuestions, isWithin, usesOf, type Uses } from './form-rules.ts'
import { sweepGroup } from './sweep-group.ts'

export interface RemoveQuestions extends InForm {
  paths: readonly string[]
  /** The question that conditions and formulas read from now on. */
  replaceBy?: string
}

const redirect = (procedure: Procedure, { paths, replaceBy, step }: RemoveQuestions): void => {
  const [path] = paths
  if (replaceBy !== undefined && path !== undefined && paths.length === 1) followReads(procedure, path, replaceBy, step === undefined ? {} : { step })
}

/** What still stands in the way of a removal, once the replacement is read instead. */
export const usesAfter = (procedure: Procedure, args: RemoveQuestions): Uses => {
  if (args.replaceBy === undefined) return usesOf(procedure, args.paths, args)
  const copy = JSON.parse(JSON.stringify(procedure)) as Procedure
  redirect(copy, args)
  return usesOf(copy, args.paths, args)
}

/** Those that no other of them holds: a group takes its parts along. */
export const outermost = (paths: readonly string[]): string[] => paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)))

export const removeQuestions: Command<RemoveQuestions> = {
  name: 'removeQuestions',
  recipe: (draft, args) => {
    const paths = outermost(args.paths).filter((path) => questionAt(demandForm(draft, args).schema, path))
    if (paths.length === 0 || usesAfter(draft, { ...args, paths }).blocks.length > 0) return
    redirect(draft, { ...args, paths })
    forgetQuestions(draft, paths, args)
    for (const path of paths) sweepGroup(demandForm(draft, args), parentPath(path))
  },
}
