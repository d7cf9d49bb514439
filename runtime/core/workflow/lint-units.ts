// Units and authorities that a workflow asks by a code which an office does not have, that have nobody for the part, or that the
// office has but the workflow only names in words: nothing gets stuck, but everybody with the role then sees and handles what was
// meant for one unit. A name in words that the office does not know is there to be read, as in the decision that approves a workflow.
import type { Assignment, KnownUnit, Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { foldText } from '../text/format.ts'

interface Named {
  by: Assignment
  pointer: string
}

const namedIn = ({ steps }: Workflow): Named[] => steps.flatMap(({ by, opinions = [] }, s) => [
  ...(by ? [{ by, pointer: `/steps/${s}/by` }] : []),
  ...opinions.map((request, o) => ({ by: request.by, pointer: `/steps/${s}/opinions/${o}/by` })),
]).filter(({ by }) => by.code !== undefined || by.unit !== undefined || by.agency !== undefined)

const nameOf = ({ unit, agency, code }: Assignment): string => unit ?? agency ?? code ?? ''

const byWords = (by: Assignment, units: readonly KnownUnit[]): string | undefined =>
  (units.some(({ name }) => foldText(name) === foldText(nameOf(by))) ? 'lint.unitInWords' : undefined)

const faultOf = ({ by }: Named, units: readonly KnownUnit[]): string | undefined => {
  if (by.code === undefined) return byWords(by, units)
  const known = units.find(({ code }) => code === by.code)
  return !known ? 'lint.unitUnknown' : known.roles.includes(by.role) ? undefined : 'lint.unitWithoutRole'
}

/** Each is told once, at the first place. */
export const lintUnits = (workflow: Workflow, units: readonly KnownUnit[]): Issue[] => {
  const found = namedIn(workflow).flatMap((named) => {
    const code = faultOf(named, units)
    const of = code === 'lint.unitWithoutRole' ? named.by.role : ''
    return code === undefined ? [] : [{ ...named, code, key: JSON.stringify([nameOf(named.by), named.by.code, of]) }]
  })
  return found.filter(({ key }, i) => found.findIndex((each) => each.key === key) === i).map(({ by, pointer, code }) => ({ pointer, code, level: 'warning', params: { unit: nameOf(by) } }))
}
