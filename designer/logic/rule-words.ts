// How a rule is called: by the name that its author gave it, else by its own sentence.
import { localise } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Form, Rule } from '#schemas/generated/types.ts'
import { conditionText } from '../form-editor/condition-text.ts'
import { effectOf, targetsOf } from '../form-editor/rules-about.ts'

export const ruleTitle = (rule: Rule, form: Form): string => localise(rule, 'title', locale.value) || conditionText(rule.when, form, rule.within)

/** The rules that another question could be put under: they do the same, see the same row, and do not read that question. */
export const rulesToShare = (form: Form, path: string, effect: 'show' | 'require', reads: (rule: Rule) => readonly string[]): Rule[] =>
  (form.rules ?? []).filter((rule) =>
    effectOf(rule) === effect && (rule.within === undefined || path.startsWith(`${rule.within}/*/`)) && !targetsOf(rule).includes(path) && !reads(rule).some((each) => each === path || each.startsWith(`${path}/`)))
