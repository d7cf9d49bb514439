// What changes in how a form is laid out: pages that came and went, their texts and conditions, and one difference a page for
// everything that is layout only. A question that came or went takes its place on the page along.
import { compareList, compareSettings, isTurned, renameBehind, write, type Book, type Found } from './book.ts'
import type { ComparedQuestions, FormPlaces } from './compare-questions.ts'
import { isEqual } from './equal.ts'
import { pairItems } from './pair-items.ts'
import type { Edit, Thing } from './working-copy.ts'

const sectionsOf = (page: Thing): Thing[] => (Array.isArray(page['sections']) ? page['sections'] as Thing[] : [])
const questionsOf = (section: Thing): string[] => (Array.isArray(section['questions']) ? section['questions'] as string[] : [])
const pagesOf = (form: Thing): Thing[] => (Array.isArray(form['pages']) ? form['pages'] as Thing[] : [])

export const pageAt = (form: Thing | undefined) => (path: string): string | undefined =>
  pagesOf(form ?? {}).find((page) => sectionsOf(page).some((section) => questionsOf(section).some((each) => path === each || path.startsWith(`${each}/`))))?.['id'] as string | undefined

interface Work {
  book: Book
  places: FormPlaces
  questions: ComparedQuestions
  /** Path now of each path before; of what is gone, nothing. */
  now: (path: string) => string | undefined
  /** The page on which a question stood. */
  was: ReadonlyMap<string, string>
}

interface Layout {
  page: Thing
  next: Thing
  edits: Edit[]
  /** What came to this page or left it as a whole, and takes its edit along. */
  owners: Found[]
  /** Of what is there only after these edits. */
  later: (() => void)[]
}

const fromOne = (mine: readonly string[], theirs: readonly string[]): number => mine.filter((path) => theirs.includes(path)).length

/** The lists of questions, and sections that came, went or changed places. */
const sectionEdits = ({ book, places, now }: Work, { page, next, edits, later }: Layout): void => {
  const pairs = pairItems(sectionsOf(page), sectionsOf(next), (a, b) => 4 * fromOne(questionsOf(a).flatMap((path) => now(path) ?? []), questionsOf(b)) + (a['title'] !== undefined && a['title'] === b['title'] ? 2 : 0))
  const subject = { part: 'page' as const, at: { ...places.at, page: String(page['id']), id: String(page['id']) } }
  const about = (key: string, section: Thing) => ({ ...subject, key: `${places.key}page:${String(page['id'])}:section:${key}`, section })
  /** A condition decides what is asked: it never goes with the layout. */
  const noteCondition = (key: string, before: unknown, after: unknown, section: Thing, ...edit: Edit[]): void => {
    const rename = renameBehind(book, 'when', before, after)
    if (rename) { rename.edits.push(...edit); return }
    write(book, { id: `${about(key, section).key}:when`, ...subject, kind: 'changed', setting: 'section.when', before: { when: before, section }, after: { when: after, section } }, ...edit)
  }
  for (const { item, key } of pairs.removed) {
    if (item['when'] !== undefined) noteCondition(key, item['when'], undefined, item, { act: 'set', owner: item, name: 'when', value: undefined })
    edits.push({ act: 'drop', owner: page, name: 'sections', item, isLast: false })
  }
  const copies = pairs.now.map(({ item, old }): Thing => { const { when: _when, ...rest } = item; return old ?? structuredClone(rest) })
  pairs.now.forEach(({ item, old, key }, i) => {
    if (old === undefined) {
      edits.push({ act: 'insert', owner: page, name: 'sections', item: copies[i], order: copies })
      if (item['when'] !== undefined) later.push(() => noteCondition(key, undefined, item['when'], item, { act: 'set', owner: copies[i]!, name: 'when', value: structuredClone(item['when']) }))
      return
    }
    if (!isEqual(old['questions'], item['questions'])) edits.push({ act: 'set', owner: old, name: 'questions', value: structuredClone(item['questions']) })
    compareSettings(book, about(key, old), old, item, { skip: ['questions', 'when'], prefix: 'section.' })
    if (!isEqual(old['when'], item['when'])) noteCondition(key, old['when'], item['when'], item, { act: 'set', owner: old, name: 'when', value: structuredClone(item['when']) })
  })
  if (isTurned(pairs.now, sectionsOf(page))) edits.push({ act: 'arrange', owner: page, name: 'sections', order: copies })
}

/** The page without what came, went or stands on another page: what is left differs only where somebody arranged it. */
const shapeOf = (page: Thing, path: (path: string) => string | undefined, isHere: (path: string) => boolean): unknown =>
  sectionsOf(page).map((section) => questionsOf(section).flatMap((each) => { const known = path(each); return known !== undefined && isHere(known) ? [known] : [] })).filter((questions) => questions.length > 0)

const layoutOf = (work: Work, page: Thing, next: Thing): Layout => {
  const layout: Layout = { page, next, edits: [], owners: [], later: [] }
  const [before, after] = [sectionsOf(page).flatMap(questionsOf), sectionsOf(next).flatMap(questionsOf)]
  const touched = work.questions.touched
  layout.owners = [...after.flatMap((path) => touched.get(path) ?? []), ...before.flatMap((path) => touched.get(work.now(path) ?? `-${path}`) ?? [])]
  if (!isEqual(page['sections'], next['sections'])) sectionEdits(work, layout)
  return layout
}

interface Moves {
  isArranged: boolean
  /** Came from another page. */
  came: boolean
  /** Pages that questions of this one are on now. */
  wentTo: string[]
}

const movesOf = (work: Work, { page, next }: Layout, pageNow: (path: string) => string | undefined): Moves => {
  const id = String(page['id'])
  const stays = (path: string): boolean => work.questions.kept.has(path) && work.was.get(path) === id && pageNow(path) === id
  return {
    isArranged: !isEqual(shapeOf(page, work.now, stays), shapeOf(next, (path) => path, stays)),
    came: sectionsOf(next).flatMap(questionsOf).some((path) => work.questions.kept.has(path) && work.was.get(path) !== undefined && work.was.get(path) !== id),
    wentTo: sectionsOf(page).flatMap(questionsOf).flatMap((path) => { const now = work.now(path); const there = now === undefined ? id : pageNow(now); return there === undefined || there === id ? [] : [there] }),
  }
}

const layoutId = ({ places }: Work, page: string): string => `${places.key}page:${page}:layout`

const compareLayout = (work: Work, { page, next, edits, owners, later }: Layout, { isArranged, came, wentTo }: Moves): void => {
  if (edits.length === 0) return
  const id = String(page['id'])
  const there = work.book.found.find((found) => wentTo.some((target) => found.id === layoutId(work, target)))
  const owner = isArranged || came ? undefined : there ?? owners.at(-1)
  if (owner) owner.edits.push(...edits)
  else write(work.book, { id: layoutId(work, id), part: 'page', kind: 'changed', at: { ...work.places.at, page: id, id }, setting: 'layout', before: page['sections'], after: next['sections'] }, ...edits)
  for (const note of later) note()
}

/** What comes to a page is told there; a page that only lost it has nothing to say of its own. */
export const comparePages = (book: Book, places: FormPlaces, old: Thing, now: Thing, questions: ComparedQuestions): void => {
  const was = new Map([...questions.kept].flatMap(([path, place]) => { const page = pageAt(old)(place.path); return page === undefined ? [] : [[path, page] as const] }))
  const pathNow = new Map([...questions.kept].map(([path, place]) => [place.path, path]))
  const work: Work = { book, places, questions, was, now: (path) => pathNow.get(path) }
  const subjectOf = (key: string): { key: string, part: 'page', at: FormPlaces['at'] } => ({ key: `${places.key}page:${key}`, part: 'page', at: { ...places.at, ...(key !== '' && { page: key, id: key }) } })
  const kept = compareList(book, old, now, 'pages', { subjectOf })
  const layouts = kept.map((each) => {
    compareSettings(book, subjectOf(each.key), each.old, each.now, { skip: ['sections'] })
    return layoutOf(work, each.old, each.now)
  })
  const moves = layouts.map((layout) => ({ layout, moved: movesOf(work, layout, pageAt(now)) }))
  // Where questions came to first: what they left may be told there.
  for (const { layout, moved } of [...moves.filter(({ moved: { came } }) => came), ...moves.filter(({ moved: { came } }) => !came)]) compareLayout(work, layout, moved)
}
