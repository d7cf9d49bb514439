// A hand on a mouse: what is on the screen, found by its words.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export type Pointer = ReturnType<typeof pointerOn>

export const pointerOn = (page: Page) => {
  const canvas = page.getByRole('region', { name: 'Trang đang sửa' })
  const inspector = page.getByRole('complementary', { name: 'Thiết lập' })
  const dialog = page.getByRole('dialog')
  const card = (title: string): Locator => canvas.getByRole('button', { name: `Sửa: ${title}`, exact: true })
  const presses = async (name: string): Promise<void> => { await canvas.getByRole('button', { name, exact: true }).click() }
  const closes = (): Promise<void> => dialog.waitFor({ state: 'hidden' })
  const finds = async (title: string, where: string): Promise<void> => {
    await page.getByRole('button', { name: 'Tìm việc' }).click()
    await dialog.getByRole('combobox').fill(`${title} ${where}`.trim())
    await dialog.getByRole('option').filter({ hasText: title }).first().click()
    await closes()
    await expect.poll(() => card(title).first().getAttribute('aria-pressed')).toBe('true')
    await inspector.getByRole('tab', { name: 'Câu hỏi' }).click()
    await expect.poll(() => inspector.getByLabel('Nội dung câu hỏi').inputValue()).toBe(title)
  }
  return { page, canvas, inspector, dialog, card, presses, closes, finds }
}
