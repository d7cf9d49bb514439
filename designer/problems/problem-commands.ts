// The vocabulary of dealing with problems: mend one by its fix, leave one with a reason, take that back.
import type { Issue } from '#core/issues/issue.ts'
import type { Command } from '../editing/command.ts'
import { mends, spotOf } from './mends.ts'

/** Around the form, dropping a condition would charge or decide for everybody: that is mended by hand. */
export const hasMend = (issue: Issue): boolean => Object.hasOwn(mends, issue.code) && issue.pointer.split('/').includes('form')

export const mendProblem: Command<{ issue: Issue }> = {
  name: 'mendProblem',
  recipe: (draft, { issue }) => {
    const spot = spotOf(draft, issue)
    if (spot) mends[issue.code]?.(spot)
  },
}

export const acceptProblem: Command<{ issue: Issue, reason: string }> = {
  name: 'acceptProblem',
  recipe: (draft, { issue, reason }) => {
    if (!reason.trim()) return
    draft.accepted = [...(draft.accepted ?? []).filter(({ code, at }) => code !== issue.code || at !== issue.pointer), { code: issue.code, at: issue.pointer, reason: reason.trim() }]
  },
}

export const reopenProblem: Command<{ code: string, at: string }> = {
  name: 'reopenProblem',
  recipe: (draft, { code, at }) => {
    const left = (draft.accepted ?? []).filter((each) => each.code !== code || each.at !== at)
    if (left.length === (draft.accepted ?? []).length) return
    if (left.length > 0) draft.accepted = left
    else delete draft.accepted
  },
}

export const problemCommands = { mendProblem, acceptProblem, reopenProblem } as const
