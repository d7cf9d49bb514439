// Answers questions on a page as a person does: by their labels, whatever the type of the question.
import type { Locator } from 'playwright-core'
import type { Question } from '#schemas/generated/types.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { resolveQuestion } from '#core/form/walk-form.ts'
import { readAt, type Answers } from '#core/issues/json-pointer.ts'

export interface Upload {
  name: string
  mimeType: string
  buffer: Buffer
}

type Definitions = CompiledForm['form']['schema']['$defs']

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A label as it is shown: optional questions say so behind it. */
const label = (title: string): RegExp => new RegExp(`^${escaped(title)}( \\(không bắt buộc\\))?$`)

const date = async (group: Locator, value: string): Promise<void> => {
  const [year, month, day] = value.split('-')
  await group.getByLabel('Ngày', { exact: true }).fill(day!)
  await group.getByLabel('Tháng', { exact: true }).fill(month!)
  await group.getByLabel('Năm', { exact: true }).fill(year!)
}

const optionTitle = (question: Question, value: unknown): string => question.oneOf?.find((option) => option.const === value)?.title ?? String(value)

const choose = async (scope: Locator, question: Question, value: unknown): Promise<void> => {
  const title = optionTitle(question, value)
  const radios = scope.getByRole('group', { name: label(question.title!) }).getByRole('radio', { name: title, exact: true })
  if ((await radios.count()) > 0) return radios.check()
  const box = scope.getByRole('combobox', { name: label(question.title!) })
  if ((await box.evaluate((element) => element.tagName)) === 'SELECT') return void (await box.selectOption({ label: title }))
  await box.fill(title)
  await scope.page().getByRole('option', { name: title, exact: true }).first().click()
}

const rows = async (scope: Locator, question: Question, value: Answers[], definitions: Definitions): Promise<void> => {
  const table = scope.getByRole('group', { name: label(question.title!) })
  for (const [i, row] of value.entries()) {
    const name = (question['x-itemTitle'] ?? 'Dòng {n}').replace('{n}', String(i + 1))
    const card = table.getByRole('group', { name, exact: true })
    if ((await card.count()) === 0) await table.getByRole('button', { name: question['x-addLabel'] ?? 'Thêm dòng' }).click()
    for (const [column, cell] of Object.entries(row)) await answer(card, resolveQuestion(question.items!.properties![column]!, definitions), cell, definitions)
  }
}

/** Answers one question within a part of the page. */
export const answer = async (scope: Locator, question: Question, value: unknown, definitions: Definitions = {}): Promise<void> => {
  const title = question.title!
  const field = question['x-field']
  if (field === 'consent') return scope.getByRole('checkbox', { name: title }).check()
  if (field === 'yesNo') return scope.getByRole('group', { name: label(title) }).getByRole('radio', { name: value ? 'Có' : 'Không', exact: true }).check()
  if (question.format === 'date') return date(scope.getByRole('group', { name: label(title) }), String(value))
  if (field === 'choices') { for (const item of value as unknown[]) await scope.getByRole('group', { name: label(title) }).getByRole('checkbox', { name: optionTitle(resolveQuestion(question.items!, definitions), item), exact: true }).check(); return }
  if (question.oneOf) return choose(scope, question, value)
  if (field === 'table') return rows(scope, question, value as Answers[], definitions)
  if (field === 'address') {
    const group = scope.getByRole('group', { name: label(title) })
    for (const [part, inner] of Object.entries(value as Answers)) await answer(group, resolveQuestion(question.properties![part]!, definitions), inner, definitions)
    return
  }
  const name = label(title)
  await scope.getByRole('textbox', { name }).or(scope.getByRole('combobox', { name })).fill(String(value))
}

export const attach = async (scope: Locator, title: string, ...files: Upload[]): Promise<void> => {
  await scope.getByRole('button', { name: new RegExp(`^${escaped(title)}`) }).setInputFiles(files)
  for (const file of files) await scope.getByText(file.name, { exact: true }).first().waitFor()
}

/** Answers everything on one page of a form; uploads go where answers of file questions stand. */
export const answerPage = async (scope: Locator, form: CompiledForm, pageId: string, answers: Answers, upload?: Upload): Promise<void> => {
  const page = form.pages.find((each) => each.page.id === pageId)
  for (const { section, paths } of page?.sections ?? []) {
    // Mother and father are asked the same: the heading of the section tells them apart.
    const region = section.title ? scope.getByRole('region', { name: section.title, exact: true }) : scope
    for (const path of paths) {
      const value = readAt(answers, path)
      const { question } = form.questions.get(path)!
      if (value === undefined) continue
      const within = (await region.count()) === 1 ? region : scope
      if (question['x-field'] === 'file') await attach(within, question.title!, upload!)
      else await answer(within, question, value, form.form.schema.$defs)
    }
  }
}
