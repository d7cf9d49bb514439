// A form of Form.io: components in layouts, values and limits beside them, simple conditions. Scripts are never taken over.
import { isRecord } from '../../issues/json-pointer.ts'
import type { JsonSchema } from '../../form/compiled-form.ts'
import type { ReportLine } from '../import-report.ts'
import { choiceOf, countOf, fileOf, isAnswered, manyOf, objectOf, present, recordsOf, textOf, type ForeignForm, type ForeignQuestion } from './foreign-form.ts'

const silent = new Set(['button', 'htmlelement', 'content', 'hidden', 'recaptcha', 'spacer'])
const layouts = new Set(['panel', 'fieldset', 'well', 'columns', 'table', 'tabs'])

const inside = (component: JsonSchema): [JsonSchema, string][] => {
  const lists: [unknown, string][] = [[component['components'], 'components'], ...recordsOf(component['columns']).map((each, i): [unknown, string] => [each['components'], `columns/${i}/components`]),
    ...(Array.isArray(component['rows']) ? component['rows'].flatMap((row: unknown, r) => recordsOf(row).map((cell, c): [unknown, string] => [cell['components'], `rows/${r}/${c}/components`])) : [])]
  return lists.flatMap(([list, place]) => recordsOf(list).map((each, i): [JsonSchema, string] => [each, `${place}/${i}`]))
}

const schemaOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema | undefined => {
  const several = component['multiple'] === true
  const data = isRecord(component['data']) ? component['data']['values'] : undefined
  switch (component['type']) {
    case 'textfield': case 'textarea': case 'password': case 'url': case 'phoneNumber': case 'time': case 'tags': return { type: 'string', ...(component['type'] === 'textarea' && { 'x-widget': 'textarea' }) }
    case 'email': return { type: 'string', format: 'email' }
    case 'number': return { type: 'number' }
    case 'currency': return { 'type': 'integer', 'x-field': 'money' }
    case 'checkbox': return { type: 'boolean' }
    case 'radio': return choiceOf(component['values'])
    case 'select': return several ? manyOf(data) : choiceOf(data)
    case 'selectboxes': return manyOf(component['values'])
    case 'datetime': case 'day': return { type: 'string', format: 'date' }
    case 'file': return fileOf(several)
    case 'container': return objectOf(questionsOf(component, pointer, lines))
    case 'datagrid': case 'editgrid': return { type: 'array', items: objectOf(questionsOf(component, pointer, lines)) }
    default: return undefined
  }
}

const signs: Record<string, (value: unknown) => JsonSchema> = { isEqual: (value) => ({ const: value }), greaterThan: (value) => ({ exclusiveMinimum: value }), lessThan: (value) => ({ exclusiveMaximum: value }), greaterThanOrEqual: (value) => ({ minimum: value }), lessThanOrEqual: (value) => ({ maximum: value }), includes: (value) => ({ contains: { const: value } }) }

/** Form.io keeps values of conditions as text. */
const valueOf = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value)

const whenOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema | undefined => {
  const told = component['conditional']
  if (typeof component['customConditional'] === 'string' && component['customConditional'].trim() !== '') lines.push({ pointer: `${pointer}/customConditional`, fate: 'refused', code: 'import.foreign.script' })
  if (!isRecord(told)) return undefined
  const shows = told['show'] === true || told['show'] === 'true'
  const negated = (condition: JsonSchema): JsonSchema => (shows ? condition : { not: condition })
  if (typeof told['when'] === 'string' && told['when'] !== '') return negated(isAnswered(told['when'], { const: valueOf(told['eq']) }))
  const parts = recordsOf(told['conditions']).map((each) => [String(each['component']), signs[String(each['operator'])]?.(valueOf(each['value']))] as const)
  if (parts.length === 0) return undefined
  if (parts.some(([, test]) => test === undefined)) {
    lines.push({ pointer: `${pointer}/conditional`, fate: 'refused', code: 'import.foreign.condition' })
    return undefined
  }
  return negated({ [told['conjunction'] === 'any' ? 'anyOf' : 'allOf']: parts.map(([name, test]) => isAnswered(name, test!)) })
}

const limitsOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema => {
  const told = isRecord(component['validate']) ? component['validate'] : {}
  if (typeof told['custom'] === 'string' && told['custom'].trim() !== '') lines.push({ pointer: `${pointer}/validate/custom`, fate: 'refused', code: 'import.foreign.script' })
  return present({ minLength: countOf(told['minLength']), maxLength: countOf(told['maxLength']), pattern: told['pattern'], minimum: countOf(told['min']), maximum: countOf(told['max']) })
}

const questionOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): ForeignQuestion[] => {
  const kind = String(component['type'])
  if (silent.has(kind)) return []
  if (layouts.has(kind)) return questionsOf(component, pointer, lines)
  const schema = schemaOf(component, pointer, lines)
  if (!schema || typeof component['key'] !== 'string') {
    lines.push({ pointer, fate: 'refused', code: 'import.foreign.kind', params: { kind } })
    return []
  }
  const when = whenOf(component, pointer, lines)
  const words = present({ title: textOf(component['label']), description: textOf(component['description'] ?? component['tooltip']) })
  const required = isRecord(component['validate']) && component['validate']['required'] === true
  return [{ name: component['key'], schema: { ...schema, ...limitsOf(component, pointer, lines), ...words, ...(schema['type'] === 'boolean' && required && { const: true }) }, required, pointer, ...(when && { when }) }]
}

const questionsOf = (component: JsonSchema, pointer: string, lines: ReportLine[]): ForeignQuestion[] => inside(component).flatMap(([each, place]) => questionOf(each, `${pointer}/${place}`, lines))

export const isFormIo = (json: JsonSchema): boolean => Array.isArray(json['components']) && (json['display'] === 'form' || json['display'] === 'wizard' || recordsOf(json['components']).some((each) => 'input' in each && typeof each['key'] === 'string'))

export const readFormIo = (json: JsonSchema): ForeignForm => {
  const lines: ReportLine[] = []
  const parts = inside(json).map(([component, place]) => ({ component, questions: questionOf(component, `/${place}`, lines) })).filter(({ questions }) => questions.length > 0)
  const title = textOf(json['title'])
  const isPage = ({ component }: { component: JsonSchema }): boolean => component['type'] === 'panel'
  const pages = parts.some(isPage) ? parts.map(({ component, questions }) => ({ title: textOf(component['title'] ?? component['label']) ?? title ?? '', names: questions.map(({ name }) => name) })) : [{ title: title ?? '', names: parts.flatMap(({ questions }) => questions.map(({ name }) => name)) }]
  return { schema: { ...objectOf(parts.flatMap(({ questions }) => questions)), ...(title && { title }) }, pages, lines }
}
