// Who is asked, as a line of a list reads: the role, the unit, the other authority; what says the same twice stands once.
import { localise, type Locale } from '#core/text/localise.ts'
import type { Assignment, Workflow } from '#schemas/generated/types.ts'

export const whoWords = (by: Assignment | undefined, { roles }: Pick<Workflow, 'roles'>, locale: Locale): string =>
  [localise(roles.find(({ id }) => id === by?.role), 'title', locale), by?.unit, by?.agency].filter((words, i, all) => words && all.indexOf(words) === i).join(' · ')
