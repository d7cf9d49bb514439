// What a scenario expects, as one line: “nộp được, trả 50.000 đ, đi qua Tiếp nhận › Thẩm định › Đã cấp”.
import { formatDate, formatMoney } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { reasonText } from './target-words.ts'
import { t } from './texts.ts'

export const expectationText = (procedure: Procedure, { valid, refusedBy, fee, dueOn, path }: Scenario['expect'], locale: Locale): string => {
  const steps = (path ?? []).map((id) => localise(procedure.workflow?.steps.find((step) => step.id === id), 'title', locale) || id)
  return [
    t(valid ? 'scenarios.expects.valid' : 'scenarios.expects.invalid'),
    ...(refusedBy === undefined ? [] : [t('scenarios.expects.refusedBy', { text: reasonText(procedure, refusedBy, locale) })]),
    ...(fee === undefined ? [] : [t('scenarios.expects.fee', { amount: formatMoney(fee, locale) })]),
    ...(dueOn === undefined ? [] : [t('scenarios.expects.due', { date: formatDate(dueOn, locale) })]),
    ...(steps.length === 0 ? [] : [t('scenarios.expects.path', { steps: steps.join(' › ') })]),
  ].join(', ')
}
