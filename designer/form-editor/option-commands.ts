// The vocabulary of edits to the options of a question. An option is known by its value for ever; before the first
// publication the value follows the words, or is set by hand. Lists may have thousands.
import type { Option, Procedure, Question } from '#schemas/generated/types.ts'
import type { Command, EditContext } from '../editing/command.ts'
import { formOf } from '../editing/selection.ts'
import { demandForm, optionsHolder, questionAt, type InForm } from './form-place.ts'
import { renameOption } from './form-renames.ts'
import { forgetOption } from './form-rules.ts'
import { follows, nameFromTitle } from './name-from-title.ts'
import { moveItem } from './ordered-names.ts'
import { setAll, type Typed } from './question-commands.ts'

/** As many as a question may have. */
export const mostOptions = 5000

export interface OfQuestion extends InForm {
  path: string
}

export interface OfOption extends OfQuestion {
  value: Option['const']
}

/** As many as are written on a card; a longer list has a search in the settings. */
const onCard = 30

/** Whether the options of a question are its own and few enough to be written on its card. */
export const writesOptions = (question: Question | undefined): boolean => {
  const holder = question?.$ref === undefined && optionsHolder(question)
  const field = question?.['x-field']
  return Boolean(holder) && (field === 'choice' || field === 'choices' || (holder as Question).oneOf !== undefined) && ((holder as Question).oneOf?.length ?? 0) <= onCard
}

export const optionsAt = (procedure: Procedure, { path, step }: OfQuestion): Option[] => {
  const form = formOf(procedure, step)
  return (form && optionsHolder(questionAt(form.schema, path))?.oneOf) ?? []
}

const holderAt = (draft: Procedure, args: OfQuestion): { type?: string, oneOf?: Option[] } | undefined => optionsHolder(questionAt(demandForm(draft, args).schema, args.path))

const valueFor = (title: string, options: readonly Option[]): string => nameFromTitle(title, options.map((option) => String(option.const)), 'lua chon')

/** Makes values that nobody has yet; thousands whose words begin alike are numbered without searching anew. */
export const createValues = (taken: ReadonlySet<string>): ((title: string) => string) => {
  const known = new Set(taken)
  const last = new Map<string, number>()
  return (title) => {
    const base = nameFromTitle(title, [], 'lua chon')
    let n = last.get(base) ?? 1
    let value = n === 1 ? base : `${base}${n}`
    while (known.has(value)) value = `${base}${++n}`
    last.set(base, n)
    known.add(value)
    return value
  }
}

/** What is pasted or typed: a title, and perhaps more than that. */
export type NewOption = Partial<Option> & { title: string }

/** Adds one option for each; titles and values that are there already are passed over, and one without words gives way to what is pasted. */
export const addOptions: Command<OfQuestion & { titles?: readonly string[], options?: readonly NewOption[], index?: number }> = {
  name: 'addOptions',
  recipe: (draft, args) => {
    const holder = holderAt(draft, args)
    if (!holder) return
    const before = (holder.oneOf ?? []).filter((option) => args.options === undefined || option.title.trim() !== '')
    const given: readonly NewOption[] = args.options ?? (args.titles ?? []).map((title) => ({ title }))
    const titles = new Set(before.map((option) => option.title))
    const values = new Set(before.map((option) => String(option.const)))
    const make = createValues(new Set([...values, ...given.flatMap((option) => (option.const === undefined ? [] : [String(option.const)]))]))
    const added: Option[] = []
    for (const { const: value, ...option } of given.slice(0, Math.max(0, mostOptions - before.length))) {
      const title = option.title.trim().normalize('NFC')
      if (value === undefined ? title !== '' && titles.has(title) : values.has(String(value))) continue
      titles.add(title)
      if (value !== undefined) values.add(String(value))
      added.push({ const: value ?? make(title), ...option, title })
    }
    if (added.length > 0) holder.oneOf = before.toSpliced(args.index ?? before.length, 0, ...added)
  },
}

/** Puts other options in the place of all. What compared with those that are gone is named by the problems. */
export const replaceOptions: Command<OfQuestion & { options: readonly Option[] }> = {
  name: 'replaceOptions',
  recipe: (draft, args) => {
    const holder = holderAt(draft, args)
    if (!holder || args.options.length === 0 || args.options.length > mostOptions || JSON.stringify(holder.oneOf) === JSON.stringify(args.options)) return
    holder.oneOf = args.options.map((option) => JSON.parse(JSON.stringify(option)) as Option)
  },
}

export const sortOptions: Command<OfQuestion & { by: 'title' | 'const' }> = {
  name: 'sortOptions',
  recipe: (draft, args) => {
    const holder = holderAt(draft, args)
    if (!holder?.oneOf) return
    const order = new Intl.Collator('vi', { numeric: true })
    const key = (option: Option): string => String(args.by === 'const' ? option.const : option.title)
    const sorted = holder.oneOf.map((option, i) => ({ i, key: key(option) })).sort((a, b) => order.compare(a.key, b.key) || a.i - b.i)
    if (sorted.some(({ i }, at) => i !== at)) holder.oneOf = sorted.map(({ i }) => holder.oneOf![i]!)
  },
}

/** Whether citizens already answer with this value: then it never changes again (contract.md, law 3). */
export const isOptionPublished = ({ published }: EditContext, args: OfOption): boolean => published !== undefined && optionsAt(published, args).some((option) => option.const === args.value)

export const setOption: Command<OfOption & Typed & { changes: Partial<Option> }> = {
  name: 'setOption',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args, context) => {
    const options = holderAt(draft, args)?.oneOf ?? []
    const option = options.find((each) => each.const === args.value)
    if (!option) return
    const before = option.title
    setAll(option, args.changes)
    if (args.changes.title === undefined || typeof args.value !== 'string' || isOptionPublished(context, args)) return
    const others = options.filter((each) => each !== option)
    if (!follows(args.value, before, (title) => valueFor(title, others))) return
    const value = valueFor(args.changes.title, others)
    if (value === args.value) return
    option.const = value
    renameOption(draft, args.path, args.value, value, args)
  },
}

/** The value as it is kept: a whole number where the answers are whole numbers; undefined for what cannot be one. */
export const readOptionValue = (text: string, type: string | undefined): Option['const'] | undefined => {
  const value = text.trim().normalize('NFC')
  if (type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : undefined
  return value === '' || value.length > 100 ? undefined : value
}

/** Knows an option by another value, chosen by hand, with everything that names it. */
export const setOptionValue: Command<OfOption & Typed & { next: Option['const'] }> = {
  name: 'setOptionValue',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args, context) => {
    const holder = holderAt(draft, args)
    const option = holder?.oneOf?.find((each) => each.const === args.value)
    const fits = (holder?.type === 'integer') === (typeof args.next === 'number')
    if (!option || !fits || args.next === args.value || holder!.oneOf!.some((each) => each.const === args.next) || isOptionPublished(context, args)) return
    option.const = args.next
    renameOption(draft, args.path, args.value, args.next, args)
  },
}

export const removeOption: Command<OfOption> = {
  name: 'removeOption',
  recipe: (draft, args) => {
    const holder = holderAt(draft, args)
    if (!holder?.oneOf?.some((option) => option.const === args.value) || !forgetOption(draft, args.path, args.value, args)) return
    const left = holder.oneOf.filter((option) => option.const !== args.value)
    if (left.length > 0) holder.oneOf = left
    else delete holder.oneOf
  },
}

export const moveOption: Command<OfOption & { index: number }> = {
  name: 'moveOption',
  recipe: (draft, args) => {
    const holder = holderAt(draft, args)
    const from = holder?.oneOf?.findIndex((option) => option.const === args.value) ?? -1
    const to = Math.max(0, Math.min(args.index, (holder?.oneOf?.length ?? 0) - 1))
    if (holder?.oneOf && from >= 0 && from !== to) holder.oneOf = moveItem(holder.oneOf, from, to)
  },
}
