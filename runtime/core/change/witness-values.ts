// Answers to one question that it took before and takes no more: at the edges of what was allowed, and what people would write.
// The search for a witness (witness.ts) puts them among complete answers.
import type { Question } from '#schemas/generated/types.ts'
import type { JsonSchema } from '../form/compiled-form.ts'
import { questionAt } from '../form/question-at.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import { parsePointer } from '../issues/json-pointer.ts'
import { interpretSchema } from '../json-schema/interpret-schema.ts'
import { makeAt, type Bending } from '../scenario/make-hold.ts'
import { matchPattern } from '../scenario/match-pattern.ts'
import { optionsOf } from '../scenario/make-value.ts'
import { factsAt, factsOf, factsOfItems, type Facts } from './classify-facts.ts'

/** What the published schema says of one place, rules apart. */
const judgeAt = (schema: JsonSchema, path: string): ((value: unknown) => boolean) => {
  const { allOf: _branches, ...base } = schema
  const facts = parsePointer(path).reduce<Facts>((at, name) => (name === '*' ? factsOfItems(at) : factsAt(at, name)), factsOf(base, (schema['$defs'] ?? {}) as Facts['definitions']))
  return interpretSchema({ allOf: facts.parts, ...(schema['$defs'] !== undefined && { $defs: schema['$defs'] }) })
}

/** A text of this length, begun as people begin. */
const ofLength = (text: string, length: number): string => [...`${text.trim()} `.repeat(Math.ceil(length / Math.max(1, [...text].length)) + 1)].slice(0, length).join('').replace(/ $/, 'a')

const lengths = ({ minLength = 1, maxLength = 255 }: Question): number[] => [minLength, minLength - 1, maxLength, maxLength + 1].filter((length) => length > 0 && length <= 5000)

const textsFor = (was: Question, is: Question | undefined, made: readonly unknown[], bending: Bending): unknown[] => {
  const written = made.find((each): each is string => typeof each === 'string' && each !== '') ?? 'An'
  const shaped = was.pattern === undefined ? [] : Array.from({ length: 12 }, () => matchPattern(was.pattern!, () => true, bending.making.chance))
  return [...[...lengths(was), ...(is ? lengths(is) : [])].map((length) => ofLength(written, length)), ...shaped, 'an', 'An', 'AN 12', '12', 'A-1', '000000000000', '0000000000']
}

const numbersFor = (questions: readonly Question[]): number[] => questions.flatMap(({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 }) =>
  [minimum, maximum, exclusiveMinimum, exclusiveMaximum, 0].flatMap((edge) => (edge === undefined ? [] : [edge - multipleOf, edge - 1, edge, edge + 1, edge + multipleOf, edge + 0.5])))

const listsFor = (questions: readonly Question[], path: string, bending: Bending): unknown[][] => {
  const counts = questions.flatMap(({ minItems = 1, maxItems = 20 }) => [minItems - 1, minItems, maxItems, maxItems + 1]).filter((count) => count > 0 && count <= 100)
  const item = (): unknown => makeAt(bending, `${path.replaceAll('/*', '/0')}/0`)
  const one = item()
  return [...counts.map((count) => Array.from({ length: count }, item)), [one, one]]
}

/** Values that the old schema takes at this place and the new one does not, likely ones first. */
export const edgeValues = (old: JsonSchema, now: JsonSchema, path: { was: string; is: string }, questions: { was: Question; is: Question | undefined }, bending: Bending): unknown[] => {
  const was = resolveQuestion(questions.was, bending.making.definitions)
  const is = questions.is && resolveQuestion(questions.is, bending.making.definitions)
  const pointer = path.was.replaceAll('/*', '/0')
  const made = Array.from({ length: 12 }, () => makeAt(bending, pointer))
  const both = [was, ...(is ? [is] : [])]
  const candidates: unknown[] = [
    ...made, ...(optionsOf(was) ?? []), true, false,
    ...(was.type === 'string' ? textsFor(was, is, made, bending) : []), ...(was.type === 'integer' || was.type === 'number' ? numbersFor(both) : []),
    ...(was.type === 'array' ? listsFor(both, path.was, bending) : []),
  ].filter((value) => value !== undefined)
  const [took, takes] = [judgeAt(old, path.was), judgeAt(now, path.is)]
  return candidates.filter((value) => took(value) && !takes(value))
}

export const questionWas = ({ form }: Bending, path: string): Question | undefined => questionAt(form, path.replaceAll('/*', '/0'))
