// Says any condition as one sentence in the language of the screen, for cards, lists and reviews.
import { conditionWords } from '#core/condition/condition-words.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Condition, Form } from '#schemas/generated/types.ts'
import { candidatesOf } from '#core/condition/condition-candidates.ts'

export const conditionText = (condition: Condition, form: Form | undefined, within?: string): string =>
  form ? conditionWords(condition, candidatesOf(form, locale.value, within), locale.value) : JSON.stringify(condition)
