// The texts of a document in the parts that an author knows: the information, each page with its questions, the rules, the
// fees, the workflow, the papers. A part is what one sits down to translate.
import { isRecord, parsePointer, readAt, toPointer } from '#core/issues/json-pointer.ts'
import { translatableTexts, type TranslatableText } from '#core/revision/translatable-texts.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { questionPath } from '../editing/issue-place.ts'

export interface TextRow extends TranslatableText {
  /** Vietnamese words of what the text belongs to, from the outside in; without its own. */
  within: string[]
}

export type PartKind = 'information' | 'page' | 'unplaced' | 'rules' | 'fees' | 'workflow' | 'papers'

export interface TextPart {
  id: string
  kind: PartKind
  /** Of a page. */
  title?: string
  rows: TextRow[]
}

export type TextState = 'missing' | 'stale' | 'done'

export const stateOf = ({ en, isStale }: TranslatableText): TextState => (en.trim() === '' ? 'missing' : isStale ? 'stale' : 'done')

/** The page on which a question stands, or the group or table around it. */
const pageOfQuestion = (form: Form, path: string): string | undefined => {
  if (path === '') return undefined
  const page = form.pages.find(({ sections }) => sections.some(({ questions }) => questions.some((each) => path === each || path.startsWith(`${each}/`) || each.startsWith(`${path}/`))))
  return page?.id
}

const partOf = (procedure: Procedure, pointer: string): { kind: PartKind, id: string } => {
  const [root, part, index, ...rest] = parsePointer(pointer)
  // The words of the form as a whole are read with those of the procedure.
  if (root === 'info' || (part === 'schema' && rest.length === 0)) return { kind: 'information', id: 'information' }
  if (root !== 'form') return { kind: root as PartKind, id: root! }
  if (part === 'rules' || part === 'checks' || part === 'advanced') return { kind: 'rules', id: 'rules' }
  const page = part === 'pages' ? procedure.form!.pages[Number(index)]?.id : pageOfQuestion(procedure.form!, questionPath([index!, ...rest]))
  return page === undefined ? { kind: 'unplaced', id: 'unplaced' } : { kind: 'page', id: `page ${page}` }
}

const wordsOf = (value: unknown): string | undefined => {
  if (!isRecord(value)) return undefined
  const words = value['title'] ?? value['name']
  return typeof words === 'string' && words.trim() !== '' ? words : undefined
}

/** What a text stands in, by the titles around it. */
const withinOf = (procedure: Procedure, { owner, key }: TranslatableText): string[] => {
  const segments = parsePointer(owner)
  const last = key === 'title' || key === 'name' ? segments.length - 1 : segments.length
  const around = Array.from({ length: last }, (_each, i) => segments.slice(0, i + 1)).filter((at) => at.join('/') !== 'form/schema')
  return around.map((at) => wordsOf(readAt(procedure, toPointer(at)))).filter((words) => words !== undefined)
}

const order: readonly PartKind[] = ['information', 'page', 'unplaced', 'rules', 'fees', 'workflow', 'papers']

export const textParts = (procedure: Procedure): TextPart[] => {
  const parts = new Map<string, TextPart>([['information', { id: 'information', kind: 'information', rows: [] }]])
  for (const { id, title } of procedure.form?.pages ?? []) parts.set(`page ${id}`, { id: `page ${id}`, kind: 'page', title, rows: [] })
  for (const text of translatableTexts(procedure)) {
    const { id, kind } = partOf(procedure, text.pointer)
    const part = parts.get(id) ?? { id, kind, rows: [] }
    parts.set(id, part)
    part.rows.push({ ...text, within: withinOf(procedure, text) })
  }
  return [...parts.values()].filter(({ rows }) => rows.length > 0).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

export const doneOf = (rows: readonly TextRow[]): number => rows.filter((row) => stateOf(row) === 'done').length
