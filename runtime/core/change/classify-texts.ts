// Classes of changed words: a title, a unit or the label of an option under a name that stays. Mended slips are cosmetic;
// anything else may be another question, which only its author can say (meaning.ts). Other texts never change a verdict.
import type { FormSchema, Option, Question } from '#schemas/generated/types.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import type { Classified } from './change-class.ts'
import type { Pair } from './classify-beyond.ts'
import { isWordingFix, meaningKey, type SaidMeanings } from './meaning.ts'

export interface TextsLook {
  /** What the author has said of texts that were asked about. */
  said: SaidMeanings
  step?: string
}

type Text = Parameters<typeof meaningKey>[1]

const ofText = (path: string, text: Text, before: string | undefined, after: string | undefined, { said, step }: TextsLook): Classified[] => {
  if (before === after || before === undefined || after === undefined) return []
  const key = meaningKey(path, text, step)
  const keyword = typeof text === 'string' ? text : 'option'
  if (said[key] === 'wording' || (said[key] === undefined && isWordingFix(before, after))) return [{ path, class: 'cosmetic', keyword }]
  return [{ path, class: 'changesMeaning', keyword, ...(said[key] === undefined && { asksMeaning: key }) }]
}

/** What may be chosen at a question, in a list of its own or a shared one. */
export const optionsIn = (question: Question, definitions: FormSchema['$defs']): readonly Option[] => {
  const own = resolveQuestion(question, definitions)
  const listed = own.type === 'array' && own.items ? resolveQuestion(own.items, definitions) : own
  return listed.oneOf ?? []
}

/** A code list that many questions use is asked about at the first of them. */
const ofOptions = (before: CompiledForm, after: CompiledForm, pairs: readonly Pair[], look: TextsLook): Classified[] => {
  const asked = new Set<string>()
  return pairs.flatMap(({ path, was, is }) => {
    const [listed, options] = [optionsIn(was, before.form.schema.$defs), optionsIn(is, after.form.schema.$defs)]
    if (listed === options) return []
    const labels = new Map(listed.map((option) => [option.const, option.title]))
    return options.flatMap(({ const: value, title }) => {
      const found = ofText(path, { option: value }, labels.get(value), title, look)
      const change = JSON.stringify([value, labels.get(value), title])
      if (found.length === 0 || asked.has(change)) return []
      asked.add(change)
      return found
    })
  })
}

export const classifyTexts = (before: CompiledForm, after: CompiledForm, pairs: readonly Pair[], look: TextsLook): Classified[] => [
  ...pairs.flatMap(({ path, was, is }) => [
    ...ofText(path, 'title', was.title, is.title, look),
    ...ofText(path, 'unit', was['x-unit'], is['x-unit'], look),
  ]),
  ...ofOptions(before, after, pairs, look),
]
