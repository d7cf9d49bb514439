// Makes a form of the proposals that a person accepted: a page for each heading of the paper, its questions in order.
import type { Form, Option, Question } from '#schemas/generated/types.ts'
import { fieldTypes } from '../../form/field-catalogue.ts'
import { guessField, withGuess } from '../guess-field.ts'
import { normalName } from '../normal-name.ts'
import type { Proposal } from './proposal.ts'

/** Long pages are cut here. */
const perPage = 25

const nameOf = (title: string, taken: Set<string>): string => {
  const words = title.split(/\s+/).slice(0, 6).join(' ')
  const name = normalName(words[0]!.toLocaleLowerCase('vi') + words.slice(1).toLocaleLowerCase('vi').slice(0, 39), '', taken) ?? normalName('cau hoi', '', taken)!
  taken.add(name)
  return name
}

const optionsOf = (titles: readonly string[]): Option[] => {
  const taken = new Set<string>()
  return titles.map((title) => ({ const: nameOf(title, taken), title: title.slice(0, 500) }))
}

const make = (type: string, title: string): Question => {
  const { $ref, ...rest } = withGuess(fieldTypes.find((each) => each.id === type)?.create() ?? { type: 'string', maxLength: 255, 'x-field': 'text' }, guessField(title).type === type ? guessField(title) : { type })
  return { ...($ref && { $ref }), ...(rest.type && { type: rest.type }), title: title.slice(0, 500), ...rest }
}

const withOptions = (question: Question, titles: readonly string[] | undefined): Question => {
  if (!titles || titles.length === 0) return question
  return question.type === 'array' ? { ...question, items: { type: 'string', oneOf: optionsOf(titles) } } : { ...question, oneOf: optionsOf(titles), 'x-widget': titles.length <= 7 ? 'radio' : 'select' }
}

const withColumns = (question: Question, columns: Proposal['columns']): Question => {
  if (!columns) return question
  const taken = new Set<string>()
  return { ...question, items: { type: 'object', properties: Object.fromEntries(columns.map(({ title, type }) => [nameOf(title, taken), make(type, title)])), required: [] } }
}

const questionOf = ({ title, type, options, columns, description }: Proposal): Question => {
  const made = make(type, title)
  const full = type === 'table' ? withColumns(made, columns ?? [{ title: 'Nội dung', type: 'text' }]) : type === 'choice' || type === 'choices' ? withOptions(made, options) : made
  return { ...full, ...(description && { description: description.slice(0, 2000) }) }
}

/** Code lists that the field types need must be given under $defs by whoever inserts the form. */
export const formOfProposals = (proposals: readonly Proposal[]): Form => {
  const taken = new Set<string>()
  const placed = proposals.map((proposal) => ({ proposal, name: nameOf(proposal.title, taken), question: questionOf(proposal) }))
  const pages: Form['pages'] = []
  for (const { proposal, name } of placed) {
    const last = pages.at(-1)
    const title = proposal.section || 'Thông tin chung'
    if (last?.title === title && last.sections[0]!.questions.length < perPage) last.sections[0]!.questions.push(`/${name}`)
    else pages.push({ id: `trang-${pages.length + 1}`, title: title.slice(0, 500), sections: [{ questions: [`/${name}`] }] })
  }
  const required = placed.filter(({ proposal }) => proposal.required).map(({ name }) => name)
  return { schema: { type: 'object', properties: Object.fromEntries(placed.map(({ name, question }) => [name, question])), ...(required.length > 0 && { required }) }, pages: pages.slice(0, 50) }
}

/** Code lists by name that the questions of a form refer to. */
export const listsOf = (form: Form): string[] => [...new Set([...JSON.stringify(form.schema.properties).matchAll(/"#\/\$defs\/(\w+)"/g)].map((match) => match[1]!))]
