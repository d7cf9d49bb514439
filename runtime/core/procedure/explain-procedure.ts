// The rules of a procedure in words for its page: what each fee is and when it is due, and which time limit is for whom.
// Worked out on the server, so that a phone loads none of what reads conditions.
import { candidatesOf, type Candidate } from '../condition/condition-candidates.ts'
import { conditionWords } from '../condition/condition-words.ts'
import { nameOf, readCall } from '../formula/functions.ts'
import { formatMoney } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import { ifWords } from '../workflow-map/way-words.ts'
import type { Condition, Duration, Fee, FeeRow, Procedure } from '#schemas/generated/types.ts'
import { canonicalJson } from './canonical-json.ts'
import { feesOn, plainAmount } from './offer.ts'

/** A row of a fee table: for whom, and how much; '' as in a fee. */
export interface ExplainedFeeRow {
  /** The name that the document gives the row. */
  title?: string
  /** '' of the last row, for everybody else. */
  when: string
  amount: string
}

export interface ExplainedFee {
  id: string
  kind: Fee['kind']
  title: string
  /** "150.000 đ", "8.000 đ × Số bản sao"; '' when it is worked out from many answers, or by its table. */
  amount: string
  /** The fee table, the first row that fits counts; with `sum` every row that fits is added up. */
  rows?: ExplainedFeeRow[]
  sum?: true
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

/** Of a fee or of a row. */
const sayAmount = (amount: Fee['amount'], reading: Reading): string => {
  const plain = plainAmount({ amount }, reading.today)
  return plain === undefined ? sayProduct(amount, reading) : formatMoney(plain, reading.locale)
}

const sayRow = (row: FeeRow, reading: Reading): ExplainedFeeRow => {
  const { procedure: { form, workflow }, locale } = reading
  const title = localise(row, 'title', locale)
  // Of what officers record there is a sentence only where the workflow says in which step.
  const when = row.of !== undefined && workflow ? ifWords({ ...(form && { form }), workflow }, row, locale) : sayWhen(reading, row.when)
  return { ...(title && { title }), when, amount: sayAmount(row.amount, reading) }
}

/** Of what an officer confirms later only a price for each is known before. */
const sayWhole = (fee: Fee, reading: Reading): string => {
  if (fee.rows?.length) return ''
  return fee.confirmedBy === undefined ? sayAmount(fee.amount, reading) : sayProduct(fee.amount, reading)
}

const sayTable = (fee: Fee, reading: Reading): Pick<ExplainedFee, 'rows' | 'sum'> => {
  if (!fee.rows?.length) return {}
  return { rows: [...fee.rows.map((row) => sayRow(row, reading)), { when: '', amount: sayAmount(fee.amount, reading) }], ...(fee.hit === 'sum' && { sum: true }) }
}

const sayFee = (fee: Fee, reading: Reading): ExplainedFee => ({
  id: fee.id, kind: fee.kind, title: localise(fee, 'title', reading.locale), amount: sayWhole(fee, reading), ...sayTable(fee, reading),
  ...(fee.when && { when: sayWhen(reading, fee.when) }), ...(fee.legalBasis !== undefined && { legalBasis: fee.legalBasis }),
})

export const explainProcedure = (procedure: Procedure, locale: Locale, today: string): Explained => {
  const reading: Reading = { procedure, candidates: procedure.form ? candidatesOf(procedure.form, locale) : [], locale, today }
  const clock = procedure.workflow?.clock
  return {
    fees: feesOn(procedure.fees ?? [], today).map((fee) => sayFee(fee, reading)),
    limits: (clock?.cases ?? []).map(({ limit, when }) => ({ duration: limit, when: sayWhen(reading, when) })),
  }
}
