// What may stand at a place of the document besides what the schema lists: paths and names of questions, values of options,
// ids of steps, roles and papers. Read from the last document that was whole.
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { resolveQuestion, walkForm } from '#core/form/walk-form.ts'
import { isRecord, readAt, toPointer } from '#core/issues/json-pointer.ts'
import type { Form, Option, Procedure, Question } from '#schemas/generated/types.ts'
import { ownerAt, questionAt } from '../form-editor/form-place.ts'
import { schemasAt } from './document-schema.ts'

export interface Candidate {
  value: string | number | boolean
  detail?: string
}

interface Spot {
  procedure: Procedure
  segments: readonly string[]
  form: Form | undefined
  /** Segments below the form. */
  inForm: readonly string[]
}

const named = (list: readonly { id?: string, title?: string }[] | undefined): Candidate[] => (list ?? []).flatMap(({ id, title }) => (id === undefined ? [] : [{ value: id, detail: title }]))

const spotAt = (procedure: Procedure, segments: readonly string[]): Spot => {
  const at = segments.lastIndexOf('form')
  const form = at < 0 ? procedure.form : (readAt(procedure, toPointer(segments.slice(0, at + 1))) as Form | undefined)
  return { procedure, segments, form: isRecord(form?.schema) ? form : procedure.form, inForm: at < 0 ? [] : segments.slice(at + 1) }
}

/** The question that a place inside a condition speaks of, and the ones it could go on to. */
const conditionPath = ({ procedure, segments }: Spot): string | undefined => {
  const at = segments.findLastIndex((segment) => segment === 'when')
  if (at < 0) return undefined
  const rule = readAt(procedure, toPointer(segments.slice(0, at)))
  const within = isRecord(rule) && typeof rule['within'] === 'string' ? `${rule['within']}/*` : ''
  let path = within
  for (let i = at + 1; i < segments.length; i++) {
    if (segments[i] === 'properties') path += segments[i + 1] === undefined ? '' : `/${segments[++i]}`
    else if (segments[i] === 'contains') path += '/*'
  }
  return path
}

const questionsUnder = (form: Form | undefined, path: string): Candidate[] => {
  if (!form) return []
  const owner = path.endsWith('/*') ? questionAt(form.schema, path) : ownerAt(form.schema, path)
  return Object.entries(owner?.properties ?? {}).map(([name, question]) => ({ value: name, detail: question.title }))
}

const optionsOf = (form: Form | undefined, path: string): Candidate[] => {
  const found = form && questionAt(form.schema, path)
  const asked = found && resolveQuestion(found, form.schema.$defs)
  const holder: Question | undefined = asked?.type === 'array' && asked.items ? resolveQuestion(asked.items, form!.schema.$defs) : asked
  if (holder?.type === 'boolean') return [{ value: true }, { value: false }]
  return (holder?.oneOf ?? []).map((option: Option) => ({ value: option.const, detail: option.title }))
}

const inCondition = (spot: Spot): Candidate[] | undefined => {
  const path = conditionPath(spot)
  if (path === undefined) return undefined
  const [last, before] = [spot.segments.at(-1), spot.segments.at(-2)]
  if (last === 'const' || before === 'enum') return optionsOf(spot.form, path.replace(/\/\*$/, ''))
  return before === 'required' ? questionsUnder(spot.form, path) : undefined
}

const inSchema = ({ form, inForm, procedure, segments }: Spot): Candidate[] | undefined => {
  if (inForm[0] !== 'schema' || !form) return undefined
  const last = segments.at(-1)
  if (last === '$ref') return Object.entries(form.schema.$defs ?? {}).map(([name, each]) => ({ value: `#/$defs/${name}`, detail: each.title }))
  if (last === 'x-field') return fieldTypes.map(({ id }) => ({ value: id }))
  const owner = readAt(procedure, toPointer(segments.slice(0, segments.at(-2) === 'required' || segments.at(-2) === 'x-uniqueBy' ? -2 : -1)))
  if (!isRecord(owner)) return undefined
  const holder = (segments.at(-2) === 'x-uniqueBy' || last === 'x-itemTitle') && isRecord(owner['items']) ? owner['items'] : owner
  return segments.at(-2) === 'required' || segments.at(-2) === 'x-uniqueBy' || last === 'x-itemTitle' ? Object.entries((holder['properties'] ?? {}) as Record<string, Question>).map(([name, each]) => ({ value: name, detail: each.title })) : undefined
}

const byName: Readonly<Record<string, (spot: Spot) => Candidate[]>> = {
  to: ({ procedure }) => named(procedure.workflow?.steps), start: ({ procedure }) => named(procedure.workflow?.steps), otherwise: ({ procedure }) => named(procedure.workflow?.steps), withdrawTo: ({ procedure }) => named(procedure.workflow?.steps),
  role: ({ procedure }) => named(procedure.workflow?.roles), signedBy: ({ procedure }) => named(procedure.workflow?.roles), component: ({ procedure }) => named(procedure.info.components),
}
const byList: Readonly<Record<string, (spot: Spot) => Candidate[]>> = {
  issues: ({ procedure }) => named(procedure.papers), path: ({ procedure }) => named(procedure.workflow?.steps), pages: ({ procedure }) => named(procedure.form?.pages),
  options: ({ procedure, segments, form }) => { const path = readAt(procedure, toPointer([...segments.slice(0, -2), 'path'])); return typeof path === 'string' ? optionsOf(form, path) : [] },
}

const takesPath = (segments: readonly string[]): boolean => schemasAt(segments).some(({ node }) => typeof node['pattern'] === 'string' && node['pattern'].startsWith('^(/'))

/** Values that fit at a place, most particular first. */
export const valueCandidates = (procedure: Procedure, segments: readonly string[]): Candidate[] => {
  const spot = spotAt(procedure, segments)
  if (takesPath(segments)) return walkForm(spot.form?.schema ?? { type: 'object', properties: {} }).map(({ path, question }) => ({ value: path, detail: question.title }))
  const found = inCondition(spot) ?? inSchema(spot) ?? byName[segments.at(-1) ?? '']?.(spot) ?? byList[segments.at(-2) ?? '']?.(spot)
  const listed = schemasAt(segments).flatMap(({ node }): Candidate[] => {
    if (Array.isArray(node['enum'])) return node['enum'].map((value) => ({ value: value as string }))
    if (node['const'] !== undefined) return [{ value: node['const'] as string }]
    return node['type'] === 'boolean' ? [{ value: true }, { value: false }] : []
  })
  return [...(found ?? []), ...listed]
}

/** Names that fit into the object at a place beyond what the schema lists: in a condition, the questions it may speak of. */
export const nameCandidates = (procedure: Procedure, segments: readonly string[]): Candidate[] => {
  const spot = spotAt(procedure, segments)
  const path = conditionPath(spot)
  return path !== undefined && segments.at(-1) === 'properties' ? questionsUnder(spot.form, path) : []
}
