// What a difference is about, by its title: “Câu hỏi “Mã số thuế””, “Lựa chọn “Khác” của câu hỏi “Loại hình””.
import { localise } from '../text/localise.ts'
import { isRecord } from '../issues/json-pointer.ts'
import type { Difference } from './difference.ts'
import { clipped, conditionText, formsOf, pageTitle, paperTitle, phrase, questionTitle, roleTitle, stepTitle, type Telling } from './change-words.ts'

const findIn = (list: readonly { id: string }[] | undefined, id: string | undefined): object | undefined => list?.find((each) => each.id === id)

/** The thing itself, from whichever document has it. */
const thingOf = (difference: Difference, telling: Telling): object | undefined => {
  const { part, at, before, after, kind } = difference
  if ((kind === 'added' || kind === 'removed') && difference.setting === undefined) return (after ?? before) as object
  const { documents, isOld } = telling
  const order = isOld ? [documents.before, documents.after] : [documents.after, documents.before]
  for (const { fees, papers, scenarios } of order) {
    const found = part === 'fee' ? findIn(fees, at.id) : part === 'paper' ? findIn(papers, at.id) : part === 'scenario' ? scenarios?.find(({ title }) => title === at.id) : undefined
    if (found) return found
  }
  for (const { rules, advanced, checks, schema } of formsOf(telling)) {
    const found = part === 'rule' ? findIn(rules, at.id) ?? findIn(advanced, at.id) : part === 'check' ? findIn(checks, at.id) : part === 'codeList' ? schema.$defs?.[at.id ?? ''] : undefined
    if (found) return found
  }
  return undefined
}

/** An option by its words, looked up where the difference does not bring it along. */
const optionTitle = ({ at, before, after, setting }: Difference, telling: Telling): string => {
  if (setting === undefined) return localise((after ?? before) as object, 'title', telling.locale) || String(at.id)
  const path = at.path
  for (const { schema } of formsOf(telling)) {
    const owner = path === undefined ? schema.$defs?.[at.listId ?? ''] : questionUnder(schema, path)
    const options = [owner?.['oneOf'], isRecord(owner?.['items']) ? owner['items']['oneOf'] : undefined].flatMap((list) => (Array.isArray(list) ? list as Record<string, unknown>[] : []))
    const found = options.find((option) => String(option['const']) === at.id)
    if (found) return localise(found, 'title', telling.locale) || String(at.id)
  }
  return String(at.id)
}

const questionUnder = (schema: object, path: string): Record<string, unknown> | undefined =>
  path.split('/').slice(1).reduce<Record<string, unknown> | undefined>((owner, name) => {
    const inner = name === '*' ? owner?.['items'] : isRecord(owner?.['properties']) ? owner['properties'][name] : undefined
    return isRecord(inner) ? inner : undefined
  }, schema as Record<string, unknown>)

const listTitle = (id: string, telling: Telling): string => {
  for (const { schema } of formsOf(telling)) {
    const title = localise(schema.$defs?.[id], 'title', telling.locale)
    if (title) return title
  }
  return id
}

const ownTitle = (difference: Difference, telling: Telling): string => {
  const { part, at } = difference
  const id = at.id ?? ''
  switch (part) {
    case 'question': return questionTitle(at.path ?? '', telling)
    case 'page': return pageTitle(id, telling)
    case 'step': return at.id === undefined ? '' : titleOr(difference, telling) ?? stepTitle(id, telling)
    case 'role': return titleOr(difference, telling) ?? roleTitle(id, telling)
    case 'paper': return titleOr(difference, telling) ?? paperTitle(id, telling)
    case 'codeList': return listTitle(id, telling)
    case 'action': return titleOr(difference, telling) ?? actionTitle(difference, telling)
    default: {
      const thing = thingOf(difference, telling)
      const when = part === 'rule' && isRecord(thing) ? conditionText(thing['when'], telling, typeof thing['within'] === 'string' ? thing['within'] : undefined) : ''
      return localise(thing, 'title', telling.locale) || localise(thing, 'message', telling.locale) || when || id
    }
  }
}

const titleOr = ({ kind, setting, before, after }: Difference, { locale }: Telling): string | undefined =>
  ((kind === 'added' || kind === 'removed') && setting === undefined && localise((after ?? before) as object, 'title', locale)) || undefined

const actionTitle = ({ at }: Difference, { documents, locale, isOld }: Telling): string => {
  for (const { workflow } of isOld ? [documents.before, documents.after] : [documents.after, documents.before]) {
    const found = workflow?.steps.find(({ id }) => id === at.step)?.actions?.find(({ id }) => id === at.id)
    if (found) return localise(found, 'title', locale)
  }
  return at.id ?? ''
}

export const subjectWords = (difference: Difference, telling: Telling): string => {
  const { part, at } = difference
  const { locale } = telling
  const step = at.step === undefined ? '' : stepTitle(at.step, telling)
  switch (part) {
    case 'information': case 'workflow': case 'settings': return phrase(`subject.${part}`, locale)
    case 'option': {
      const title = at.id === undefined ? '' : clipped(optionTitle(difference, telling))
      if (at.path !== undefined) return at.id === undefined ? phrase('subject.question', locale, { title: questionTitle(at.path, telling) }) : phrase('subject.option', locale, { title, owner: questionTitle(at.path, telling) })
      return at.id === undefined ? phrase('subject.codeList', locale, { title: listTitle(at.listId ?? '', telling) }) : phrase('subject.option.list', locale, { title, owner: listTitle(at.listId ?? '', telling) })
    }
    case 'question': case 'page': {
      // The order of pages is told of the document.
      if (part === 'page' && at.id === undefined) return at.step === undefined ? phrase('subject.settings', locale) : phrase('subject.step', locale, { title: step })
      const title = ownTitle(difference, telling)
      return at.step === undefined ? phrase(`subject.${part}`, locale, { title }) : phrase(`subject.${part}.step`, locale, { title, step })
    }
    case 'action': return at.id === undefined ? phrase('subject.step', locale, { title: step }) : phrase('subject.action', locale, { title: clipped(ownTitle(difference, telling)), step })
    case 'fee': return at.id === undefined ? phrase('subject.settings', locale) : phrase((thingOf(difference, telling) as { kind?: string } | undefined)?.kind === 'charge' ? 'subject.charge' : 'subject.fee', locale, { title: clipped(ownTitle(difference, telling)) })
    // The order of a list is told of the document.
    default: return at.id === undefined ? phrase('subject.settings', locale) : phrase(`subject.${part}`, locale, { title: clipped(ownTitle(difference, telling)) })
  }
}
