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
