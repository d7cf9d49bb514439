// The order in which questions are asked against the order in which conditions read them: circles of questions that wait for
// each other, and conditions that read what is asked only later.
import type { Issue } from '../issues/issue.ts'
import { joinTitles } from '../issues/title-words.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { schemaPointer } from '../form/lint-questions.ts'
import { conditionReferences } from './references.ts'
import { titleAt, type Holder } from './condition-holders.ts'

type Waits = ReadonlyMap<string, readonly string[]>

/** Each question with those that must be answered before it is asked; what stands in a group waits for the group. */
const waitsOf = (form: CompiledForm, holders: readonly Holder[]): Waits => {
  const waits = new Map<string, string[]>([...form.questions.values()].map((question) => [question.path, question.parent === '' ? [] : [question.parent]]))
  for (const holder of holders) for (const target of holder.targets) waits.get(target)?.push(...conditionReferences(holder.when, holder.within))
  return waits
}

/** Tarjan's strongly connected components, without recursion into a long chain of conditions. */
const components = (waits: Waits): string[][] => {
  const [order, low, onStack] = [new Map<string, number>(), new Map<string, number>(), new Set<string>()]
  const [stack, found]: [string[], string[][]] = [[], []]
  for (const root of waits.keys()) {
    const work: { path: string; next: number }[] = order.has(root) ? [] : [{ path: root, next: 0 }]
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const { path } = top
      if (top.next === 0) {
        order.set(path, order.size)
        low.set(path, order.get(path)!)
        stack.push(path)
        onStack.add(path)
      }
      const target = waits.get(path)?.[top.next++]
      if (target !== undefined) {
        if (!order.has(target)) work.push({ path: target, next: 0 })
        else if (onStack.has(target)) low.set(path, Math.min(low.get(path)!, order.get(target)!))
        continue
      }
      work.pop()
      const above = work.at(-1)
      if (above) low.set(above.path, Math.min(low.get(above.path)!, low.get(path)!))
      if (low.get(path) !== order.get(path)) continue
      const members = stack.splice(stack.indexOf(path))
      for (const member of members) onStack.delete(member)
      found.push(members)
    }
  }
  return found
}

/** The shortest way from a question back to itself. */
const wayRound = (waits: Waits, from: string, members: ReadonlySet<string>): string[] => {
  const ways: string[][] = [[from]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of waits.get(way.at(-1)!) ?? []) {
      if (next === from) return way
      if (!members.has(next) || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return [from]
}

/** Questions that are asked only when they were answered themselves, however long the way round. */
export const lintCircles = (form: CompiledForm, holders: readonly Holder[]): Issue[] => {
  const waits = waitsOf(form, holders)
  return components(waits).filter((members) => members.length > 1 || waits.get(members[0]!)?.includes(members[0]!)).map((members): Issue => {
    const first = [...waits.keys()].find((path) => members.includes(path) && form.questions.get(path)?.kind !== 'group') ?? members[0]!
    const way = wayRound(waits, first, new Set(members))
    return { pointer: schemaPointer(first), code: 'lint.conditionCircle', params: { path: first, titles: joinTitles([...way, first].map((path) => titleAt(form, path)), ' → ') } }
  })
}

interface Slot {
  page: number
  order: number
}

/** Where each question is asked: columns and parts of groups stand where their owner stands, in the order of the schema. */
const slotsOf = (form: CompiledForm): Map<string, Slot> => {
  const slots = new Map<string, Slot>()
  const children = new Map<string, string[]>()
  for (const { path, parent } of form.questions.values()) children.set(parent, [...(children.get(parent) ?? []), path])
  const place = (path: string, page: number): void => {
    if (!slots.has(path)) slots.set(path, { page, order: slots.size })
    for (const child of children.get(path) ?? []) place(child, page)
  }
  form.pages.forEach(({ sections }, page) => { for (const path of sections.flatMap(({ paths }) => paths)) place(path, page) })
  return slots
}

const slotOf = (slots: ReadonlyMap<string, Slot>, path: string): Slot | undefined => slots.get(path) ?? (path.includes('/', 1) ? slotOf(slots, path.replace(/(\/\*)?\/[^/]+$/, '')) : undefined)

/** A person who has passed a page does not see what appears on it afterwards. */
export const lintForward = (form: CompiledForm, holders: readonly Holder[]): Issue[] => {
  const slots = slotsOf(form)
  return holders.flatMap((holder) => {
    const targets = holder.targets.flatMap((path) => { const slot = slots.get(path); return slot ? [{ path, ...slot }] : [] })
    const first = targets.reduce<typeof targets[number] | undefined>((best, each) => (best && best.order <= each.order ? best : each), undefined)
    if (!first) return []
    return conditionReferences(holder.when, holder.within).flatMap((path): Issue[] => {
      const read = slotOf(slots, path)
      if (!read || read.order <= first.order || holder.targets.includes(path)) return []
      const params = { title: titleAt(form, first.path), other: titleAt(form, path) }
      if (read.page > first.page) return [{ pointer: `${holder.pointer}${holder.kind === 'rule' ? '' : '/when'}`, code: 'lint.conditionForward', params }]
      return holder.kind === 'rule' ? [{ pointer: holder.pointer, code: 'lint.conditionBelow', params, level: 'hint' }] : []
    })
  })
}
