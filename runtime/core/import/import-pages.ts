// Lays imported questions out: one page for each group at the top, its groups as sections; single questions between them
// share a page.
import type { Form, Page, Question, Section } from '#schemas/generated/types.ts'
import { walkForm } from '../form/walk-form.ts'

const mostPages = 50
/** More on one page is slow to draw and long to scroll. */
const perPage = 25
const general = { title: 'Thông tin chung', 'x-i18n': { en: { title: 'General information' } } }

const isGroup = (question: Question): boolean => question.type === 'object' && question['x-field'] !== 'address'

const heading = (question: Question): Pick<Section, 'title' | 'x-i18n' | 'description'> => ({
  ...(question.title && { title: question.title }), ...(question.description && { description: question.description }),
  ...(question['x-i18n']?.en && { 'x-i18n': { en: Object.fromEntries(Object.entries(question['x-i18n'].en).filter(([key]) => key === 'title' || key === 'description')) } }),
})

const sectionsOf = (group: Question, path: string): Section[] => {
  const entries = Object.entries(group.properties ?? {})
  const leaves = entries.filter(([, question]) => !isGroup(question)).map(([name]) => `${path}/${name}`)
  const inner = entries.filter(([, question]) => isGroup(question)).flatMap(([name, question]) => sectionsOf(question, `${path}/${name}`).map((section, i) => (i === 0 ? { ...heading(question), ...section } : section)))
  return [...(leaves.length > 0 ? [{ questions: leaves }] : []), ...inner]
}

export const pagesOf = (schema: Form['schema']): Page[] => {
  const pages: Page[] = []
  const add = (words: Pick<Page, 'title' | 'x-i18n' | 'description'>, sections: Section[]): void => void pages.push({ id: `trang-${pages.length + 1}`, ...words, sections })
  let single: string[] = []
  const close = (): void => {
    const many = Math.max(perPage, Math.ceil(single.length / (mostPages - pages.length)))
    for (let at = 0; at < single.length; at += many) add(general, [{ questions: single.slice(at, at + many) }])
    single = []
  }
  for (const [name, question] of Object.entries(schema.properties)) {
    if (isGroup(question) && pages.length < mostPages / 2) {
      close()
      const { title, ...rest } = heading(question)
      add({ title: title ?? name, ...rest }, sectionsOf(question, `/${name}`))
    } else if (isGroup(question)) single.push(...walkForm({ type: 'object', properties: { [name]: question } }).filter((visit) => visit.kind !== 'group' && !visit.path.includes('/*')).map((visit) => visit.path))
    else single.push(`/${name}`)
  }
  close()
  return pages
}
