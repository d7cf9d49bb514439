// Conditions and checks by pointer.
import type { Locator } from 'playwright-core'
import type { LogicHands } from './author.ts'
import type { Decision, Line } from './plan.ts'
import type { Pointer } from './pointer.ts'

const writesLine = async ({ page }: Pointer, own: Locator, { on, test, values }: Line, n: number): Promise<void> => {
  await own.getByRole('combobox', { name: `Câu hỏi của điều kiện ${n}`, exact: true }).click()
  await page.getByRole('option', { name: on, exact: true }).first().click()
  await own.getByLabel(`Phép so của điều kiện ${n}`, { exact: true }).selectOption(test)
  if (values.length === 1) await own.getByLabel(`Giá trị của điều kiện ${n}`, { exact: true }).selectOption({ label: values[0]! })
  else for (const value of values) await own.getByRole('checkbox', { name: value, exact: true }).check()
}

/** Lines of a condition that was just begun. */
export const decides = async (pointer: Pointer, own: Locator, when: readonly Decision[]): Promise<void> => {
  for (const [i, part] of when.entries()) {
    if ('on' in part) {
      if (i > 0) await own.getByRole('button', { name: 'Thêm điều kiện', exact: true }).click()
      await writesLine(pointer, own, part, i + 1)
      continue
    }
    await own.getByRole('button', { name: 'Thêm nhóm điều kiện', exact: true }).click()
    const group = own.locator('ol > li > div > div > ol').locator('..')
    await group.getByLabel('Cách ghép các điều kiện', { exact: true }).selectOption(part.mode)
    for (const [j, line] of part.lines.entries()) {
      if (j > 0) await group.getByRole('button', { name: 'Thêm điều kiện', exact: true }).click()
      await writesLine(pointer, group, line, j + 1)
    }
  }
}

export const logicByPointer = (pointer: Pointer): LogicHands => {
  const { page, inspector, card, finds } = pointer
  const opensPage = (title: string): Promise<void> => page.getByRole('treeitem').filter({ hasText: title }).first().click()
  return {
    asksOnlyIf: async ({ at, page: where, title, when }) => {
      await finds(at, where)
      await inspector.getByRole('tab', { name: 'Điều kiện' }).click()
      await inspector.getByRole('button', { name: 'Chỉ hỏi khi' }).click()
      await decides(pointer, inspector, when)
      await inspector.getByRole('button', { name: 'Đặt tên quy tắc' }).click()
      await inspector.getByLabel('Tên quy tắc', { exact: true }).fill(title)
    },
    describes: async (title, words) => {
      await opensPage(title)
      await inspector.getByLabel('Lời dẫn', { exact: true }).fill(words)
    },
    showsOnlyIf: async (heading, kind, when, first) => {
      if (kind === 'page') await opensPage(heading)
      else {
        await finds(first.title, first.page)
        await card(heading).click()
      }
      await inspector.getByRole('button', { name: kind === 'page' ? 'Chỉ hiện khi' : 'Chỉ hỏi mục này khi' }).click()
      await decides(pointer, inspector, when)
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
