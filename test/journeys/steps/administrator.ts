// What an administrator does: makes a procedure from nothing, question by question, and sends it to review.
import { expect } from 'vitest'
import { signIn, type Person } from '../people.ts'

export const administrator = (someone: Person) => {
  const { page } = someone
  const inspector = page.getByRole('complementary', { name: 'Thiết lập' })
  const canvas = page.getByRole('region', { name: 'Trang đang sửa' })
  /** The title of a new question is written on its card. */
  const names = async (question: string): Promise<void> => {
    const title = canvas.getByRole('textbox', { name: 'Nội dung câu hỏi' })
    await expect.poll(() => title.evaluate((element) => element === document.activeElement), { timeout: 10_000 }).toBe(true)
    await page.keyboard.type(question)
    await page.keyboard.press('Enter')
    await canvas.getByRole('button', { name: `Sửa: ${question}`, exact: true }).first().waitFor()
  }
  return {
    async signsIn(email: string): Promise<void> {
      await page.goto('/designer')
      await signIn(someone, email)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    async makesProcedure(name: string, code: string): Promise<void> {
      await page.getByRole('button', { name: 'Tạo thủ tục' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Tên thủ tục').fill(name)
      await dialog.getByLabel('Mã thủ tục').fill(code)
      await dialog.getByRole('button', { name: 'Tạo thủ tục' }).click()
      await page.getByRole('navigation', { name: 'Các phần của thủ tục' }).waitFor()
    },
    async opens(part: string): Promise<void> {
      await page.getByRole('navigation', { name: 'Các phần của thủ tục' }).getByRole('link', { name: part, exact: true }).click()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    /** Adds a question of a kind behind the one that is selected, and names it. */
    async asks(kind: string, question: string): Promise<void> {
      await page.getByRole('tab', { name: 'Thêm câu hỏi' }).click()
      await page.getByRole('tabpanel', { name: 'Thêm câu hỏi' }).getByRole('button', { name: new RegExp(`^${kind}`) }).first().click()
      await names(question)
    },
    async requires(): Promise<void> { await inspector.getByLabel('Bắt buộc trả lời').check() },
    async offers(...options: string[]): Promise<void> {
      await inspector.getByRole('button', { name: 'Thêm lựa chọn' }).click()
      for (const [i, option] of options.entries()) {
        if (i > 0) await page.keyboard.press('Enter')
        await page.keyboard.type(option)
      }
    },
    async asksOnlyIf(question: string, value: string): Promise<void> {
      await inspector.getByRole('tab', { name: 'Điều kiện' }).click()
      await inspector.getByRole('button', { name: 'Chỉ hỏi khi' }).click()
      await inspector.getByRole('combobox', { name: 'Câu hỏi của điều kiện 1' }).fill(question)
      await page.getByRole('option', { name: question, exact: true }).first().click()
      await inspector.getByLabel('Giá trị của điều kiện 1').selectOption({ label: value })
      await inspector.getByRole('tab', { name: 'Câu hỏi' }).click()
    },
    async addsPage(name: string): Promise<void> {
      await page.getByRole('tab', { name: 'Dàn ý' }).click()
      await page.getByRole('button', { name: 'Thêm trang' }).click()
      await inspector.getByLabel('Tên trang', { exact: true }).fill(name)
    },
    async addsColumn(place: string, kind: string, name: string): Promise<void> {
      await page.getByRole('button', { name: place, exact: true }).click()
      await page.getByRole('dialog').getByRole('option', { name: kind }).first().click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await names(name)
      await page.getByRole('button', { name: `Thêm câu hỏi sau: ${name}`, exact: true }).waitFor()
    },
    async selects(question: string): Promise<void> { await page.getByRole('button', { name: `Sửa: ${question}` }).first().click() },
    async sendsToReview(comment: string): Promise<void> {
      await page.getByRole('button', { name: 'Gửi thẩm định' }).click()
      await page.getByRole('dialog').getByLabel('Lời nhắn cho người thẩm định').fill(comment)
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi đi' }).click()
      await page.getByText('Đã gửi thẩm định').first().waitFor()
    },
    page, inspector,
  }
}
