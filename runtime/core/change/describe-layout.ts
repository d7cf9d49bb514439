// What is told of a page: questions that came from another page, sections, their titles and conditions.
import { isRecord } from '../issues/json-pointer.ts'
import { localise } from '../text/localise.ts'
import type { Page, Section } from '#schemas/generated/types.ts'
import { clipped, formsOf, pageTitle, phrase, questionTitle, type Telling } from './change-words.ts'
import type { Difference } from './difference.ts'
import { isEqual } from './equal.ts'
import { ruleWords } from './rule-words.ts'
import { subjectWords } from './subject-words.ts'
import { settingWords, valueWords } from './value-words.ts'

const sectionsOf = (value: unknown): Section[] => (Array.isArray(value) ? value as Section[] : [])
const questionsOf = (value: unknown): string[] => sectionsOf(value).flatMap(({ questions }) => questions)

const pageWith = (pages: readonly Page[], path: string): string | undefined => pages.find((page) => questionsOf(page.sections).includes(path))?.id

const sectionTitles = (value: unknown, telling: Telling): string[] => sectionsOf(value).map((section) => localise(section, 'title', telling.locale)).filter((title) => title !== '')

const layoutParts = ({ at, before, after }: Difference, telling: Telling): string[] => {
  const { locale } = telling
  const [, old] = formsOf(telling)
  const [was, is] = [questionsOf(before), questionsOf(after)]
  const came = is.filter((path) => !was.includes(path)).map((path) => {
    const from = pageWith(old?.pages ?? [], path)
    const question = questionTitle(path, telling)
    return from === undefined || from === at.page ? phrase('layout.came.none', locale, { question }) : phrase('layout.came', locale, { question, page: pageTitle(from, { ...telling, isOld: true }) })
  })
  const went = was.filter((path) => !is.includes(path)).map((path) => phrase('layout.went', locale, { question: questionTitle(path, { ...telling, isOld: true }) }))
  const [had, has] = [sectionTitles(before, telling), sectionTitles(after, telling)]
  const sections = [
    ...has.filter((title) => !had.includes(title)).map((title) => phrase('layout.section.added', locale, { title: clipped(title) })),
    ...had.filter((title) => !has.includes(title)).map((title) => phrase('layout.section.removed', locale, { title: clipped(title) })),
  ]
  const isTurned = !isEqual(was.filter((path) => is.includes(path)), is.filter((path) => was.includes(path)))
  const parts = [...came, ...went, ...sections, ...(isTurned ? [phrase('layout.order', locale)] : [])]
  return parts.length > 0 ? parts : [phrase('layout.sections', locale)]
}

const sectionSubject = ({ at, before, after }: Difference, telling: Telling): string => {
  const owner = pageTitle(at.page ?? '', telling)
  const title = [after, before].map((value) => (isRecord(value) && isRecord(value['section']) ? localise(value['section'], 'title', telling.locale) : '')).find((each) => each !== '')
  return title ? phrase('subject.section', telling.locale, { title: clipped(title), owner }) : phrase('subject.section.untitled', telling.locale, { owner })
}

export const describeLayout = (difference: Difference, telling: Telling): string => {
  const { setting = '', before, after } = difference
  const { locale } = telling
  if (setting === 'layout') return phrase('layout', locale, { subject: subjectWords(difference, telling), parts: layoutParts(difference, telling).join('; ') })
  if (setting === 'section.when') {
    const conditionIn = (value: unknown): unknown => (isRecord(value) ? value['when'] : undefined)
    return ruleWords({ subject: sectionSubject(difference, telling), effect: 'page', about: [], before: conditionIn(before), after: conditionIn(after) }, telling)
  }
  const owner = pageTitle(difference.at.page ?? '', telling)
  const subject = setting === 'section.title' && typeof before === 'string' ? phrase('subject.section', locale, { title: clipped(before), owner }) : phrase('subject.section.untitled', locale, { owner })
  const what = settingWords(setting, locale)
  if (before === undefined) return phrase('set', locale, { subject, what, after: valueWords(after, setting, telling) })
  return after === undefined ? phrase('unset', locale, { subject, what, before: valueWords(before, setting, telling) }) : phrase('changed', locale, { subject, what, before: valueWords(before, setting, telling), after: valueWords(after, setting, telling) })
}
