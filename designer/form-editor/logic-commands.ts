// The vocabulary of edits to rules (when is it asked, required, limited, refused) and to checks between answers.
import type { Check, Condition, Form, Rule } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, nameOf, type InForm } from './form-place.ts'
import { idFromTitle } from './name-from-title.ts'
import { setAll, type Typed } from './question-commands.ts'

interface ById extends InForm {
  id: string
}

const takenBy = (list: readonly { id: string }[] | undefined): string[] => (list ?? []).map((each) => each.id)

// Ids of rules are made once, from what the rule is about; they mean nothing to people, so they need not follow anything.
const ruleId = (form: Form, rule: Omit<Rule, 'id'>): string => {
  const target = rule.show?.[0] ?? rule.require?.[0] ?? rule.limit?.path ?? rule.refuse?.at ?? ''
  const effect = rule.show ? 'hoi' : rule.require ? 'bat-buoc' : rule.limit ? 'gioi-han' : 'tu-choi'
  return idFromTitle(`${effect} ${nameOf(target).replace(/([A-Z])/g, ' $1')}`, takenBy(form.rules))
}

export const addRule: Command<InForm & { rule: Omit<Rule, 'id'> }> = {
  name: 'addRule',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    form.rules = [...(form.rules ?? []), { id: ruleId(form, args.rule), ...args.rule }]
  },
}

export const setRule: Command<ById & Typed & { changes: Partial<Omit<Rule, 'id'>> }> = {
  name: 'setRule',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args) => {
    const rule = demandForm(draft, args).rules?.find((each) => each.id === args.id)
    if (rule) setAll(rule, args.changes)
  },
}

export const removeRule: Command<ById> = {
  name: 'removeRule',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (form.rules?.some((rule) => rule.id === args.id)) form.rules = form.rules.filter((rule) => rule.id !== args.id)
  },
}

const isOnlyTarget = (rule: Rule, path: string): boolean => rule.show?.length === 1 && rule.show[0] === path

/** Says when one question is asked, whatever said so before. A rule that it shares is left to the others. */
export const setAsked: Command<InForm & { path: string, when?: Condition, within?: string }> = {
  name: 'setAsked',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const target = args.within === undefined ? args.path : args.path.slice(`${args.within}/*`.length)
    const showing = (rule: Rule): boolean => rule.within === args.within && Boolean(rule.show?.includes(target))
    const own = form.rules?.find((rule) => showing(rule) && isOnlyTarget(rule, target))
    if (own && args.when) {
      own.when = args.when
      return
    }
    const kept = (form.rules ?? []).filter((rule) => rule !== own).map((rule) => (showing(rule) ? { ...rule, show: rule.show!.filter((path) => path !== target) } : rule))
    const rule = { title: '', when: args.when, show: [target], ...(args.within !== undefined && { within: args.within }) }
    const next = args.when ? [...kept, { id: ruleId(form, rule as Rule), ...rule } as Rule] : kept
    if (form.rules || next.length > 0) form.rules = next
  },
}

export const addCheck: Command<InForm & { check: Omit<Check, 'id'> }> = {
  name: 'addCheck',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const id = idFromTitle(`kiem tra ${nameOf(args.check.at).replace(/([A-Z])/g, ' $1')}`, takenBy(form.checks))
    form.checks = [...(form.checks ?? []), { id, ...args.check }]
  },
}

export const setCheck: Command<ById & Typed & { changes: Partial<Omit<Check, 'id'>> }> = {
  name: 'setCheck',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args) => {
    const check = demandForm(draft, args).checks?.find((each) => each.id === args.id)
    if (check) setAll(check, args.changes)
  },
}

export const removeCheck: Command<ById> = {
  name: 'removeCheck',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (form.checks?.some((check) => check.id === args.id)) form.checks = form.checks.filter((check) => check.id !== args.id)
  },
}

const sharedKeys = ['show', 'require'] as const
const sharedKey = (rule: Rule): typeof sharedKeys[number] | undefined => sharedKeys.find((key) => rule[key] !== undefined)

/** A target of the form as this rule names it; undefined when the rule cannot speak of it. */
const asTarget = (rule: Rule, path: string): string | undefined => {
  if (rule.within === undefined) return path
  return path.startsWith(`${rule.within}/*/`) ? path.slice(`${rule.within}/*`.length) : undefined
}

const withoutTarget = (rules: readonly Rule[], key: 'show' | 'require', path: string, except: string): Rule[] =>
  rules.flatMap((rule) => {
    const target = asTarget(rule, path)
    if (rule.id === except || target === undefined || !rule[key]?.includes(target)) return [rule]
    const left = rule[key].filter((each) => each !== target)
    return left.length > 0 ? [{ ...rule, [key]: left }] : []
  })

/** One more question to which a rule applies. What asked for it before gives way: it is asked as this rule says. */
export const useRule: Command<ById & { path: string }> = {
  name: 'useRule',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const rule = form.rules?.find((each) => each.id === args.id)
    const key = rule && sharedKey(rule)
    const target = rule && asTarget(rule, args.path)
    if (!rule || !key || target === undefined || rule[key]!.includes(target)) return
    rule[key] = [...rule[key]!, target]
    if (key === 'show') form.rules = withoutTarget(form.rules!, 'show', args.path, rule.id)
  },
}

/** One question gets a copy of a rule that it shared; with `when`, one that says something else. */
export const splitRule: Command<ById & { path: string, when?: Condition }> = {
  name: 'splitRule',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const index = form.rules?.findIndex((each) => each.id === args.id) ?? -1
    const rule = form.rules?.[index]
    const key = rule && sharedKey(rule)
    const target = rule && asTarget(rule, args.path)
    if (!rule || !key || target === undefined || !rule[key]!.includes(target) || rule[key]!.length < 2) return
    rule[key] = rule[key]!.filter((each) => each !== target)
    const own: Omit<Rule, 'id'> = { title: '', when: args.when ?? (JSON.parse(JSON.stringify(rule.when)) as Condition), ...(rule.within !== undefined && { within: rule.within }), [key]: [target] }
    form.rules!.splice(index + 1, 0, { id: ruleId(form, own), ...own })
  },
}
