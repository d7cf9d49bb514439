// An author with a mouse: every act by pressing what is on the screen; the keyboard only writes words.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { kindLabels, type Author } from './author.ts'

export const byPointer = (page: Page): Author => {
  const canvas = page.getByRole('region', { name: 'Trang đang sửa' })
  const inspector = page.getByRole('complementary', { name: 'Thiết lập' })
  const dialog = page.getByRole('dialog')
  const card = (title: string): Locator => canvas.getByRole('button', { name: `Sửa: ${title}`, exact: true })

  const picks = async (kind: string): Promise<void> => {
    await dialog.getByRole('option').filter({ hasText: new RegExp(`^${kindLabels[kind]!}`) }).first().click()
    await dialog.waitFor({ state: 'hidden' })
  }
  const writes = async (title: string): Promise<void> => {
    await canvas.getByRole('textbox', { name: 'Nội dung câu hỏi' }).fill(title)
    await canvas.getByRole('textbox', { name: 'Nội dung câu hỏi' }).press('Enter')
    await card(title).waitFor()
  }
  const presses = async (name: string): Promise<void> => { await canvas.getByRole('button', { name, exact: true }).click() }
  const settings = async (title: string): Promise<Locator> => {
    if (await card(title).getAttribute('aria-pressed') !== 'true') await card(title).click()
    return inspector
  }
  /** The middle of something that is on the screen. */
  const middleOf = async (place: Locator): Promise<{ x: number, y: number }> => {
    await place.scrollIntoViewIfNeeded()
    const box = (await place.boundingBox())!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const drags = async (title: string, slot: string): Promise<void> => {
    await settings(title)
    const article = canvas.locator('article').filter({ has: page.getByRole('button', { name: `Sửa: ${title}`, exact: true }) }).last()
    const from = await middleOf(article.locator('[data-drag]').first())
    const to = await middleOf(canvas.getByRole('button', { name: slot, exact: true }))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x, from.y + 10, { steps: 3 })
    await page.mouse.move(to.x, to.y, { steps: 10 })
    await page.mouse.up()
  }
  return {
    begins: async (title, isFirst) => {
      if (!isFirst) await page.getByRole('button', { name: 'Thêm trang' }).click()
      else await canvas.locator('[data-stop=page]').click()
      await inspector.getByLabel('Tên trang', { exact: true }).fill(title)
      await card(title).first().waitFor()
    },
    heads: async (title) => {
      await presses('Thêm mục')
      await inspector.getByLabel('Tiêu đề của mục', { exact: true }).fill(title)
      await card(title).waitFor()
    },
    asks: async (kind, title, after) => {
      if (after !== undefined) await presses(`Thêm câu hỏi sau: ${after}`)
      else await canvas.getByRole('button', { name: /^(Loại khác…|Thêm câu hỏi vào đầu: )/ }).last().click()
      await picks(kind)
      await writes(title)
    },
    asksInRows: async (table, kind, title, after) => {
      await presses(after === undefined ? `Thêm câu hỏi vào đầu: ${table}` : `Thêm câu hỏi sau: ${after}`)
      await picks(kind)
      await writes(title)
    },
    requires: async (title) => { await (await settings(title)).getByLabel('Bắt buộc trả lời').check() },
    offers: async (title, options) => {
      const own = await settings(title)
      for (const [i, option] of options.entries()) {
        await own.getByRole('button', { name: 'Thêm lựa chọn' }).click()
        await own.getByLabel(`Lựa chọn ${i + 1}`, { exact: true }).fill(option)
      }
    },
    movesUpAndDown: async (title, before) => {
      await drags(title, `Thêm câu hỏi sau: ${title}`)
      await drags(before, `Thêm câu hỏi sau: ${title}`)
      await drags(title, `Thêm câu hỏi sau: ${before}`)
    },
    asksOnlyIf: async ({ asked, on, is }) => {
      await page.getByRole('button', { name: 'Tìm việc' }).click()
      await dialog.getByRole('combobox').fill(asked)
      await dialog.getByRole('option').filter({ hasText: asked }).first().click()
      await expect.poll(() => inspector.getByLabel('Nội dung câu hỏi').inputValue()).toBe(asked)
      await inspector.getByRole('tab', { name: 'Điều kiện' }).click()
      await inspector.getByRole('button', { name: 'Chỉ hỏi khi' }).click()
      await inspector.getByRole('combobox', { name: 'Câu hỏi của điều kiện 1' }).click()
      await page.getByRole('option', { name: on, exact: true }).first().click()
      await inspector.getByLabel('Giá trị của điều kiện 1').selectOption({ label: is })
    },
  }
}
