// Units and authorities that a workflow names and an office does not have, or that have nobody for the part: nothing gets stuck, but
// everybody with the role then sees and handles what was meant for one unit.
import type { Assignment, KnownUnit, Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'

interface Named {
  by: Assignment
  pointer: string
}

const namedIn = ({ steps }: Workflow): Named[] => steps.flatMap(({ by, opinions = [] }, s) => [
  ...(by ? [{ by, pointer: `/steps/${s}/by` }] : []),
  ...opinions.map((request, o) => ({ by: request.by, pointer: `/steps/${s}/opinions/${o}/by` })),
]).filter(({ by }) => by.code !== undefined || by.unit !== undefined || by.agency !== undefined)

const nameOf = ({ unit, agency, code }: Assignment): string => unit ?? agency ?? code ?? ''

const faultOf = ({ by }: Named, units: readonly KnownUnit[]): string | undefined => {
  const known = units.find(({ code }) => code !== undefined && code === by.code)
  return !known ? 'lint.unitUnknown' : known.roles.includes(by.role) ? undefined : 'lint.unitWithoutRole'
}

/** Each is told once, at the first place. */
export const lintUnits = (workflow: Workflow, units: readonly KnownUnit[]): Issue[] => {
  const found = namedIn(workflow).flatMap((named) => {
    const code = faultOf(named, units)
    const of = code === 'lint.unitUnknown' ? '' : named.by.role
    return code === undefined ? [] : [{ ...named, code, key: JSON.stringify([nameOf(named.by), named.by.code, of]) }]
  })
  return found.filter(({ key }, i) => found.findIndex((each) => each.key === key) === i).map(({ by, pointer, code }) => ({ pointer, code, level: 'warning', params: { unit: nameOf(by) } }))
}
