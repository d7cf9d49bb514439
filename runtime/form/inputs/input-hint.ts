// The hint under a label where the author wrote none: what the answer looks like.
import type { Question } from '#schemas/generated/types.ts'
import { formatSize } from '../files.ts'
import { t } from '../texts.ts'
import type { InputKind } from '#core/form/input-kind.ts'

const identityHints = {
  personId: 'form.hint.personId', taxCode: 'form.hint.taxCode', enterpriseCode: 'form.hint.taxCode', phone: 'form.hint.phone', passport: 'form.hint.passport', personIdOrPassport: 'form.hint.personIdOrPassport', oldPersonId: 'form.hint.oldPersonId',
  drivingLicence: 'form.hint.drivingLicence', vehiclePlate: 'form.hint.vehiclePlate', hsCode: 'form.hint.hsCode', wasteCode: 'form.hint.wasteCode', website: 'form.hint.website', time: 'form.hint.time', email: 'form.hint.email',
} as const

const identityHint = (question: Question): string => {
  const field = question['x-field'] ?? question.format ?? ''
  return field in identityHints ? t(identityHints[field as keyof typeof identityHints]) : ''
}

const fileHint = (question: Question, locale: string): string => {
  const rule = question['x-file']
  if (!rule) return ''
  const values = { kinds: rule.accept.map((kind) => kind.toUpperCase()).join(', '), size: formatSize(rule.maxBytes, locale), count: question.maxItems ?? 1 }
  return (question.maxItems ?? 1) > 1 ? t('form.hint.files', values) : t('form.hint.file', values)
}

const exampleHint = (question: Question): string => {
  const [example, ...others] = question.examples ?? []
  return typeof example === 'string' && others.length === 0 ? t('form.hint.example', { example }) : ''
}

export const inputHint = (kind: InputKind, question: Question, locale: string): string => {
  switch (kind) {
    case 'identity': return identityHint(question)
    case 'file': return fileHint(question, locale)
    case 'date': return t(question['x-field'] === 'partialDate' ? 'form.hint.partialDate' : 'form.hint.date')
    case 'number': return question['x-field'] === 'year' ? t('form.hint.year') : ''
    case 'choices': return t('form.hint.choices')
    case 'text':
    case 'longText': return exampleHint(question)
    default: return ''
  }
}
