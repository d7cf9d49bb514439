// What an applicant does: finds a procedure, starts a dossier, goes from page to page, files, follows.
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { signIn, type Person } from '../people.ts'
import { answerPage, type Upload } from './answer.ts'

/** A real, small PDF: the server looks at what a file is, not at its name. */
export const pdf = (name: string): Upload => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') })

export const applicant = (someone: Person) => {
  const { page } = someone
  const main = page.locator('main')
  return {
    async findsProcedure(words: string, name: string): Promise<void> {
      await page.goto('/')
      await page.getByLabel('Tìm thủ tục').fill(words)
      await page.getByRole('link', { name }).first().click()
      await page.getByRole('heading', { name, level: 1 }).waitFor()
    },
    /** With an account: signs in on the page of the procedure and comes back to it. */
    async startsDossier(): Promise<void> {
      const title = await page.getByRole('heading', { level: 1 }).innerText()
      await page.getByRole('banner').getByRole('link', { name: 'Đăng nhập' }).click()
      await signIn(someone, 'congdan@demo.motcua.vn')
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await this.startsAsGuest()
    },
    /** As whoever this browser knows; a stranger becomes a guest. */
    async startsAsGuest(): Promise<void> {
      await main.getByRole('link', { name: /^Nộp hồ sơ( trực tuyến)?$/ }).first().click()
      await page.waitForURL(/\/nop\//)
      await page.getByRole('button', { name: 'Tiếp tục' }).waitFor()
    },
    answers: (form: CompiledForm, pageId: string, answers: Answers, upload?: Upload) => answerPage(main, form, pageId, answers, upload),
    async goesOn(nextHeading: string): Promise<void> {
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
      await page.getByRole('heading', { name: nextHeading, level: 1 }).waitFor()
    },
    async isStopped(message: string): Promise<void> {
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
      await page.getByRole('alert').getByText(message).waitFor()
      // Beside the question too, not only in the summary above.
      await main.locator('[id$="-error"], .text-bad').getByText(message).first().waitFor()
    },
    async goesToPage(title: string): Promise<void> {
      await page.getByRole('navigation', { name: 'Các trang của hồ sơ' }).getByRole('link', { name: title }).click()
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    },
    /** Files and gives the code of the dossier. */
    async files(): Promise<string> {
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
      await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor()
      return (await main.innerText()).match(/[A-Z0-9.]+-\d{6}-\d{4,}/)![0]
    },
    async follows(): Promise<void> {
      await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click()
      await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
    },
  }
}
