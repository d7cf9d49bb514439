// Pages, questions, settings and groups by pointer.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { kindLabels, type FormHands, type Told } from './author.ts'
import type { PlannedSetting } from './planned-settings.ts'
import type { Pointer } from './pointer.ts'

const picks = async ({ dialog, closes }: Pointer, kind: string): Promise<void> => {
  await dialog.getByRole('option').filter({ hasText: new RegExp(`^${kindLabels[kind]!}`) }).first().click()
  await closes()
}

const writesTitle = async ({ canvas, card }: Pointer, title: string): Promise<void> => {
  const area = canvas.getByRole('textbox', { name: 'Nội dung câu hỏi' })
  await area.fill(title)
  await area.press('Enter')
  // The card takes the focus: whatever is pressed before that would lose it again.
  await expect.poll(() => card(title).evaluate((element) => element === document.activeElement)).toBe(true)
}

const setting = async ({ inspector }: Pointer, { label, value, as, isMore }: PlannedSetting): Promise<void> => {
  const own = inspector.getByRole('tabpanel')
  if (isMore && (await own.locator('details[open]').count()) === 0) await own.getByText('Thiết lập khác', { exact: true }).click()
  if (as === 'tick') return own.getByRole('checkbox', { name: label, exact: true }).click()
  const field = own.getByLabel(label, { exact: true })
  if (as === 'choice') await field.selectOption(value)
  else await field.fill(value)
}

const takesList = async ({ inspector, dialog, closes }: Pointer, list: string): Promise<void> => {
  await inspector.getByRole('button', { name: 'Dùng danh mục', exact: true }).click()
  await dialog.getByLabel('Danh mục', { exact: true }).selectOption(list)
  await dialog.getByText(/mã, ví dụ/).waitFor()
  await dialog.getByRole('button', { name: 'Dùng danh mục này' }).click()
  await closes()
}

const settings = async ({ inspector, card }: Pointer, title: string): Promise<Locator> => {
  if (await card(title).getAttribute('aria-pressed') !== 'true') await card(title).click()
  return inspector
}

const tells = async (pointer: Pointer, title: string, told: Told): Promise<void> => {
  const own = await settings(pointer, title)
  if (told.help) await own.getByLabel('Hướng dẫn trả lời', { exact: true }).fill(told.help)
  if (told.required) await own.getByLabel('Bắt buộc trả lời').check()
  if (told.list !== undefined) await takesList(pointer, told.list)
  for (const each of told.settings) await setting(pointer, each)
}

const offers = async (pointer: Pointer, title: string, options: Parameters<FormHands['offers']>[1]): Promise<void> => {
  const { canvas, page } = pointer
  await settings(pointer, title)
  await canvas.getByRole('button', { name: `Việc khác: ${title}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Viết các lựa chọn ngay tại đây' }).click()
  const own = canvas.getByRole('group', { name: 'Các lựa chọn' })
  for (const [i, option] of options.entries()) {
    if (i > 0) await own.getByRole('button', { name: 'Thêm lựa chọn' }).click()
    await own.getByLabel(`Lựa chọn ${i + 1}`, { exact: true }).fill(option.title)
    if (option.value === undefined) continue
    await own.getByLabel(`Mã của lựa chọn ${i + 1}`, { exact: true }).fill(option.value)
    await own.getByLabel(`Mã của lựa chọn ${i + 1}`, { exact: true }).blur()
  }
  await own.getByRole('button', { name: 'Xong', exact: true }).click()
}

/** The middle of something that is on the screen. */
const middleOf = async (place: Locator): Promise<{ x: number, y: number }> => {
  await place.scrollIntoViewIfNeeded()
  const box = (await place.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const drags = async (pointer: Pointer, title: string, slot: string): Promise<void> => {
  const { canvas, page } = pointer
  await settings(pointer, title)
  const article = canvas.locator('article').filter({ has: page.getByRole('button', { name: `Sửa: ${title}`, exact: true }) }).last()
  const from = await middleOf(article.locator('[data-drag]').first())
  const to = await middleOf(canvas.getByRole('button', { name: slot, exact: true }))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 10, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await page.mouse.up()
}

const groups = async ({ canvas, dialog, card, closes }: Pointer, [first, ...others]: readonly string[], title: string): Promise<void> => {
  await card(first!).click()
  for (const question of others) await card(question).click({ modifiers: ['Control'] })
  await canvas.getByRole('button', { name: 'Gộp thành nhóm', exact: true }).click()
  await dialog.getByLabel('Tên nhóm', { exact: true }).fill(title)
  await dialog.getByRole('button', { name: 'Gộp', exact: true }).click()
  await closes()
}

export const formByPointer = (pointer: Pointer): FormHands => {
  const { page, canvas, inspector, card, presses } = pointer
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
      await picks(pointer, kind)
      await writesTitle(pointer, title)
    },
    asksInRows: async (table, kind, title, after) => {
      await presses(after === undefined ? `Thêm câu hỏi vào đầu: ${table}` : `Thêm câu hỏi sau: ${after}`)
      await picks(pointer, kind)
      await writesTitle(pointer, title)
    },
    tells: (title, told) => tells(pointer, title, told),
    finds: pointer.finds,
    offers: (title, options) => offers(pointer, title, options),
    movesUpAndDown: async (title, before) => {
      await drags(pointer, title, `Thêm câu hỏi sau: ${title}`)
      await drags(pointer, before, `Thêm câu hỏi sau: ${title}`)
      await drags(pointer, title, `Thêm câu hỏi sau: ${before}`)
    },
    groups: (questions, _page, title) => groups(pointer, questions, title),
  }
}
