// A survey of SurveyJS: pages with elements, choices, panels and matrices, conditions as its own expressions.
import { isRecord } from '../../issues/json-pointer.ts'
import type { JsonSchema } from '../../form/compiled-form.ts'
import type { ReportLine } from '../import-report.ts'
import { readForeignCondition } from './foreign-condition.ts'
import { choiceOf, countOf, fileOf, manyOf, objectOf, present, recordsOf, textOf, type ForeignForm, type ForeignQuestion } from './foreign-form.ts'

const silent = new Set(['html', 'image'])

const textSchema = (element: JsonSchema): JsonSchema => {
  const input = element['inputType']
  if (input === 'number' || input === 'range') return { type: 'number' }
  return { type: 'string', ...(input === 'date' && { format: 'date' }), ...(input === 'email' && { format: 'email' }) }
}

const rating = (element: JsonSchema): JsonSchema => {
  const [least, most] = [countOf(element['rateMin']) ?? 1, countOf(element['rateMax']) ?? 5]
  return choiceOf(element['rateValues'] ?? Array.from({ length: Math.min(20, Math.max(0, most - least + 1)) }, (_each, i) => least + i))
}

/** A column of a matrix is a question whose kind may be said once for all. */
const columnsOf = (element: JsonSchema): JsonSchema[] => recordsOf(element['columns']).map((column) => ({ ...column, type: column['cellType'] ?? element['cellType'] ?? 'dropdown', choices: column['choices'] ?? element['choices'] }))

const schemaOf = (element: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema | undefined => {
  switch (element['type']) {
    case 'text': return textSchema(element)
    case 'comment': return { 'type': 'string', 'x-widget': 'textarea' }
    case 'radiogroup': case 'dropdown': case 'buttongroup': return choiceOf(element['choices'])
    case 'checkbox': case 'tagbox': case 'ranking': return manyOf(element['choices'])
    case 'boolean': return { type: 'boolean' }
    case 'rating': return rating(element)
    case 'file': return fileOf(element['allowMultiple'] === true)
    case 'multipletext': return objectOf(questionsOf(recordsOf(element['items']).map((item) => ({ type: 'text', ...item })), `${pointer}/items`, lines))
    case 'paneldynamic': return { type: 'array', items: objectOf(questionsOf(recordsOf(element['templateElements']), `${pointer}/templateElements`, lines)) }
    case 'matrixdynamic': return { type: 'array', items: objectOf(questionsOf(columnsOf(element), `${pointer}/columns`, lines)) }
    default: return undefined
  }
}

const limitsOf = (element: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema => {
  const limits: Record<string, unknown> = { maxLength: countOf(element['maxLength']), minimum: countOf(element['min']), maximum: countOf(element['max']), minItems: countOf(element['minPanelCount'] ?? element['minRowCount']), maxItems: countOf(element['maxPanelCount'] ?? element['maxRowCount']) }
  recordsOf(element['validators']).forEach((validator, i) => {
    if (validator['type'] === 'regex') limits['pattern'] = validator['regex']
    else if (validator['type'] === 'numeric') Object.assign(limits, { minimum: countOf(validator['minValue']), maximum: countOf(validator['maxValue']) })
    else if (validator['type'] === 'text') Object.assign(limits, { minLength: countOf(validator['minLength']), maxLength: countOf(validator['maxLength']) })
    else if (validator['type'] !== 'email') lines.push({ pointer: `${pointer}/validators/${i}`, fate: 'refused', code: 'import.foreign.script' })
  })
  const maxLength = limits['maxLength']
  return present({ ...limits, maxLength: typeof maxLength === 'number' && maxLength > 0 ? maxLength : undefined })
}

const whenOf = (element: JsonSchema, pointer: string, lines: ReportLine[]): JsonSchema | undefined => {
  const text = element['visibleIf']
  if (typeof text !== 'string' || text.trim() === '') return undefined
  const when = readForeignCondition(text)
  if (!when) lines.push({ pointer: `${pointer}/visibleIf`, fate: 'refused', code: 'import.foreign.condition' })
  return when
}

const both = (outer: JsonSchema | undefined, own: JsonSchema | undefined): JsonSchema | undefined => (outer && own ? { allOf: [outer, own] } : outer ?? own)

const questionOf = (element: JsonSchema, pointer: string, lines: ReportLine[], outer?: JsonSchema): ForeignQuestion[] => {
  const kind = String(element['type'])
  if (silent.has(kind)) return []
  const when = both(outer, whenOf(element, pointer, lines))
  if (kind === 'panel') return questionsOf(recordsOf(element['elements']), `${pointer}/elements`, lines, when)
  const schema = schemaOf(element, pointer, lines)
  if (!schema || typeof element['name'] !== 'string') {
    lines.push({ pointer, fate: 'refused', code: 'import.foreign.kind', params: { kind } })
    return []
  }
  const words = present({ title: textOf(element['title']) ?? element['name'], description: textOf(element['description']) })
  return [{ name: element['name'], schema: { ...schema, ...limitsOf(element, pointer, lines), ...words }, required: element['isRequired'] === true, pointer, ...(when && { when }) }]
}

const questionsOf = (elements: readonly JsonSchema[], pointer: string, lines: ReportLine[], outer?: JsonSchema): ForeignQuestion[] => elements.flatMap((each, i) => questionOf(each, `${pointer}/${i}`, lines, outer))

const hasElements = (json: JsonSchema): boolean => recordsOf(json['elements'] ?? json['questions']).some((each) => typeof each['type'] === 'string')

export const isSurveyJs = (json: JsonSchema): boolean => !isRecord(json['properties']) && (hasElements(json) || recordsOf(json['pages']).some(hasElements))

export const readSurveyJs = (json: JsonSchema): ForeignForm => {
  const lines: ReportLine[] = []
  const title = textOf(json['title'])
  const told = Array.isArray(json['pages']) ? recordsOf(json['pages']).map((page, i) => ({ page, pointer: `/pages/${i}/elements` })) : [{ page: json, pointer: '/elements' }]
  const pages = told.map(({ page, pointer }) => ({ title: textOf(page['title']) ?? title ?? '', questions: questionsOf(recordsOf(page['elements'] ?? page['questions']), pointer, lines, page === json ? undefined : whenOf(page, pointer.replace(/\/elements$/, ''), lines)) }))
  return { schema: { ...objectOf(pages.flatMap(({ questions }) => questions)), ...(title && { title }) }, pages: pages.map((page) => ({ title: page.title, names: page.questions.map(({ name }) => name) })), lines }
}
