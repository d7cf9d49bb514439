// Says a condition as one sentence, for cards, lists and reviews: “Loại hình là Mới và Diện tích từ 100 trở lên”.
import { formatNumber } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Condition, Form } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'
import { candidatesOf, type Candidate } from './condition-candidates.ts'
import { isSentence, readCondition, type Row, type Sentence, type Value } from './condition-sentence.ts'

const valueText = (value: Value, candidate: Candidate | undefined, language: Locale): string => {
  if (typeof value === 'boolean') return t(value ? 'condition.yes' : 'condition.no')
  const option = candidate?.options.find((each) => each.value === value)
  return option?.label ?? (typeof value === 'number' ? formatNumber(value, language) : `“${value}”`)
}

const rowText = (row: Row, candidates: readonly Candidate[], language: Locale): string => {
  const candidate = candidates.find((each) => each.path === row.path)
  const question = candidate?.label ?? row.path
  if (row.test === 'anyRow') return t('condition.sentence.anyRow', { question, row: row.row ? rowText(row.row, candidate?.columns ?? [], language) : '…' })
  const values = row.value === undefined ? ['…'] : [row.value].flat().map((value) => valueText(value, candidate, language))
  return t(`condition.sentence.${row.test}`, { question, value: values.join(', ') })
}

const sentenceText = ({ mode, parts }: Sentence, candidates: readonly Candidate[], language: Locale): string =>
  parts.map((part) => (isSentence(part) ? `(${sentenceText(part, candidates, language)})` : rowText(part, candidates, language))).join(` ${t(mode === 'all' ? 'condition.and' : 'condition.or')} `)

/** A condition that no sentence says is called by that name. */
export const conditionText = (condition: Condition, form: Form | undefined, within?: string): string => {
  const sentence = readCondition(condition)
  if (!sentence || !form) return t('condition.advanced')
  return sentence.parts.length === 0 ? t('condition.none') : sentenceText(sentence, candidatesOf(form, locale.value, within), locale.value)
}
