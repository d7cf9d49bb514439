// Carries out a plan with the hands of an author.
import type { Author } from './author.ts'
import type { Plan, PlannedQuestion } from './plan.ts'

const build = async (author: Author, question: PlannedQuestion, after: string | undefined): Promise<void> => {
  await author.asks(question.kind, question.title, after)
  // A declaration is required from the beginning: one that may be left out declares nothing.
  if (question.required && question.kind !== 'consent') await author.requires(question.title)
  if (question.options.length > 0) await author.offers(question.title, question.options)
  let last: string | undefined
  for (const column of question.columns) {
    await author.asksInRows(question.title, column.kind, column.title, last)
    if (column.required) await author.requires(column.title)
    last = column.title
  }
}

export const buildForm = async (author: Author, plan: Plan, rested: (where: string) => Promise<void>): Promise<void> => {
  for (const [p, page] of plan.pages.entries()) {
    await author.begins(page.title, p === 0)
    for (const section of page.sections) {
      if (section.title) await author.heads(section.title)
      let last: string | undefined
      for (const question of section.questions) {
        await build(author, question, last)
        last = question.title
      }
      const [second, third] = section.questions.slice(-2)
      if (p === 0 && second && third) await author.movesUpAndDown(third.title, second.title)
    }
    await rested(`page ${page.title}`)
  }
  for (const condition of plan.conditions) await author.asksOnlyIf(condition)
  for (const page of plan.pages) {
    if (page.when) await author.showsOnlyIf(page.title, 'page', page.when, '')
    for (const section of page.sections) if (section.when) await author.showsOnlyIf(section.title, 'section', section.when, section.questions[0]!.title)
  }
  for (const check of plan.checks) await author.checks(check)
  await rested('the conditions and checks')
}
