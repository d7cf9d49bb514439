// The rules that speak of one question: when it is asked, required, limited; and refusals that stand at it.
import type { Condition, Form, Rule } from '#schemas/generated/types.ts'
import { absolute } from './form-rules.ts'

export type Effect = 'show' | 'require' | 'limit' | 'refuse'

export const effectOf = (rule: Rule): Effect => (rule.show ? 'show' : rule.require ? 'require' : rule.limit ? 'limit' : 'refuse')

export const targetsOf = (rule: Rule): string[] =>
  [...(rule.show ?? []), ...(rule.require ?? []), ...(rule.limit ? [rule.limit.path] : []), ...(rule.refuse?.at ? [rule.refuse.at] : [])].map((path) => absolute(rule, path))

export const rulesAbout = (form: Form, path: string): Rule[] => (form.rules ?? []).filter((rule) => targetsOf(rule).includes(path))

export const askedWhen = (form: Form, path: string): { when: Condition, within?: string }[] =>
  rulesAbout(form, path).filter((rule) => rule.show).map(({ when, within }) => ({ when, ...(within !== undefined && { within }) }))
