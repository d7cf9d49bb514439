// What changes between two forms, that of the applicant or that of a step: questions, code lists, pages, rules and checks.
import { isRecord } from '../issues/json-pointer.ts'
import { compareList, compareSettings, write, type Book, type Subject } from './book.ts'
import { comparePages, pageAt } from './compare-pages.ts'
import { compareAnswers, compareQuestions, type FormPlaces } from './compare-questions.ts'
import type { Migration } from './classify-places.ts'
import type { DifferencePlace } from './difference.ts'
import { isEqual } from './equal.ts'
import type { Thing } from './working-copy.ts'

interface WhichForm {
  key: string
  at: DifferencePlace
}

const codeListsOf = (schema: Thing): Thing => (isRecord(schema['$defs']) ? schema['$defs'] : {})

const compareCodeLists = (book: Book, { key, at }: WhichForm, old: Thing, now: Thing): void => {
  const [before, after] = [codeListsOf(old), codeListsOf(now)]
  const subjectOf = (id: string): Subject => ({ key: `${key}codeList:${id}`, part: 'codeList', at: { ...at, id } })
  for (const [name, list] of Object.entries(after)) {
    const { key: id, part, at: place } = subjectOf(name)
    if (isEqual(before[name], list)) continue
    if (isRecord(before[name])) compareAnswers(book, subjectOf(name), before[name], list as Thing)
    else if (isRecord(old['$defs'])) write(book, { id, part, kind: 'added', at: place, after: list }, { act: 'set', owner: old['$defs'], name, value: structuredClone(list) })
  }
  for (const name of Object.keys(before).filter((each) => !Object.hasOwn(after, each) && isRecord(now['$defs']))) {
    const { key: id, part, at: place } = subjectOf(name)
    write(book, { id, part, kind: 'removed', at: place, before: before[name] }, { act: 'set', owner: before, name, value: undefined })
  }
}

const compareLogic = (book: Book, { key, at }: WhichForm, old: Thing, now: Thing): void => {
  for (const list of ['rules', 'advanced', 'checks'] as const) {
    const part = list === 'checks' ? 'check' as const : 'rule' as const
    const subjectOf = (id: string): Subject => ({ key: `${key}${part}:${id}`, part, at: { ...at, ...(id !== '' && { id }) } })
    for (const kept of compareList(book, old, now, list, { subjectOf })) {
      compareSettings(book, subjectOf(kept.key), kept.old, kept.now, { ...(typeof kept.old['within'] === 'string' && { within: kept.old['within'] }) })
    }
  }
}

/** `old` is part of the copy that is edited. */
export const compareForms = (book: Book, which: WhichForm, old: Thing, now: Thing, migrations?: readonly Migration[]): void => {
  const [schema, next] = [old['schema'] as Thing, now['schema'] as Thing]
  const places: FormPlaces = { ...which, pageOf: (path) => pageAt(now)(path) ?? pageAt(old)(path) }
  const [hadLists, hasLists] = [isRecord(schema['$defs']), isRecord(next['$defs'])]
  compareSettings(book, { key: `${which.key}form`, part: 'settings', at: which.at }, schema, next, { skip: ['properties', 'required', ...(hadLists === hasLists ? ['$defs'] : [])] })
  const questions = compareQuestions(book, places, schema, next, migrations)
  compareCodeLists(book, which, schema, next)
  comparePages(book, places, old, now, questions)
  compareLogic(book, which, old, now)
}
