// What an officer does: signs in, opens a dossier from the queue, records what the step asks for, decides.
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { signIn, type Person } from '../people.ts'
import { answerPage, type Upload } from './answer.ts'

export const officer = (someone: Person) => {
  const { page } = someone
  const main = page.locator('main')
  return {
    async signsIn(email: string): Promise<void> {
      await page.goto('/desk')
      await signIn(someone, email)
      await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor()
    },
    async opens(code: string): Promise<void> {
      await page.goto('/desk')
      await page.getByLabel('Tìm trong danh sách').fill(code)
      await someone.looksAround('the queue')
      await page.getByRole('link', { name: code }).click()
      await page.getByText(`Hồ sơ ${code}`).waitFor()
      await someone.looksAround('a dossier on the desk')
    },
    async records(form: CompiledForm, answers: Answers, upload?: Upload): Promise<void> {
      for (const { page: each } of form.pages) await answerPage(main, form, each.id, answers, upload)
    },
    async decides(title: string, reason?: string): Promise<void> {
      await main.getByRole('button', { name: title, exact: true }).click()
      if (reason !== undefined) {
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('Lý do').fill(reason)
        await dialog.getByRole('button', { name: title, exact: true }).click()
      }
      await page.getByText(`Đã xử lý: ${title}`).waitFor()
    },
    main, page,
  }
}
