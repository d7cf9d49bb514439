// Answers questions without a mouse: Tab goes on, and what has the focus is what is answered. A question that Tab does not reach
// cannot be answered, and the journey says so.
import type { FileChooser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { resolveQuestion } from '#core/form/walk-form.ts'
import { readAt, type Answers } from '#core/issues/json-pointer.ts'
import type { Question } from '#schemas/generated/types.ts'
import type { Upload } from './answer.ts'

/** Presses of Tab after which a place counts as out of reach. */
const patience = 80

export const byKeys = (page: Page) => {
  const key = (name: string): Promise<void> => page.keyboard.press(name)
  const isIn = (selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null && document.activeElement?.closest(wanted) !== undefined, selector)
  const named = (): Promise<string> => page.evaluate(() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim())

  const tabUntil = async (found: () => Promise<boolean>, what: string): Promise<void> => {
    for (let i = 0; i < patience; i++) {
      if (await found()) return
      await key('Tab')
    }
    throw new Error(`Tab does not reach ${what}; it is on “${await named()}”`)
  }
  const toQuestion = (pointer: string): Promise<void> => tabUntil(() => isIn(`[data-pointer="${pointer}"]`), pointer)
  const toButton = (name: string): Promise<void> => tabUntil(async () => (await named()) === name && (await isIn('button, a')), `the button ${name}`)

  const chooseRadio = async (index: number): Promise<void> => {
    await key('Space')
    // A choice may be made already; the arrows go from there.
    const at = await page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${(document.activeElement as HTMLInputElement).name}"]`)].findIndex((each) => each.checked))
    for (let i = at; i < index; i++) await key('ArrowDown')
    for (let i = at; i > index; i--) await key('ArrowUp')
  }
  const chooseOption = async (options: readonly { const: unknown, title: string }[], value: unknown): Promise<void> => {
    const index = options.findIndex((option) => option.const === value)
    const kind = await page.evaluate(() => `${document.activeElement?.tagName} ${(document.activeElement as HTMLInputElement).type}`)
    if (kind === 'INPUT radio') return chooseRadio(index)
    if (kind.startsWith('SELECT')) {
      const chosen = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.textContent?.trim())
      await key('Home')
      for (let i = 0; i <= options.length && (await chosen()) !== options[index]!.title; i++) await key('ArrowDown')
      expect(await chosen()).toBe(options[index]!.title)
      return
    }
    await key('Control+a')
    await page.keyboard.type(options[index]!.title)
    await page.getByRole('option', { name: options[index]!.title, exact: true }).first().waitFor()
    await key('Enter')
  }
  const typeDate = async (value: string): Promise<void> => {
    const [year, month, day] = value.split('-')
    for (const [i, part] of [day!, month!, year!].entries()) {
      if (i > 0) await key('Tab')
      await key('Control+a')
      await page.keyboard.type(part)
    }
  }
  const attach = async (upload: Upload): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), key('Space')]) as [FileChooser, void]
    await chooser.setFiles([upload])
    await page.getByText(upload.name, { exact: true }).first().waitFor()
  }

  const answer = async (form: CompiledForm, pointer: string, question: Question, value: unknown, upload?: Upload): Promise<void> => {
    const field = question['x-field']
    if (field === 'address') {
      for (const [part, inner] of Object.entries(value as Answers)) await answer(form, `${pointer}/${part}`, resolveQuestion(question.properties![part]!, form.form.schema.$defs), inner)
      return
    }
    await toQuestion(pointer)
    if (field === 'consent') return key('Space')
    if (field === 'file') return attach(upload!)
    if (field === 'yesNo') return chooseRadio(value ? 0 : 1)
    if (question.format === 'date') return typeDate(String(value))
    if (question.oneOf) return chooseOption(question.oneOf, value)
    await key('Control+a')
    await page.keyboard.type(String(value))
  }

  return {
    key, toButton, tabUntil, named,
    /** Answers everything on one page, in its order. */
    answers: async (form: CompiledForm, pageId: string, answers: Answers, upload?: Upload): Promise<void> => {
      for (const path of form.pages.find((each) => each.page.id === pageId)!.sections.flatMap((section) => section.paths)) {
        const value = readAt(answers, path)
        if (value !== undefined) await answer(form, path, form.questions.get(path)!.question, value, upload)
      }
    },
    press: async (name: string): Promise<void> => {
      await toButton(name)
      await key('Enter')
    },
  }
}
