// The rules of a procedure in words for its page: what each fee is and when it is due, and which time limit is for whom.
// Worked out on the server, so that a phone loads none of what reads conditions.
import { candidatesOf, type Candidate } from '../condition/condition-candidates.ts'
import { conditionWords } from '../condition/condition-words.ts'
import { nameOf, readCall } from '../formula/functions.ts'
import { formatMoney } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import type { Condition, Duration, Fee, Procedure } from '#schemas/generated/types.ts'
import { canonicalJson } from './canonical-json.ts'
import { feesOn, plainAmount } from './offer.ts'

export interface ExplainedFee {
  id: string
  kind: Fee['kind']
  title: string
  /** "150.000 đ", "8.000 đ × Số bản sao"; '' when it is worked out from many answers. */
  amount: string
  /** "Kênh nộp là Trực tuyến"; absent when it is always due. */
  when?: string
  legalBasis?: string
}

export interface Explained {
  fees: ExplainedFee[]
  limits: { duration: Duration, when?: string }[]
}

interface Reading {
  procedure: Procedure
  candidates: readonly Candidate[]
  locale: Locale
  today: string
}

/** By the name of the case where the document has one for the same condition. */
const sayWhen = ({ procedure: { info }, candidates, locale }: Reading, when: Condition): string => {
  const same = info.cases?.find((each) => each.when && canonicalJson(each.when) === canonicalJson(when))
  return same ? localise(same, 'title', locale) : conditionWords(when, candidates, locale)
}

/** A price for each of something. */
const sayProduct = (amount: unknown, { candidates, locale }: Reading): string => {
  const call = readCall(amount)
  if (call?.operator !== '*' || call.operands.length !== 2) return ''
  const price = call.operands.find((operand) => typeof operand === 'number')
  const name = call.operands.map(nameOf).find((each) => each !== undefined)
  const counted = name === undefined ? undefined : candidates.find(({ path }) => path === `/${name.replaceAll('.', '/')}`)
  return price === undefined || !counted ? '' : `${formatMoney(price, locale)} × ${counted.label}`
}

const sayAmount = (fee: Fee, reading: Reading): string => {
  const amount = fee.confirmedBy === undefined ? plainAmount(fee, reading.today) : undefined
  if (fee.rows?.length) return ''
  return amount === undefined ? sayProduct(fee.amount, reading) : formatMoney(amount, reading.locale)
}

export const explainProcedure = (procedure: Procedure, locale: Locale, today: string): Explained => {
  const reading: Reading = { procedure, candidates: procedure.form ? candidatesOf(procedure.form, locale) : [], locale, today }
  const clock = procedure.workflow?.clock
  return {
    fees: feesOn(procedure.fees ?? [], today).map((fee) => ({
      id: fee.id, kind: fee.kind, title: localise(fee, 'title', locale), amount: sayAmount(fee, reading), ...(fee.when && { when: sayWhen(reading, fee.when) }), ...(fee.legalBasis !== undefined && { legalBasis: fee.legalBasis }),
    })),
    limits: (clock?.cases ?? []).map(({ limit, when }) => ({ duration: limit, when: sayWhen(reading, when) })),
  }
}
