// A made-up answer to one question, such as a person in Vietnam would give it: within its bounds, of its field type, by what
// it is called. What rules and checks ask besides is the work of make-answers.ts.
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import type { KnownFile } from '../answers/validate-answers.ts'
import { addDays } from '../deadline/working-calendar.ts'
import { addMonths } from '../deadline/due-date.ts'
import { catalogueFieldPatterns } from '../form/field-types/field-type.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { foldText } from '../text/format.ts'
import type { Chance } from './chance.ts'
import { matchPattern } from './match-pattern.ts'
import { communeOf, email, enterpriseCode, knownProvinces, personId, phone, writeText } from './vietnamese-values.ts'

export interface Making {
  chance: Chance
  definitions: FormSchema['$defs']
  /** Day of filing. */
  today: string
  /** How often what may be left out is answered, 0 to 1. */
  fill: number
  /** Files that answers name; made along the way and kept nowhere. */
  files: Map<string, KnownFile>
}

export const optionsOf = (question: Question): (string | number)[] | undefined => question.enum ?? question.oneOf?.map((option) => option.const)

/** Codes that may still be used on that day; all, when none may. */
const inForce = (question: Question, today: string): (string | number)[] | undefined => {
  const open = question.oneOf?.filter((option) => option.validTo === undefined || option.validTo >= today).map((option) => option.const)
  return open && open.length > 0 ? open : optionsOf(question)
}

const dateFor = (words: string, today: string, chance: Chance): string => {
  const folded = foldText(words)
  if (/sinh/.test(folded)) return addDays(addMonths(today, -12 * chance.between(25, 58)), chance.between(0, 300))
  if (/het han|het hieu luc|den ngay|du kien|thoi han den/.test(folded)) return addDays(today, chance.between(60, 600))
  return addDays(today, -chance.between(20, 700))
}

const byField: Record<string, (chance: Chance) => string> = { personId, taxCode: enterpriseCode, enterpriseCode, phone, email }
const byPattern: Record<string, (chance: Chance) => string> = {
  [catalogueFieldPatterns.personId]: personId, [catalogueFieldPatterns.taxCode]: enterpriseCode, [catalogueFieldPatterns.enterpriseCode]: enterpriseCode, [catalogueFieldPatterns.phone]: phone,
}

const textFor = (question: Question, words: string, { chance, today }: Making): string => {
  if (question.format === 'date') return dateFor(words, today, chance)
  const bounds = { least: question.minLength ?? 1, most: question.maxLength ?? 255 }
  const fits = (text: string): boolean => [...text].length >= bounds.least && [...text].length <= bounds.most && (!question.pattern || new RegExp(question.pattern, 'u').test(text))
  const known = byField[question['x-field'] ?? ''] ?? (question.format === 'email' ? email : byPattern[question.pattern ?? ''])
  const made = known?.(chance)
  if (made !== undefined && fits(made)) return made
  const examples = (question.examples ?? []).filter((each): each is string => typeof each === 'string' && fits(each))
  if (examples.length > 0 && chance.often(0.7)) return chance.pick(examples)
  const written = writeText(question.title ?? '', words, bounds, chance)
  return question.pattern && !fits(written) ? (matchPattern(question.pattern, fits, chance) ?? examples[0] ?? '') : written
}

/** Years are counted near today: births a generation or two ago, the rest lately. */
const yearFor = (words: string, least: number, most: number, { chance, today }: Making): number => {
  const now = Number(today.slice(0, 4))
  const [from, to] = /sinh/.test(foldText(words)) ? [now - 58, now - 25] : [now - 12, now]
  return chance.between(Math.max(least, from), Math.max(Math.max(least, from), Math.min(most, to)))
}

/** Đồng are paid in thousands; what is counted is seldom more than a few. */
const numberFor = (question: Question, words: string, making: Making): number => {
  const { chance } = making
  const isWhole = question.type === 'integer' || question['x-field'] === 'money'
  const step = question.multipleOf ?? (isWhole ? 1 : 0.5)
  const isMoney = question['x-field'] === 'money'
  const least = question.minimum ?? (question.exclusiveMinimum === undefined ? Math.min(1, question.maximum ?? 1) : question.exclusiveMinimum + step)
  const usual = isMoney ? 50_000_000 : 20
  const most = question.maximum ?? (question.exclusiveMaximum === undefined ? Math.max(least, least + usual) : question.exclusiveMaximum - step)
  const grain = isMoney && most - least > 2_000_000 ? 1_000_000 : step
  if (isWhole && least >= 1800 && least <= 2100 && (most <= 2200 || question.maximum === undefined) && /nam|year/.test(foldText(words))) return yearFor(words, least, most, making)
  const upper = Math.min(most, least + (isMoney ? usual : Math.max(usual, grain * 20)))
  const [low, high] = [Math.ceil(least / grain), Math.floor(upper / grain)]
  const value = low <= high ? chance.between(low, high) * grain : least
  return Number(value.toPrecision(12))
}

const fileKinds: Record<string, string> = { pdf: 'Văn bản', jpg: 'Ảnh chụp', png: 'Ảnh chụp', docx: 'Văn bản', xlsx: 'Bảng kê' }

const fileFor = (question: Question, making: Making): string => {
  const { chance, files } = making
  const rule = question['x-file']
  const type = rule?.accept[0] ?? 'pdf'
  const id = chance.uuid()
  files.set(id, { id, name: `${fileKinds[type] ?? 'Tệp'} thử ${files.size + 1}.${type}`, size: Math.min(rule?.maxBytes ?? 200_000, chance.between(40_000, 900_000)), type })
  return id
}

const listFor = (question: Question, words: string, required: boolean, making: Making): unknown[] => {
  const item = resolveQuestion(question.items ?? {}, making.definitions)
  const least = Math.max(question.minItems ?? 0, required ? 1 : 0, 1)
  const count = making.chance.between(least, Math.min(question.maxItems ?? 20, Math.max(least, item.type === 'object' ? 2 : 1)))
  if (question['x-file']) return Array.from({ length: count }, () => fileFor(question, making))
  const values: unknown[] = []
  for (let tries = 0; values.length < count && tries < count * 10; tries++) {
    const value = makeValue(item, words, true, making)
    if (value !== undefined && (!question.uniqueItems || !values.includes(value))) values.push(value)
  }
  return values
}

/** An address knows its communes by its province; other groups are made part by part. */
const groupFor = (question: Question, making: Making): Answers => {
  const { chance } = making
  const made: Answers = {}
  for (const [name, raw] of Object.entries(question.properties ?? {})) {
    const required = question.required?.includes(name) ?? false
    if (raw['x-compute'] !== undefined || (!required && !chance.often(making.fill))) continue
    const part = resolveQuestion(raw, making.definitions)
    const options = optionsOf(part)
    const known = question['x-field'] === 'address' && name === 'province' ? knownProvinces.filter((code) => options?.includes(code)) : []
    made[name] = known.length > 0 ? chance.pick(known)
      : question['x-field'] === 'address' && name === 'commune' && !options ? communeOf(made['province'], chance)
        : makeValue(part, `${part.title ?? ''} ${name}`, required, making)
    if (made[name] === undefined) delete made[name]
  }
  return made
}

/** `words` is what the question is called; undefined where no answer could be made. */
export const makeValue = (raw: Question, words: string, required: boolean, making: Making): unknown => {
  const question = resolveQuestion(raw, making.definitions)
  const { chance, today } = making
  if (question['x-compute'] !== undefined) return undefined
  if (question.const !== undefined) return question.const
  const options = inForce(question, today)
  // Most people in Vietnam name Vietnam where a country is asked for.
  if (options) return options.includes('VN') && chance.often(0.8) ? 'VN' : chance.pick(options)
  switch (question.type) {
    case 'boolean': return chance.often(0.5)
    case 'integer':
    case 'number': return numberFor(question, words, making)
    case 'array': return listFor(question, words, required, making)
    case 'object': return groupFor(question, making)
    default: return textFor(question, words, making)
  }
}
