// Which settings a question has: read from the schemas of field types (schemas/form/field-types), from which the inspector is
// drawn. A question that no field type made has the settings of the kind of input that asks it.
import type { Translations } from '#schemas/generated/types.ts'
import type { InputKind } from '#core/form/input-kind.ts'

/** One setting: plain JSON Schema with its words, and which control edits it. */
export interface Setting {
  type?: string | string[]
  title: string
  description?: string
  'x-i18n'?: Translations
  minimum?: number
  maximum?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  default?: unknown
  oneOf?: { const: string, title: string, 'x-i18n'?: Translations }[]
  items?: { enum?: string[], maxLength?: number }
  properties?: Record<string, Setting>
  required?: string[]
  'x-control'?: string
  /** Rarely needed: folded away. */
  'x-group'?: 'more'
  'x-half'?: boolean
  /** Has a translation of its own. */
  'x-translated'?: boolean
  /** Words of "not set"; false where something is always set. */
  'x-none'?: { vi: string, en: string } | false
  /** Shown only with these values of another setting beside it. */
  'x-when'?: Record<string, string[]>
  /** Its parts stand without a heading of their own. */
  'x-plain'?: boolean
}

interface Family {
  'x-fields': string[]
  properties: Record<string, { $ref: string }>
}

const files = import.meta.glob<Record<string, unknown>>('../../../schemas/form/field-types/*.schema.json', { eager: true, import: 'default' })
const definitions = (Object.entries(files).find(([file]) => file.endsWith('/settings.schema.json'))![1] as { $defs: Record<string, Setting> }).$defs
const families = Object.entries(files).filter(([file]) => !file.endsWith('/settings.schema.json')).map(([, family]) => family as unknown as Family)

/** The field type whose settings a question has that was written by hand or imported. */
const fieldOfKind: Record<InputKind, string> = {
  text: 'text', longText: 'text', suggest: 'text', number: 'number', money: 'money', date: 'date', yesNo: 'yesNo', consent: 'consent', radio: 'choice', select: 'choice', combobox: 'choice',
  choices: 'choices', file: 'file', address: 'address', identity: 'email', repeat: 'table', computed: 'computed',
}

/** Settings by the keyword that holds them, in the order in which they are shown. */
export const settingsFor = (field: string | undefined, kind: InputKind): [string, Setting][] => {
  const family = families.find((each) => each['x-fields'].includes(field ?? '')) ?? families.find((each) => each['x-fields'].includes(fieldOfKind[kind]))!
  return Object.entries(family.properties).map(([keyword, { $ref }]) => [keyword, definitions[$ref.split('/').at(-1)!]!])
}

/** Field types that have settings: each of the catalogue must be one of them. */
export const describedFields = (): string[] => families.flatMap((family) => family['x-fields'])
