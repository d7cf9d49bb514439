// A form of form-js (bpmn.io, Camunda): components with keys, conditions in FEEL that say when something is hidden.
import { isRecord } from '../../issues/json-pointer.ts'
import type { JsonSchema } from '../../form/compiled-form.ts'
import type { ReportLine } from '../import-report.ts'
import { readForeignCondition } from './foreign-condition.ts'
import { choiceOf, countOf, fileOf, manyOf, objectOf, present, recordsOf, textOf, type ForeignForm, type ForeignQuestion } from './foreign-form.ts'

const silent = new Set(['text', 'html', 'image', 'separator', 'spacer', 'button', 'iframe', 'documentPreview'])

const schemaOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema | undefined => {
  const validate = isRecord(component['validate']) ? component['validate'] : {}
  switch (component['type']) {
    case 'textfield': return { type: 'string', ...(validate['validationType'] === 'email' && { format: 'email' }) }
    case 'textarea': return { 'type': 'string', 'x-widget': 'textarea' }
    case 'number': return { type: countOf(component['decimalDigits']) === 0 ? 'integer' : 'number' }
    case 'checkbox': return { type: 'boolean' }
    case 'radio': case 'select': return choiceOf(component['values'])
    case 'checklist': case 'taglist': return manyOf(component['values'])
    case 'datetime': return component['subtype'] === 'time' ? { type: 'string' } : { type: 'string', format: 'date' }
    case 'filepicker': return fileOf(component['multiple'] === true)
    case 'dynamiclist': return { type: 'array', items: objectOf(questionsOf(component, pointer, lines)) }
    default: return undefined
  }
}

const whenOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema | undefined => {
  const hide = isRecord(component['conditional']) ? component['conditional']['hide'] : undefined
  if (typeof hide !== 'string' || hide.trim() === '') return undefined
  const hidden = readForeignCondition(hide)
  if (!hidden) lines.push({ pointer: `${pointer}/conditional/hide`, fate: 'refused', code: 'import.foreign.condition' })
  return hidden && (isRecord(hidden['not']) ? hidden['not'] : { not: hidden })
}

const questionOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): ForeignQuestion[] => {
  const kind = String(component['type'])
  if (silent.has(kind)) return []
  const path = typeof component['path'] === 'string' && component['path'] !== '' ? component['path'] : undefined
  const words = present({ title: textOf(component['label']), description: textOf(component['description']) })
  const when = whenOf(component, pointer, lines)
  if (kind === 'group') {
    const inner = questionsOf(component, pointer, lines)
    if (path === undefined) return inner.map((each) => (when ? { ...each, when: each.when ? { allOf: [when, each.when] } : when } : each))
    return [{ name: path, schema: { ...objectOf(inner), ...words }, required: false, pointer, ...(when && { when }) }]
  }
  const schema = schemaOf(component, pointer, lines)
  const name = component['key'] ?? path
  if (!schema || typeof name !== 'string') {
    lines.push({ pointer, fate: 'refused', code: 'import.foreign.kind', params: { kind } })
    return []
  }
  const validate = isRecord(component['validate']) ? component['validate'] : {}
  const limits = present({ minLength: countOf(validate['minLength']), maxLength: countOf(validate['maxLength']), pattern: validate['pattern'], minimum: countOf(validate['min']), maximum: countOf(validate['max']) })
  return [{ name, schema: { ...schema, ...limits, ...words }, required: validate['required'] === true, pointer, ...(when && { when }) }]
}

const questionsOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): ForeignQuestion[] => recordsOf(component['components']).flatMap((each, i) => questionOf(each, `${pointer}/components/${i}`, lines))

export const isFormJs = (json: JsonSchema): boolean => Array.isArray(json['components']) && (json['type'] === 'default' || typeof json['schemaVersion'] === 'number')

export const readFormJs = (json: JsonSchema): ForeignForm => {
  const lines: ReportLine[] = []
  const questions = questionsOf(json, '', lines)
  return { schema: objectOf(questions), pages: [{ title: textOf(json['id']) ?? '', names: questions.map(({ name }) => name) }], lines }
}
