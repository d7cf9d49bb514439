// Why something is asked, in the words of the questions that it hangs on. Loaded when somebody wants to know.
import { candidatesOf } from '#core/condition/condition-candidates.ts'
import { conditionWords } from '#core/condition/condition-words.ts'
import type { ScopedCondition } from '#core/form/compiled-form.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Form } from '#schemas/generated/types.ts'

/** One sentence for each condition that had to hold. */
export const askedBecause = (form: Form, conditions: readonly ScopedCondition[], locale: Locale): string[] =>
  conditions.map(({ when, within }) => conditionWords(when, candidatesOf(form, locale, within), locale))
