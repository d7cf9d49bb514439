// What a procedure asks of those who file: how long it takes, what it costs, whether it is done online. For the catalogue
// and the page of the procedure; what a single dossier owes is computed in core/fee.
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import { foldText } from '../text/format.ts'
import type { Duration, Fee, FeeRange, Procedure } from '#schemas/generated/types.ts'

type Offer = Pick<Procedure, 'info' | 'fees'> & { workflow?: Pick<NonNullable<Procedure['workflow']>, 'clock'> }

/** A working day has eight working hours (Bộ luật Lao động 2019 Đ.105): procedures that count hours publish days. */
const inWorkingHours = ({ amount, unit }: Duration): string => (unit === 'workingDay' ? `${amount * 8} workingHour` : `${amount} ${unit}`)

/** Every limit that the law states, once: as the channels publish it, then what the clock knows of single cases. */
export const timeLimitsOf = ({ info, workflow }: Offer): Duration[] => {
  const { clock } = workflow ?? {}
  const stated = [...info.channels.map(({ timeLimit }) => timeLimit), clock?.limit, ...(clock?.cases ?? []).map(({ limit }) => limit)].filter((limit) => limit !== undefined)
  return stated.filter((limit, i) => stated.findIndex((other) => inWorkingHours(other) === inWorkingHours(limit)) === i)
}

/** “Không thu phí”, “Miễn phí”: free, unless it says for whom or until when. */
const saysFree = (note: string): boolean => /^(khong thu|mien phi$|mien phi,|khong$|khong co$)/.test(foldText(note).trim())

/** The amount that a fee has whatever is answered; undefined when it depends on the answers. */
export const plainAmount = ({ amount, rows }: Pick<Fee, 'amount' | 'rows'>, today: string): number | undefined => {
  if (rows?.length) return undefined
  const value = typeof amount === 'number' ? amount : evaluateFormula(amount, { answers: {}, today })
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : undefined
}

/** The fees that count today: one of former times that is nothing now is not told any more. */
export const feesOn = (fees: readonly Fee[], today: string): Fee[] => fees.filter((fee) => fee.confirmedBy !== undefined || plainAmount(fee, today) !== 0)

/** What filing costs at the least and at the most; absent when the document does not say. */
export const feeRange = ({ info, fees }: Offer, today: string): FeeRange | undefined => {
  const asked = feesOn(fees ?? [], today)
  const notes = info.channels.flatMap(({ feeNote }) => feeNote ?? [])
  if (asked.length === 0) return fees?.length || notes.some(saysFree) ? { kind: 'none' } : notes.length > 0 ? { kind: 'varies' } : undefined
  const amounts = asked.map((fee) => (fee.confirmedBy === undefined ? plainAmount(fee, today) : undefined))
  if (amounts.some((amount) => amount === undefined)) return { kind: 'varies' }
  const known = amounts as number[]
  // Fees with conditions exclude each other as a rule (one for each way of filing); those without are added up.
  const always = asked.reduce((sum, fee, i) => (fee.when ? sum : sum + known[i]!), 0)
  const sometimes = known.filter((_amount, i) => asked[i]!.when)
  return { kind: 'known', least: always + (sometimes.length > 0 ? Math.min(...sometimes) : 0), most: always + (sometimes.length > 0 ? Math.max(...sometimes) : 0) }
}

/** From level 3 on, where there is something to fill in and somebody to receive it. */
export const isFiledOnline = ({ info, form, workflow }: Pick<Procedure, 'info' | 'form' | 'workflow'>): boolean =>
  info.serviceLevel >= 3 && form !== undefined && workflow !== undefined
