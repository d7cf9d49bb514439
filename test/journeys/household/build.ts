// Carries out a plan with the hands of an author.
import type { Author } from './author.ts'
import type { Plan, PlannedPage, PlannedQuestion } from './plan.ts'

const tell = async (author: Author, { title, kind, required, help, list, settings }: PlannedQuestion): Promise<void> => {
  // A declaration is required from the beginning: one that may be left out declares nothing.
  const isRequired = required && kind !== 'consent'
  if (isRequired || help !== '' || list !== undefined || settings.length > 0) await author.tells(title, { help, required: isRequired, list, settings })
}

const ask = async (author: Author, question: PlannedQuestion, after: string | undefined): Promise<void> => {
  await author.asks(question.kind, question.title, after)
  if (question.options.length > 0) await author.offers(question.title, question.options)
  const { columns } = question
  for (const [i, column] of columns.entries()) {
    await author.asksInRows(question.title, column.kind, column.title, columns[i - 1]?.title)
    if (column.options.length > 0) await author.offers(column.title, column.options)
    await tell(author, column)
  }
}

const buildPage = async (author: Author, page: PlannedPage, isFirst: boolean): Promise<void> => {
  await author.begins(page.title, isFirst)
  for (const { title, questions } of page.sections) {
    if (title) await author.heads(title)
    for (const [i, question] of questions.entries()) {
      await ask(author, question, questions[i - 1]?.title)
      // A table is told about when it has its columns.
      if (question.columns.length > 0) await author.finds(question.title, page.title)
      await tell(author, question)
    }
    const [second, third] = questions.slice(-2)
    if (isFirst && second && third) await author.movesUpAndDown(third.title, second.title)
  }
  for (const { title, questions } of page.groups) await author.groups(questions, page.title, title)
}

const writeFormulas = async (author: Author, pages: readonly PlannedPage[]): Promise<void> => {
  for (const page of pages) {
    for (const question of page.sections.flatMap((section) => section.questions.flatMap((each) => [each, ...each.columns]))) {
      if (question.formulas.length === 0) continue
      await author.finds(question.title, page.title)
      await author.tells(question.title, { help: '', required: false, list: undefined, settings: question.formulas })
    }
  }
}

export const buildProcedure = async (author: Author, plan: Plan, rested: (where: string) => Promise<void>): Promise<void> => {
  for (const [i, page] of plan.pages.entries()) {
    await buildPage(author, page, i === 0)
    await rested(`page ${page.title}`)
  }
  await writeFormulas(author, plan.pages)
  for (const page of plan.pages) {
    if (page.description) await author.describes(page.title, page.description)
    const first = { title: page.sections[0]!.questions[0]!.title, page: page.title }
    if (page.when.length > 0) await author.showsOnlyIf(page.title, 'page', page.when, first)
    for (const section of page.sections) if (section.when.length > 0) await author.showsOnlyIf(section.title, 'section', section.when, { title: section.questions[0]!.title, page: page.title })
  }
  for (const rule of plan.rules) await author.asksOnlyIf(rule)
  for (const check of plan.checks) await author.checks(check)
  await rested('the conditions and checks')
  await author.charges(plan.fees)
  await rested('the fees')
  await author.translates(plan.english)
  await rested('the languages')
}
