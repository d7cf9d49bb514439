// What may be written next in a formula: functions by name, questions by their words, options after a comparison. Pure: text and
// place of the cursor in, suggestions and the call around the cursor out.
import { formulaFunctions, functionNamed, type FormulaFunction } from '#core/formula/functions.ts'
import { withoutTexts } from '#core/formula/notation.ts'
import { foldText } from '#core/text/format.ts'
import type { Candidate } from '#core/condition/condition-candidates.ts'

export interface Suggestion {
  kind: 'question' | 'function' | 'option'
  label: string
  /** What it is called in the formula. */
  detail: string
  insert: string
  /** Where the cursor goes, counted from the start of what was inserted. */
  caret: number
}

export interface Completion {
  /** The part of the text that a suggestion replaces. */
  from: number
  to: number
  suggestions: Suggestion[]
}

export interface NamedQuestion extends Pick<Candidate, 'label' | 'kind' | 'options'> {
  name: string
}

const mostSuggestions = 30

/** Questions by the names that a formula reads them with; in rows the columns come first, by their bare names. */
export const namedQuestions = (columns: readonly Candidate[], candidates: readonly Candidate[]): NamedQuestion[] => {
  const named = (each: Candidate): NamedQuestion => ({ name: each.path.slice(1).replaceAll('/', '.'), label: each.label, kind: each.kind, options: each.options })
  return [...columns, ...candidates].map(named)
}

/** Inside of what goes through the rows of a table, its columns are read by their bare names. */
export const columnsAround = (text: string, caret: number, candidates: readonly Candidate[]): Candidate[] => {
  const call = callAround(text, caret)
  if (!call?.known.overRows || call.operand === 0) return []
  const table = /^\s*([\w.]+)\s*[,;]/.exec(text.slice(call.start))?.[1]
  return candidates.find((each) => each.path === `/${table?.replaceAll('.', '/')}`)?.columns ?? []
}

const rank = (folded: string, typed: string): number => (folded.startsWith(typed) ? 0 : folded.includes(` ${typed}`) ? 1 : folded.includes(typed) ? 2 : 9)

const asFunction = (known: FormulaFunction): Suggestion => ({ kind: 'function', label: known.name, detail: '', insert: known.most === 0 ? `${known.name}()` : `${known.name}(`, caret: known.name.length + (known.most === 0 ? 2 : 1) })
const asQuestion = ({ name, label }: NamedQuestion): Suggestion => ({ kind: 'question', label, detail: name, insert: name, caret: name.length })

const named = (typed: string, questions: readonly NamedQuestion[]): Suggestion[] => {
  const found = questions.map((question) => ({ question, at: Math.min(rank(foldText(question.label), typed), rank(foldText(question.name), typed)) })).filter(({ at }) => at < 9).sort((a, b) => a.at - b.at)
  const functions = formulaFunctions.filter((each) => !each.infix && foldText(each.name).startsWith(typed)).map(asFunction)
  return [...functions, ...found.map(({ question }) => asQuestion(question))].slice(0, mostSuggestions)
}

/** After `loaiHinh =` the options of that question, as the texts that they are stored by. */
const optionsAfter = (before: string, questions: readonly NamedQuestion[]): Completion | undefined => {
  const [, name, typed = ''] = /([\w.]+)\s*(?:=|<>|,)\s*("[^"]*)?$/u.exec(before) ?? []
  const question = questions.find((each) => each.name === name)
  if (!question || (question.kind !== 'options' && question.kind !== 'choices') || /[^=<>]\s*,\s*("[^"]*)?$/.test(before) !== (question.kind === 'choices')) return undefined
  const wanted = foldText(typed.slice(1))
  const suggestions = question.options.filter((option) => rank(foldText(option.label), wanted) < 9 || wanted === '').slice(0, mostSuggestions).map((option): Suggestion => {
    const insert = typeof option.value === 'number' ? String(option.value) : `"${option.value}"`
    return { kind: 'option', label: option.label, detail: insert, insert, caret: insert.length }
  })
  return { from: before.length - typed.length, to: before.length, suggestions }
}

/** Nothing is suggested inside a text; `all` also where nothing was typed yet. */
export const completeFormula = (text: string, caret: number, questions: readonly NamedQuestion[], all = false): Completion | undefined => {
  const before = text.slice(0, caret)
  const options = optionsAfter(before, questions)
  if (options) return options
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1) return undefined
  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? ''
  const to = caret + (/^[\p{L}\p{N}_.]*/u.exec(text.slice(caret))?.[0].length ?? 0)
  // A question may be called by several of its words: the longest that finds something counts.
  const phrase = /[\p{L}_][\p{L}\p{N}_. ]*$/u.exec(before)?.[0] ?? ''
  const words = phrase.split(' ')
  for (let n = Math.min(5, words.length); n > 1; n--) {
    const typed = words.slice(-n).join(' ')
    const found = typed.trim() === typed ? questions.filter((each) => rank(foldText(each.label), foldText(typed)) < 9).map(asQuestion) : []
    if (found.length > 0) return { from: caret - typed.length, to, suggestions: found.slice(0, mostSuggestions) }
  }
  if (word === '' && !all) return undefined
  return { from: caret - word.length, to, suggestions: word === '' ? [...questions.map(asQuestion).slice(0, mostSuggestions), ...formulaFunctions.filter((each) => !each.infix).map(asFunction)] : named(foldText(word), questions) }
}

export interface CallAround {
  known: FormulaFunction
  /** Which operand the cursor stands in, counted from 0. */
  operand: number
  /** Where the operands begin. */
  start: number
}

/** The function whose operands the cursor stands among. */
export const callAround = (text: string, caret: number): CallAround | undefined => {
  const bare = withoutTexts(text).slice(0, caret)
  const open: { name: string, operand: number, start: number }[] = []
  for (let i = 0; i < bare.length; i++) {
    const top = open.at(-1)
    if (bare[i] === '(') open.push({ name: /[A-Za-z]+\s*$/.exec(bare.slice(0, i))?.[0].trim() ?? '', operand: 0, start: i + 1 })
    else if (bare[i] === ')') open.pop()
    else if (top && (bare[i] === ';' || (bare[i] === ',' && !(/\d/.test(bare[i - 1] ?? '') && /\d/.test(bare[i + 1] ?? '') && bare.includes(';'))))) top.operand += 1
  }
  for (const { name, operand, start } of open.reverse()) {
    const known = functionNamed(name)
    if (known) return { known, operand, start }
  }
  return undefined
}
