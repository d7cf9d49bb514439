// The vocabulary of edits to the options of a question. An option is known by its value for ever; before the first
// publication the value follows the words.
import type { Option, Procedure } from '#schemas/generated/types.ts'
import type { Command, EditContext } from '../editing/command.ts'
import { formOf } from '../editing/selection.ts'
import { demandForm, optionsHolder, questionAt, type InForm } from './form-place.ts'
import { renameOption } from './form-renames.ts'
import { forgetOption } from './form-rules.ts'
import { follows, nameFromTitle } from './name-from-title.ts'
import { moveItem } from './ordered-names.ts'
import { setAll, type Typed } from './question-commands.ts'

interface OfQuestion extends InForm {
  path: string
}

interface OfOption extends OfQuestion {
  value: Option['const']
}

export const optionsAt = (procedure: Procedure, { path, step }: OfQuestion): Option[] => {
  const form = formOf(procedure, step)
  return (form && optionsHolder(questionAt(form.schema, path))?.oneOf) ?? []
}

const holderAt = (draft: Procedure, args: OfQuestion): { oneOf?: Option[] } | undefined => optionsHolder(questionAt(demandForm(draft, args).schema, args.path))

const valueFor = (title: string, options: readonly Option[]): string => nameFromTitle(title, options.map((option) => String(option.const)), 'lua chon')

/** Adds one option for each title; titles that are there already are passed over. */
export const addOptions: Command<OfQuestion & { titles: readonly string[], index?: number }> = {
  name: 'addOptions',
  recipe: (draft, args) => {
    const holder = holderAt(draft, args)
    if (!holder) return
    const options = [...(holder.oneOf ?? [])]
    const added: Option[] = []
    for (const title of args.titles.map((each) => each.trim().normalize('NFC'))) {
      const known = [...options, ...added]
      const repeated = title !== '' && known.some((option) => option.title === title)
      if (!repeated) added.push({ const: valueFor(title, known), title })
    }
    if (added.length > 0) holder.oneOf = options.toSpliced(args.index ?? options.length, 0, ...added)
  },
}

const wasPublished = ({ published }: EditContext, args: OfOption): boolean => published !== undefined && optionsAt(published, args).some((option) => option.const === args.value)

export const setOption: Command<OfOption & Typed & { changes: Partial<Option> }> = {
  name: 'setOption',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args, context) => {
    const options = holderAt(draft, args)?.oneOf ?? []
    const option = options.find((each) => each.const === args.value)
    if (!option) return
    const before = option.title
    setAll(option, args.changes)
    if (args.changes.title === undefined || typeof args.value !== 'string' || wasPublished(context, args)) return
    const others = options.filter((each) => each !== option)
    if (!follows(args.value, before, (title) => valueFor(title, others))) return
    const value = valueFor(args.changes.title, others)
    if (value === args.value) return
    option.const = value
    renameOption(draft, args.path, args.value, value, args)
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
