// When a printed question is to be filled in, as a sentence that points to other questions by their numbers on the paper.
import { candidatesOf, type Candidate } from '../condition/condition-candidates.ts'
import { conditionWords } from '../condition/condition-words.ts'
import type { CompiledForm, CompiledQuestion, ScopedCondition } from '../form/compiled-form.ts'
import type { Locale } from '../text/localise.ts'
import type { Condition } from '#schemas/generated/types.ts'
import { printPhrase } from './print-model.ts'
import { plainText } from './print-text.ts'

export interface PrintContext {
  form: CompiledForm
  locale: Locale
  /** Number on the paper, by path. */
  numbers: ReadonlyMap<string, string>
}

/** The number of a question, or of the one that it is a part of. */
const numberOf = (numbers: ReadonlyMap<string, string>, path: string): string | undefined =>
  path === '' ? undefined : numbers.get(path) ?? numberOf(numbers, path.slice(0, path.lastIndexOf('/')))

type Naming = Pick<PrintContext, 'locale' | 'numbers'>

const called = ({ locale, numbers }: Naming, candidate: Candidate, isColumn: boolean): Candidate => {
  const number = isColumn ? undefined : numberOf(numbers, candidate.path)
  return {
    ...candidate,
    // Groups are not seen on paper: the number says which of two equal titles is meant.
    label: number === undefined ? printPhrase('column', locale, { title: candidate.label }) : printPhrase('question', locale, { number, title: candidate.label.split(' › ').at(-1)! }),
    columns: candidate.columns.map((column) => called({ locale, numbers }, column, true)),
  }
}

const sayOne = (context: PrintContext, { when, within }: ScopedCondition): string =>
  plainText(conditionWords(when, candidatesOf(context.form.form, context.locale, within).map((each) => called(context, each, within !== undefined)), context.locale))

/** Sentences for conditions that must all hold; '' for none. */
export const sayConditions = (context: PrintContext, conditions: readonly ScopedCondition[]): string => {
  const said = [...new Set(conditions.map((each) => sayOne(context, each)))]
  return said.join(` ${printPhrase('and', context.locale)} `)
}

/** What must hold for a question, its groups included; what its page or section asks already is left out. */
export const conditionsOf = (questions: CompiledForm['questions'], question: CompiledQuestion, known: readonly (Condition | undefined)[]): ScopedCondition[] => {
  const parent = questions.get(question.parent)
  const inherited = parent?.kind === 'group' ? conditionsOf(questions, parent, known) : []
  const all = [...inherited, ...question.conditions.filter((each) => !known.includes(each.when))]
  return all.filter((each, i) => all.findIndex((other) => other.when === each.when) === i)
}
