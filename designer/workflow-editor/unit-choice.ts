// Which units of the organisation an assignment names, and how it reads when another is picked: names are for people, the one code
// that goes with them is what every installation looks up. A unit says more than the authority that it belongs to.
import type { Assignment, KnownUnit } from '#schemas/generated/types.ts'

/** A unit that was picked has a code, one that was typed only a name. */
export type Picked = Pick<Assignment, 'code'> & { name?: string | undefined }

type Units = readonly KnownUnit[]

const named = (units: Units, name: string | undefined): KnownUnit | undefined => units.find((unit) => unit.code !== undefined && unit.name === name)

/** Codes of what was picked; absent where nothing was, or something that is not known here. */
export const choiceOf = ({ unit, agency, code }: Assignment, units: Units): { unit?: string, agency?: string } => {
  const known = units.find((each) => each.code !== undefined && each.code === code)
  const isAgency = known !== undefined && agency !== undefined && (unit === undefined || (unit !== known.name && agency === known.name))
  const [ofUnit, ofAgency] = isAgency ? [undefined, known.code] : [known?.code, named(units, agency)?.code]
  return { ...(ofUnit !== undefined && { unit: ofUnit }), ...(ofAgency !== undefined && { agency: ofAgency }) }
}

const withCode = ({ role, unit, agency }: Assignment, code: string | undefined): Assignment => ({ role, ...(unit && { unit }), ...(agency && { agency }), ...(code !== undefined && { code }) })

export const pickUnit = (by: Assignment, { name, code }: Picked, units: Units): Assignment =>
  withCode({ ...by, ...(name === undefined ? { unit: undefined } : { unit: name }) } as Assignment, code ?? choiceOf(by, units).agency)

export const pickAgency = (by: Assignment, { name, code }: Picked, units: Units): Assignment =>
  withCode({ ...by, ...(name === undefined ? { agency: undefined } : { agency: name }) } as Assignment, choiceOf(by, units).unit ?? code)
