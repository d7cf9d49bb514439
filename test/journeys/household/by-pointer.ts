// An author with a mouse: every act by pressing what is on the screen; the keyboard only writes words.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { kindLabels, type Author } from './author.ts'
import type { Decision } from './plan.ts'

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
  const finds = async (title: string, where = ''): Promise<void> => {
    await page.getByRole('button', { name: 'Tìm việc' }).click()
    await dialog.getByRole('combobox').fill(`${title} ${where}`.trim())
    await dialog.getByRole('option').filter({ hasText: title }).first().click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => card(title).first().getAttribute('aria-pressed')).toBe('true')
    await inspector.getByRole('tab', { name: 'Câu hỏi' }).click()
    await expect.poll(() => inspector.getByLabel('Nội dung câu hỏi').inputValue()).toBe(title)
  }
  const decides = async ({ on, is }: Decision): Promise<void> => {
    await inspector.getByRole('combobox', { name: 'Câu hỏi của điều kiện 1' }).click()
    await page.getByRole('option', { name: on, exact: true }).first().click()
    await inspector.getByLabel('Giá trị của điều kiện 1').selectOption({ label: is })
  }
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
      await finds(asked)
      await inspector.getByRole('tab', { name: 'Điều kiện' }).click()
      await inspector.getByRole('button', { name: 'Chỉ hỏi khi' }).click()
      await decides({ on, is })
    },
    showsOnlyIf: async (heading, kind, decision, firstQuestion) => {
      if (kind === 'page') await page.getByRole('treeitem').filter({ hasText: heading }).first().click()
      else {
        await finds(firstQuestion)
        await card(heading).click()
      }
      await inspector.getByRole('button', { name: kind === 'page' ? 'Chỉ hiện khi' : 'Chỉ hỏi mục này khi' }).click()
      await decides(decision)
    },
    checks: async ({ at, page: where, formula, message, isWarning }) => {
      await finds(at, where)
      await inspector.getByRole('tab', { name: 'Điều kiện' }).click()
      await inspector.getByRole('button', { name: 'Thêm quy tắc' }).click()
      await page.getByRole('menuitem', { name: /^So sánh với câu trả lời khác/ }).click()
      const own = inspector.getByRole('region', { name: 'Phép kiểm tra', exact: true }).last()
      await own.getByLabel('Điều phải đúng', { exact: true }).fill(formula)
      await own.getByLabel('Lời giải thích cho người dân', { exact: true }).fill(message)
      if (isWarning) await own.getByLabel('Chỉ nhắc, vẫn cho nộp').check()
    },
  }
}
