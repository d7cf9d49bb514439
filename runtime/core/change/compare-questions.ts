// What changes between the questions of two forms: those that came and went, were renamed or moved, their settings and their
// options. A question keeps what it is when its path changes by a migration.
import { placesIn, propertiesOf, type QuestionPlace as Place } from '../form/question-places.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { compareList, compareSettings, write, type Book, type Found, type Subject } from './book.ts'
import type { DifferencePlace } from './difference.ts'
import { isEqual } from './equal.ts'
import type { Migration } from './classify-places.ts'
import { renamesIn } from './renames.ts'
import type { Thing } from './working-copy.ts'

const requiredIn = (owner: Thing): string[] | undefined => (Array.isArray(owner['required']) ? owner['required'] as string[] : undefined)
const requires = (owner: Thing, name: string): boolean => requiredIn(owner)?.includes(name) ?? false

export interface FormPlaces {
  /** Begins the ids of everything in this form; '' for the form of the applicant. */
  key: string
  at: DifferencePlace
  pageOf: (path: string) => string | undefined
}

/** What became of the questions: those that both forms have, by their path now, and what was written about each. */
export interface ComparedQuestions {
  kept: Map<string, Place>
  touched: Map<string, Found>
}

const byPath = (places: readonly Place[]): Map<string, Place> => new Map(places.map((place) => [place.path, place]))

/** A copy without the questions in it that were there before elsewhere: they move in. */
const without = (question: Thing, path: string, isMoved: (path: string) => boolean): Thing => {
  const copy = structuredClone(question)
  for (const inner of placesIn(copy, path).concat(placesIn(copy['items'], `${path}/*`)).filter((each) => isMoved(each.path))) {
    delete propertiesOf(inner.owner)[inner.name]
    if (Array.isArray(inner.owner['required'])) inner.owner['required'] = inner.owner['required'].filter((name) => name !== inner.name)
  }
  return copy
}

const subjectOf = ({ key, at, pageOf }: FormPlaces, path: string): Subject => {
  const page = pageOf(path)
  return { key: `${key}question:${path}`, part: 'question', at: { ...at, path, ...(page !== undefined && { page }) } }
}

interface Work extends ComparedQuestions {
  book: Book
  places: FormPlaces
  /** The owner in the copy of a question of the new form. */
  owners: Map<string, Thing>
  /** Of a question that has rows only now. */
  opened: Set<string>
  /** What last put something among the properties of an owner. */
  last: Map<Thing, Found>
  /** Not yet where they will be. */
  waiting: Set<Place>
}

const ownerKey = (place: Place): string => place.path.slice(0, place.path.lastIndexOf('/'))

/** The owner of what stands at a path, in the copy: a group itself, the rows of a table. */
const enter = (work: Work, path: string, question: Thing): void => {
  work.owners.set(path, question)
  if (isRecord(question['items'])) work.owners.set(`${path}/*`, question['items'])
}

const addQuestion = (work: Work, place: Place): void => {
  const { path, name, question } = place
  const owner = work.owners.get(ownerKey(place))!
  const copy = without(question, path, (inner) => work.kept.has(inner))
  const { key, part, at } = subjectOf(work.places, path)
  const found = write(work.book, { id: key, part, kind: 'added', at, after: { ...question, required: requires(place.owner, name) } })
  if (!isRecord(owner['properties'])) found.edits.push({ act: 'set', owner, name: 'properties', value: { [name]: copy } })
  else found.edits.push({ act: 'set', owner: owner['properties'], name, value: copy })
  if (requires(place.owner, name)) found.edits.push({ act: 'require', owner, name, isRequired: true, order: requiredIn(place.owner) })
  for (const inner of [{ path, question: copy }, ...placesIn(copy, path), ...placesIn(copy['items'], `${path}/*`)]) enter(work, inner.path, inner.question)
  work.touched.set(path, found)
  work.last.set(owner, found)
}

const moveQuestion = (work: Work, old: Place, now: Place): void => {
  const to = work.owners.get(ownerKey(now))!
  const { key, part, at } = subjectOf(work.places, now.path)
  const isCarried = to === old.owner && old.name === now.name
  if (isCarried) return
  const kind = to === old.owner ? 'renamed' : 'moved'
  const isRequired = requires(old.owner, old.name)
  const found = write(work.book, { id: `${key}:${kind}`, part, kind, at, before: old.path, after: now.path }, { act: 'move', from: old.owner, name: old.name, to, as: now.name })
  if (isRequired) found.edits.push({ act: 'require', owner: old.owner, name: old.name, isRequired: false, order: [] }, { act: 'require', owner: to, name: now.name, isRequired: true, order: requiredIn(now.owner) ?? [now.name] })
  work.touched.set(now.path, found)
  work.book.renamed.set(now.path, found)
  work.last.set(to, found)
}

/** Rows come as a whole to a question that had none, except for columns that were questions elsewhere. */
const openRows = (work: Work, known: Place, { path, question }: Place): void => {
  if (!isRecord(question['items']) || isRecord(known.question['items'])) return
  const { key, part, at } = subjectOf(work.places, path)
  const { items } = without({ items: question['items'] }, path, (inner) => work.kept.has(inner))
  write(work.book, { id: `${key}:items`, part, kind: 'changed', at, setting: 'items', after: question['items'] }, { act: 'set', owner: known.question, name: 'items', value: items })
  work.owners.set(`${path}/*`, items as Thing)
  work.opened.add(path)
}

/** What it holds goes with it. */
const removeQuestions = (work: Work, gone: readonly Place[]): void => {
  for (const { path, parent, name, owner, question } of gone) {
    const taken = work.touched.get(`-${parent}`)
    if (taken) { work.touched.set(`-${path}`, taken); continue }
    const { key, part, at } = subjectOf(work.places, path)
    const found = write(work.book, { id: key, part, kind: 'removed', at, before: { ...question, required: requires(owner, name) } }, { act: 'set', owner: owner['properties'] as Thing, name, value: undefined })
    if (requires(owner, name)) found.edits.push({ act: 'require', owner, name, isRequired: false, order: [] })
    work.touched.set(`-${path}`, found)
  }
}

const optionKeys = ['oneOf', 'properties', 'required'] as const

/** Options are known by their value, wherever they stand. */
const compareOptions = (book: Book, subject: Subject, old: Thing, now: Thing, prefix: string): boolean => {
  if (!Array.isArray(old['oneOf']) || !Array.isArray(now['oneOf'])) return isEqual(old['oneOf'], now['oneOf'])
  const optionOf = (key: string): Subject => ({ key: `${subject.key.replace(/question:|codeList:/, 'option:')}:${prefix}${key}`, part: 'option', at: { ...subject.at, ...(subject.part === 'codeList' && { listId: subject.at.id }), id: key === '' ? undefined : key } })
  for (const kept of compareList(book, old, now, 'oneOf', { subjectOf: optionOf })) compareSettings(book, optionOf(kept.key), kept.old, kept.now)
  return true
}

/** Settings of a question or a code list, of what it holds many of, and options; questions inside are compared by themselves. */
export const compareAnswers = (book: Book, subject: Subject, old: Thing, now: Thing, isOpened = false): void => {
  const areOptions = compareOptions(book, subject, old, now, '')
  const [oldItems, nowItems] = [old['items'], now['items']]
  const both = isRecord(oldItems) && isRecord(nowItems)
  compareSettings(book, subject, old, now, { skip: [...optionKeys.filter((key) => key !== 'oneOf' || areOptions), ...(both || isOpened ? ['items'] : [])] })
  if (!both) return
  const areItemOptions = compareOptions(book, subject, oldItems, nowItems, '')
  compareSettings(book, subject, oldItems, nowItems, { skip: optionKeys.filter((key) => key !== 'oneOf' || areItemOptions), prefix: 'items.' })
}

const compareRequired = (work: Work, old: Place, now: Place, owner: Thing): void => {
  const [was, is] = [requires(old.owner, old.name), requires(now.owner, now.name)]
  if (was === is) return
  const { key, part, at } = subjectOf(work.places, now.path)
  write(work.book, { id: `${key}:required`, part, kind: 'changed', at, setting: 'required', before: was, after: is }, { act: 'require', owner, name: now.name, isRequired: is, order: requiredIn(now.owner) })
}

/** Lists that were emptied where the new form has none, and names in `required` that are no question. */
const tidy = (work: Work, owner: Thing, next: Thing): void => {
  const last = work.book.found.at(-1)
  if (owner['properties'] !== undefined && next['properties'] === undefined) last?.edits.push({ act: 'set', owner, name: 'properties', value: undefined })
  last?.edits.push({ act: 'set', owner, name: 'required', value: structuredClone(next['required']) })
}

/** Names in the order of the new form; where nothing came in, the order itself is what changed. */
const arrange = (work: Work, prefix: string, owner: Thing, next: Thing): void => {
  const [names, wanted] = [Object.keys(propertiesOf(owner)), Object.keys(propertiesOf(next))]
  const touched = work.last.get(owner)
  tidy(work, owner, next)
  const order = { act: 'arrangeNames' as const, owner, name: 'properties', order: wanted }
  const both = wanted.filter((name) => names.includes(name))
  const isTurned = names.filter((name) => wanted.includes(name)).join('\n') !== both.join('\n')
  if (touched) touched.edits.push(order)
  else if (isTurned) {
    const path = prefix.replace(/\/\*$/, '')
    const { key, part, at } = subjectOf(work.places, path)
    write(work.book, { id: `${key}:order`, part: path === '' ? 'settings' : part, kind: 'moved', at: path === '' ? work.places.at : at, setting: 'order', before: names, after: wanted }, order)
  }
}

/** Something else goes by this name until it moves away. */
const isTaken = (work: Work, before: ReadonlyMap<string, Place>, place: Place): boolean => {
  const occupant = before.get(place.path)
  return occupant !== undefined && occupant !== work.kept.get(place.path) && work.waiting.has(occupant)
}

const takePlace = (work: Work, place: Place): void => {
  const known = work.kept.get(place.path)
  const parent = work.touched.get(place.parent)
  if (known) {
    enter(work, place.path, known.question)
    openRows(work, known, place)
    moveQuestion(work, known, place)
    work.waiting.delete(known)
  } else if (parent?.kind === 'added' || work.opened.has(place.parent)) { if (parent) work.touched.set(place.path, parent) }
  else addQuestion(work, place)
}

/** Parents first; whoever comes to a name that is taken waits, and so do those inside. */
const takePlaces = (work: Work, before: ReadonlyMap<string, Place>, places: readonly Place[]): void => {
  const later: Place[] = []
  for (const place of places) {
    if (isTaken(work, before, place) || !work.owners.has(ownerKey(place)) || later.some(({ path }) => path === place.parent)) later.push(place)
    else takePlace(work, place)
  }
  if (later.length < places.length) takePlaces(work, before, later)
}

/** Compares the questions of `now` with those of the copy `old`; migrations belong to the form of the applicant only. */
export const compareQuestions = (book: Book, places: FormPlaces, old: Thing, now: Thing, migrations: readonly Migration[] = []): ComparedQuestions => {
  const [before, after] = [byPath(placesIn(old)), byPath(placesIn(now))]
  const renames = renamesIn(migrations, (path) => after.has(path))
  if (migrations.length > 0) book.renames = renames
  const kept = new Map<string, Place>()
  // Who was brought here by a migration has the name, before who only had it.
  const claims = [...before.values()].sort((a, b) => Number(renames(a.path) === a.path) - Number(renames(b.path) === b.path))
  for (const place of claims) if (after.has(renames(place.path)) && !kept.has(renames(place.path))) kept.set(renames(place.path), place)
  const stay = new Set(kept.values())
  const work: Work = { book, places, kept, touched: new Map(), owners: new Map([['', old]]), opened: new Set(), last: new Map(), waiting: new Set(stay) }
  const gone = [...before.values()].filter((place) => !stay.has(place))
  const holdsKept = (place: Place): boolean => [...stay].some(({ path }) => path.startsWith(`${place.path}/`))
  // First those whose name somebody else may take; what others leave first goes last.
  removeQuestions(work, gone.filter((place) => !holdsKept(place)))
  takePlaces(work, before, [...after.values()])
  removeQuestions(work, gone.filter(holdsKept))
  for (const [path, place] of kept) {
    const next = after.get(path)!
    compareAnswers(book, subjectOf(places, path), place.question, next.question, work.opened.has(path))
    compareRequired(work, place, next, work.owners.get(ownerKey(next))!)
  }
  for (const [prefix, owner] of work.owners) {
    const next = prefix === '' ? now : prefix.endsWith('/*') ? after.get(prefix.slice(0, -2))?.question['items'] : after.get(prefix)?.question
    if (isRecord(next)) arrange(work, prefix, owner, next)
  }
  return work
}
