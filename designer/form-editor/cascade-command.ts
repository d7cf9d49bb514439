// Makes the options of a question depend on the answer to another, or no longer: one rule that always holds, made and
// removed by one command. Which option belongs to which answer is said by the options themselves.
import { optionsAtPath, questionOrPart } from '#core/form/cascades.ts'
import { walkForm, type Visit } from '#core/form/walk-form.ts'
import type { Form, Rule } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, nameOf, type InForm } from './form-place.ts'
import { absolute } from './form-rules.ts'
import { idFromTitle } from './name-from-title.ts'

export const cascadeOf = (form: Form, path: string): Rule | undefined => form.rules?.find((rule) => rule.limit?.by !== undefined && absolute(rule, rule.limit.path) === path)

/** Path of the question that the options at `path` depend on. */
export const limitedBy = (form: Form, path: string): string | undefined => {
  const rule = cascadeOf(form, path)
  return rule && absolute(rule, rule.limit!.by!)
}

/** The table in whose rows a path lies, innermost. */
const tableOf = (path: string): string | undefined => (path.includes('/*') ? path.slice(0, path.lastIndexOf('/*')) : undefined)

/** Questions with one answer out of options that stand outside of tables or in the same row. */
export const possibleParents = (form: Form, path: string): Visit[] => {
  const visits = walkForm(form.schema)
  const known = new Map(visits.map((visit) => [visit.path, visit]))
  return visits.filter((visit) => {
    const table = tableOf(visit.path)
    const inReach = table === undefined || path.startsWith(`${table}/*/`)
    return visit.path !== path && inReach && visit.question.type !== 'array' && optionsAtPath(known, visit.path, form.schema.$defs).length > 0 && !dependsOn(form, visit.path, path)
  })
}

/** Whether the options at `path` depend on `ancestor`, over however many questions. */
const dependsOn = (form: Form, path: string, ancestor: string, depth = 0): boolean => {
  const by = limitedBy(form, path)
  return by !== undefined && depth < 20 && (by === ancestor || dependsOn(form, by, ancestor, depth + 1))
}

export const setCascade: Command<InForm & { path: string, by?: string }> = {
  name: 'setCascade',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const own = cascadeOf(form, args.path)
    if (args.by === undefined) {
      if (own) form.rules = form.rules!.filter((rule) => rule !== own)
      return
    }
    const known = new Map(walkForm(form.schema).map((visit) => [visit.path, visit]))
    const within = tableOf(args.by)
    if (!questionOrPart(known, args.path, form.schema.$defs) || args.by === args.path || (within !== undefined && !args.path.startsWith(`${within}/*/`))) return
    const local = (path: string): string => (within === undefined ? path : path.slice(`${within}/*`.length))
    const limit = { path: local(args.path), by: local(args.by) }
    if (own && own.within === within) own.limit = { ...own.limit, ...limit }
    else {
      const id = own?.id ?? idFromTitle(`gioi han ${nameOf(args.path).replace(/([A-Z])/g, ' $1')}`, (form.rules ?? []).map((rule) => rule.id))
      form.rules = [...(form.rules ?? []).filter((rule) => rule !== own), { id, title: '', when: {}, ...(within !== undefined && { within }), limit }]
    }
  },
}
