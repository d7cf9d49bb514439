// What the tree of units must hold to: every unit below one that exists, no unit below itself, no two of one name side by side, no two of
// one code.
import type { Unit } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { foldText } from '../text/format.ts'

/** The units above one, nearest first. Ends where a circle would begin. */
export const unitsAbove = (unit: Unit, units: readonly Unit[]): Unit[] => {
  const above: Unit[] = []
  for (let each = units.find(({ id }) => id === unit.parent); each && each.id !== unit.id && !above.includes(each); each = units.find(({ id }) => id === each!.parent)) above.push(each)
  return above
}

/** Faults of a unit that is to stand among the others. */
export const judgeUnit = (unit: Unit, units: readonly Unit[]): Issue[] => {
  const others = units.filter(({ id }) => id !== unit.id)
  const above = unitsAbove(unit, others)
  const isBelowItself = unit.parent === unit.id || above.some(({ parent }) => parent === unit.id)
  return [
    ...(unit.parent !== undefined && !isBelowItself && above.length === 0 ? [{ pointer: '/parent', code: 'unit.parentUnknown', params: { parent: unit.parent } }] : []),
    ...(isBelowItself ? [{ pointer: '/parent', code: 'unit.belowItself', params: { name: unit.name } }] : []),
    ...(others.some(({ parent, name }) => parent === unit.parent && foldText(name) === foldText(unit.name)) ? [{ pointer: '/name', code: 'unit.nameTaken', params: { name: unit.name } }] : []),
    ...others.filter(({ code }) => code !== undefined && code === unit.code).map(({ name, code }) => ({ pointer: '/code', code: 'unit.codeTaken', params: { code, name } })),
  ]
}

export interface PlacedUnit {
  unit: Unit
  /** 0 at the top. */
  depth: number
}

/** The tree in the order in which it is read: each unit followed by those below it. */
export const placeUnits = (units: readonly Unit[], parent?: string, depth = 0): PlacedUnit[] =>
  units.filter((unit) => unit.parent === parent).flatMap((unit) => [{ unit, depth }, ...placeUnits(units, unit.id, depth + 1)])
