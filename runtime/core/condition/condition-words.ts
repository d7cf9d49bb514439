// Says any condition as one sentence, for cards, lists and reviews: “Loại hình là Mới và Diện tích từ 100 trở lên”. What no
// row can say is put in words too, so that a condition that is only looked at is understood.
import { formatDate, formatNumber } from '../text/format.ts'
import type { Locale } from '../text/localise.ts'
import { phrasesFrom } from '../text/phrases.ts'
import type { Condition } from '#schemas/generated/types.ts'
import type { Candidate } from './condition-candidates.ts'
import { isSentence, rewordCondition, type Mode, type Row, type Sentence, type Value } from './condition-sentence.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

const phrase = phrasesFrom<keyof typeof vi>({ vi, en })

interface Words {
  candidates: ReadonlyMap<string, Candidate>
  language: Locale
}

const wordsFor = (candidates: readonly Candidate[], language: Locale): Words => ({ candidates: new Map(candidates.map((each) => [each.path, each])), language })

export const valueText = (value: Value, candidate: Candidate | undefined, language: Locale): string => {
  if (typeof value === 'boolean') return phrase(value ? 'yes' : 'no', language)
  const option = candidate?.options.find((each) => each.value === value)
  if (option) return option.label
  if (typeof value === 'number') return [formatNumber(value, language), candidate?.unit].filter(Boolean).join(' ')
  return candidate?.kind === 'date' ? formatDate(value, language) : `“${value}”`
}

/** A text, and whether it is several joined by "and" or "or", which stand in brackets inside others. */
interface Said {
  text: string
  isJoined: boolean
}

const one = (text: string): Said => ({ text, isJoined: false })
const inBrackets = ({ text, isJoined }: Said): string => (isJoined ? `(${text})` : text)
const denied = (said: Said, language: Locale): Said => one(phrase('notThat', language, { text: inBrackets(said) }))

const join = (mode: Mode, parts: readonly Said[], language: Locale): Said => {
  const [first] = parts
  const joined = parts.length === 1 && first ? first : { text: parts.map(inBrackets).join(` ${phrase(mode === 'all' ? 'and' : 'or', language)} `), isJoined: true }
  return mode === 'none' ? denied(joined, language) : joined
}

const rowText = ({ path, test, value, rows }: Row, words: Words): string => {
  const candidate = words.candidates.get(path)
  const question = candidate?.label ?? path
  if (test === 'anyRow') return phrase('anyRow', words.language, { question, row: rows ? saySentence(rows, wordsFor(candidate?.columns ?? [], words.language)).text : '…' })
  const values = value === undefined ? ['…'] : [value].flat().map((each) => valueText(each, candidate, words.language))
  return phrase(test, words.language, { question, value: values.join(', ') })
}

const saySentence = ({ mode, parts }: Sentence, words: Words): Said =>
  parts.length === 0 ? one(phrase('nothing', words.language)) : join(mode, parts.map((part) => (isSentence(part) ? saySentence(part, words) : one(rowText(part, words)))), words.language)

/** Of what one answer must be, where rows may not be able to say it. */
const sayLeaf = (inner: Condition, path: string, words: Words): Said => {
  const rows = rewordCondition({ properties: { x: inner }, required: ['x'] })?.parts
  if (rows?.every((part) => !isSentence(part) && part.path === '/x')) return join('all', (rows as Row[]).map((row) => one(rowText({ ...row, path }, words))), words.language)
  const { contains, not, ...rest } = inner
  const candidate = words.candidates.get(path)
  return join('all', [
    ...(contains ? [one(phrase('anyRow', words.language, { question: candidate?.label ?? path, row: say(contains, '', wordsFor(candidate?.columns ?? [], words.language)).text }))] : []),
    ...(not ? [denied(sayLeaf(not, path, words), words.language)] : []),
    ...(Object.keys(rest).length > 0 ? [say(rest, path, words)] : []),
  ], words.language)
}

const sayName = (path: string, inner: Condition | undefined, isRequired: boolean, words: Words): Said => {
  const question = words.candidates.get(path)?.label ?? path
  if (!inner) return one(phrase('isFilled', words.language, { question }))
  const said = sayLeaf(inner, path, words)
  return isRequired ? said : join('any', [one(phrase('isEmpty', words.language, { question })), said], words.language)
}

const say = (condition: Condition, base: string, words: Words): Said => {
  const sentence = base === '' ? rewordCondition(condition) : undefined
  if (sentence) return saySentence(sentence, words)
  const { properties = {}, required = [], allOf = [], anyOf, not, ...tests } = condition
  const inner = (part: Condition): Said => say(part, base, words)
  return join('all', [
    ...[...new Set([...Object.keys(properties), ...required])].map((name) => sayName(`${base}/${name}`, properties[name], required.includes(name), words)),
    ...allOf.map(inner),
    ...(anyOf ? [join('any', anyOf.map(inner), words.language)] : []),
    ...(not ? [denied(inner(not), words.language)] : []),
    // What is said of one answer in a way that no row knows stands as it is written.
    ...(Object.keys(tests).length > 0 ? [one(JSON.stringify(tests))] : []),
  ], words.language)
}

/** In the words of questions that are at hand: those of the form, or the columns of a table. */
export const conditionWords = (condition: Condition, candidates: readonly Candidate[], language: Locale): string => say(condition, '', wordsFor(candidates, language)).text
