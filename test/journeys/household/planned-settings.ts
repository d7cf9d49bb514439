// Which settings an author changes at a question, in the words of the screen and in its order: read from the schemas of field
// types, from which the inspector itself is drawn.
import { readdirSync, readFileSync } from 'node:fs'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { printFormula } from '#core/formula/print-formula.ts'
import type { Question } from '#schemas/generated/types.ts'
import words from '../../../designer/locales/vi.json' with { type: 'json' }

export interface PlannedSetting {
  label: string
  /** Words to write, a value to choose, a formula; nothing for a tick. */
  value: string
  as: 'words' | 'choice' | 'tick' | 'formula'
  /** Folded away among the rarely needed. */
  isMore: boolean
}

interface Setting {
  type?: string | string[]
  title: string
  default?: unknown
  items?: { enum?: string[] }
  oneOf?: { const: string }[]
  properties?: Record<string, Setting>
  'x-control'?: string
  'x-group'?: 'more'
}

interface Family {
  'x-fields'?: string[]
  properties?: Record<string, { $ref: string }>
  $defs?: Record<string, Setting>
}

const folder = new URL('../../../schemas/form/field-types/', import.meta.url)
const schemas = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Family)
const definitions = schemas.find(({ $defs }) => $defs)!.$defs!

const settingsOf = (question: Question): [string, Setting][] =>
  Object.entries(schemas.find((family) => family['x-fields']?.includes(question['x-field'] ?? ''))?.properties ?? {}).map(([keyword, { $ref }]) => [keyword, definitions[$ref.split('/').at(-1)!]!])

/** Made otherwise than by settings: written on the card, chosen from lists, translated, built column by column. */
const elsewhere = new Set(['title', 'description', 'x-i18n', 'oneOf', '$ref', 'type', 'properties', 'items', 'required', 'x-field'])

const knows = (setting: Setting, value: unknown): boolean => setting.oneOf === undefined || setting.oneOf.some((option) => option.const === value)

/** Whether an author can change what a keyword says at this question. */
export const isSettable = (question: Question, keyword: string): boolean => {
  if (elsewhere.has(keyword)) return true
  const setting = settingsOf(question).find(([name]) => name === keyword)?.[1]
  return setting !== undefined && knows(setting, (question as Record<string, unknown>)[keyword])
}

const messages = ['required', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'const'] as const
const megabyte = 1048576
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Row = Omit<PlannedSetting, 'isMore'>

const write = (setting: Setting, control: string, value: unknown): Row => {
  const label = setting.title
  if (control === 'formula') return { label, value: printFormula(value), as: 'formula' }
  if (control === 'megabytes') return { label, value: String(Number(value) / megabyte).replace('.', ','), as: 'words' }
  if (control === 'boolean') return { label, value: '', as: 'tick' }
  return { label, value: String(value), as: ['select', 'component', 'yesNo'].includes(control) ? 'choice' : 'words' }
}

const rowsOf = (question: Question, setting: Setting, value: unknown, made: unknown): Row[] => {
  if (value === undefined || isSame(value, made ?? setting.default)) return []
  const control = setting['x-control'] ?? [setting.type].flat()[0] ?? 'text'
  const parts = value as Record<string, unknown>
  if (setting.properties) return Object.entries(setting.properties).flatMap(([name, part]) => rowsOf(question, part, parts[name], (made as Record<string, unknown> | undefined)?.[name]))
  if (control === 'messages') return messages.flatMap((keyword) => (parts[keyword] === undefined ? [] : [{ label: words.settings.messages[keyword], value: String(parts[keyword]), as: 'words' as const }]))
  if (control === 'checkboxes') return setting.items!.enum!.filter((each) => (value as string[]).includes(each) !== ((made as string[] | undefined) ?? []).includes(each)).map((each) => ({ label: each.toUpperCase(), value: '', as: 'tick' as const }))
  if (control === 'columns') return (value as string[]).map((name) => ({ label: question.items!.properties![name]!.title!, value: '', as: 'tick' as const }))
  return [write(setting, control, value)]
}

/** Beyond this many codes a question is asked by typing (designer/code-lists). */
const manyCodes = 40

/** Formulas read other answers, so they are written when all questions are there. */
export const settingsToMake = (question: Question, codes: number): { now: PlannedSetting[], later: PlannedSetting[] } => {
  const made: Partial<Question> = { ...fieldTypes.find(({ id }) => id === question['x-field'])?.create(), ...(codes > manyCodes && { 'x-widget': 'autocomplete' }) }
  const all = settingsOf(question).filter(([keyword, setting]) => !['options', 'dateChecks', 'address', 'addColumn'].includes(setting['x-control'] ?? '') && isSettable(question, keyword)).map(([keyword, setting]) => {
    const rows = rowsOf(question, setting, (question as Record<string, unknown>)[keyword], (made as Record<string, unknown>)[keyword])
    return { isLater: rows.some(({ as }) => as === 'formula'), rows: rows.map((row): PlannedSetting => ({ ...row, isMore: setting['x-group'] === 'more' })) }
  })
  return { now: all.filter(({ isLater }) => !isLater).flatMap(({ rows }) => rows), later: all.filter(({ isLater }) => isLater).flatMap(({ rows }) => rows) }
}
