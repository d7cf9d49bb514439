// The vocabulary of bringing a form in: all of it at once, as one entry that one undo takes back; and an advanced rule that
// came with it may go again.
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { AdvancedRule, Form, Page, Procedure, Question, Rule } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, type InForm } from '../form-editor/form-place.ts'
import { renameQuestion } from '../form-editor/form-renames.ts'
import { idFromTitle, nameFromTitle } from '../form-editor/name-from-title.ts'
import { bringDefinitions, relink } from '../form-editor/paste-command.ts'

export interface InsertForm extends InForm {
  form: Form
  /** Code lists that its questions need and that may not be here yet. */
  definitions?: Record<string, Question>
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const isEmpty = (form: Form): boolean => Object.keys(form.schema.properties).length === 0

/** The same form under names that are free here; everything in it that names a question follows. */
const withFreeNames = (brought: Form, taken: readonly string[]): Form => {
  const around: Procedure = { ...emptyProcedure('', ''), form: clone(brought) }
  for (const name of Object.keys(brought.schema.properties)) {
    if (taken.includes(name)) renameQuestion(around, `/${name}`, nameFromTitle(brought.schema.properties[name]!.title ?? name, [...taken, ...Object.keys(around.form!.schema.properties)]), {})
  }
  return around.form!
}

const withFreeIds = <T extends Rule | AdvancedRule>(brought: readonly T[] | undefined, here: readonly T[] | undefined): T[] => {
  const taken = (here ?? []).map((rule) => rule.id)
  return (brought ?? []).map((rule) => {
    const id = taken.includes(rule.id) ? idFromTitle(rule.id.replace(/-\d+$/, ''), taken) : rule.id
    taken.push(id)
    return { ...rule, id }
  })
}

const pagesWithIds = (brought: readonly Page[], here: readonly Page[]): Page[] => {
  const taken = here.map((page) => page.id)
  return brought.map((page) => {
    const id = idFromTitle(page.title, taken, 'trang')
    taken.push(id)
    return { ...page, id }
  })
}

/** Into an empty form as it is; else behind the pages that are here. */
export const insertForm: Command<InsertForm> = {
  name: 'insertForm',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (!args.form || isEmpty(args.form)) return
    const lists = bringDefinitions(form, { definitions: { ...args.definitions, ...args.form.schema.$defs } })
    const brought = withFreeNames(relink(clone(args.form), lists) as Form, Object.keys(form.schema.properties))
    const kept = isEmpty(form) ? [] : form.pages
    const pages = pagesWithIds(brought.pages, kept)
    form.pages = [...kept, ...pages]
    form.schema.properties = { ...form.schema.properties, ...brought.schema.properties }
    const required = [...(form.schema.required ?? []), ...(brought.schema.required ?? [])]
    if (required.length > 0) form.schema.required = required
    const rules = withFreeIds(brought.rules, form.rules)
    if (rules.length > 0) form.rules = [...(form.rules ?? []), ...rules]
    const advanced = withFreeIds(brought.advanced, form.advanced)
    if (advanced.length > 0) form.advanced = [...(form.advanced ?? []), ...advanced]
    return pages[0] && { kind: 'page', page: pages[0].id, ...(args.step !== undefined && { step: args.step }) }
  },
}

export const removeAdvanced: Command<InForm & { id: string }> = {
  name: 'removeAdvanced',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (!form.advanced?.some((rule) => rule.id === args.id)) return
    const left = form.advanced.filter((rule) => rule.id !== args.id)
    if (left.length > 0) form.advanced = left
    else delete form.advanced
  },
}

export const importCommands = { insertForm, removeAdvanced } as const
