// The vocabulary of edits to pages and sections: layout only, so no answer ever changes by them.
import type { Form, Page, Section } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { formOf, type Selection } from '../editing/selection.ts'
import { demandForm, type InForm } from './form-place.ts'
import { forgetQuestions } from './form-rules.ts'
import { follows, idFromTitle } from './name-from-title.ts'
import { moveItem } from './ordered-names.ts'
import { setAll, type Typed } from './question-commands.ts'
import { followInExpectations } from '../scenarios/follow-expectations.ts'

interface OfPage extends InForm {
  page: string
}

interface OfSection extends OfPage {
  section: number
}

const inForm = ({ step }: InForm): InForm => (step === undefined ? {} : { step })
const selectPage = (page: string, args: InForm): Selection => ({ kind: 'page', page, ...inForm(args) })
const selectSection = (page: string, section: number, args: InForm): Selection => ({ kind: 'section', page, section, ...inForm(args) })

const findPage = (form: Form, id: string): Page | undefined => form.pages.find((page) => page.id === id)
const idFor = (title: string, pages: readonly Page[]): string => idFromTitle(title, pages.map((page) => page.id), 'trang')

export const addPage: Command<InForm & { title?: string, index?: number }> = {
  name: 'addPage',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const page: Page = { id: idFor(args.title ?? '', form.pages), title: args.title ?? '', sections: [{ questions: [] }] }
    form.pages.splice(args.index ?? form.pages.length, 0, page)
    return selectPage(page.id, args)
  },
}

/** The questions of a page go with it, or stand on the page before (after, for the first) from now on. */
export const removePage: Command<OfPage & { keepQuestions: boolean }> = {
  name: 'removePage',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const index = form.pages.findIndex((page) => page.id === args.page)
    const page = form.pages[index]
    const neighbour = form.pages[index === 0 ? 1 : index - 1]
    if (!page || !neighbour) return
    const questions = page.sections.flatMap((section) => section.questions)
    if (args.keepQuestions) {
      const kept = page.sections.filter((section) => section.questions.length > 0)
      neighbour.sections = index === 0 ? [...kept, ...neighbour.sections] : [...neighbour.sections, ...kept]
    } else if (!forgetQuestions(draft, questions, args)) return
    form.pages = form.pages.filter((each) => each.id !== args.page)
    return selectPage(neighbour.id, args)
  },
}

export const movePage: Command<OfPage & { index: number }> = {
  name: 'movePage',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const from = form.pages.findIndex((page) => page.id === args.page)
    const to = Math.max(0, Math.min(args.index, form.pages.length - 1))
    if (from < 0 || from === to) return
    form.pages = moveItem(form.pages, from, to)
    return selectPage(args.page, args)
  },
}

export const setPage: Command<OfPage & Typed & { changes: Partial<Omit<Page, 'id' | 'sections'>> }> = {
  name: 'setPage',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args, { published }) => {
    const form = demandForm(draft, args)
    const page = findPage(form, args.page)
    if (!page) return
    const before = page.title
    setAll(page, args.changes)
    const known = published && formOf(published, args.step)?.pages.some((each) => each.id === args.page)
    const make = (title: string): string => idFor(title, form.pages.filter((each) => each.id !== args.page))
    if (args.changes.title !== undefined && !known && follows(page.id, before, make) && page.id !== make(args.changes.title)) {
      const next = make(args.changes.title)
      if (args.step === undefined) followInExpectations(draft, 'pages', page.id, next)
      page.id = next
    }
    return selectPage(page.id, args)
  },
}

export const addSection: Command<OfPage & { index?: number, title?: string }> = {
  name: 'addSection',
  recipe: (draft, args) => {
    const page = findPage(demandForm(draft, args), args.page)
    if (!page) return
    const [only] = page.sections
    // A page begins with a bare section: its first heading is for that one, so that none stays empty.
    if (page.sections.length === 1 && only!.title === undefined && only!.questions.length === 0) {
      only!.title = args.title ?? ''
      return selectSection(args.page, 0, args)
    }
    const index = args.index ?? page.sections.length
    page.sections.splice(index, 0, { title: args.title ?? '', questions: [] })
    return selectSection(args.page, index, args)
  },
}

/** Its questions join the section before, or after for the first: a heading goes, no question does. */
export const removeSection: Command<OfSection> = {
  name: 'removeSection',
  recipe: (draft, args) => {
    const page = findPage(demandForm(draft, args), args.page)
    const section = page?.sections[args.section]
    const neighbour = page?.sections[args.section === 0 ? 1 : args.section - 1]
    if (!page || !section || !neighbour) return
    neighbour.questions = args.section === 0 ? [...section.questions, ...neighbour.questions] : [...neighbour.questions, ...section.questions]
    page.sections.splice(args.section, 1)
    return selectPage(args.page, args)
  },
}

export const moveSection: Command<OfSection & { index: number }> = {
  name: 'moveSection',
  recipe: (draft, args) => {
    const page = findPage(demandForm(draft, args), args.page)
    const to = Math.max(0, Math.min(args.index, (page?.sections.length ?? 0) - 1))
    if (!page?.sections[args.section] || to === args.section) return
    page.sections = moveItem(page.sections, args.section, to)
    return selectSection(args.page, to, args)
  },
}

export const setSection: Command<OfSection & Typed & { changes: Partial<Omit<Section, 'questions'>> }> = {
  name: 'setSection',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args) => {
    const section = findPage(demandForm(draft, args), args.page)?.sections[args.section]
    if (section) setAll(section, args.changes)
  },
}
