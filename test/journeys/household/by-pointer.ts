// An author with a mouse: every act by pressing what is on the screen; the keyboard only writes words.
import type { Page } from 'playwright-core'
import type { Author, ScreenHands } from './author.ts'
import type { PlannedFee, PlannedPart } from './plan.ts'
import { pointerOn, type Pointer } from './pointer.ts'
import { formByPointer } from './pointer-form.ts'
import { decides, logicByPointer } from './pointer-logic.ts'

const opens = async ({ page }: Pointer, screen: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click()
  await page.getByRole('heading', { name: screen, level: 1 }).waitFor()
}

const charges = async (pointer: Pointer, fees: readonly PlannedFee[]): Promise<void> => {
  await opens(pointer, 'Phí, lệ phí')
  for (const [i, { title, amount, when, law }] of fees.entries()) {
    await pointer.page.getByRole('button', { name: 'Thêm lệ phí', exact: true }).click()
    const own = pointer.page.locator('[data-fee]').nth(i)
    await own.getByLabel('Tên khoản thu', { exact: true }).fill(title)
    await own.getByLabel('Số tiền (đồng)', { exact: true }).fill(String(amount))
    if (when.length > 0) {
      await own.getByRole('button', { name: 'Chỉ thu khi' }).click()
      await decides(pointer, own, when)
    }
    await own.getByLabel('Căn cứ (văn bản, điều)', { exact: true }).fill(law)
  }
}

const translates = async (pointer: Pointer, parts: readonly PlannedPart[]): Promise<void> => {
  await opens(pointer, 'Ngôn ngữ')
  for (const { name, texts } of parts) {
    await pointer.page.getByRole('navigation', { name: 'Các phần' }).getByRole('button', { name }).click()
    await pointer.page.getByRole('heading', { name, level: 2, exact: true }).waitFor()
    const areas = pointer.page.locator('[data-at] textarea')
    const pointers = await areas.evaluateAll((all) => all.map((area) => area.closest('[data-at]')!.getAttribute('data-at')!))
    for (const [i, at] of pointers.entries()) if (texts.has(at)) await areas.nth(i).fill(texts.get(at)!)
    const missing = [...texts.keys()].filter((each) => !pointers.includes(each))
    if (missing.length > 0) throw new Error(`Not offered for translation: ${missing.join(', ')}`)
  }
}

const screensByPointer = (pointer: Pointer): ScreenHands => ({ charges: (fees) => charges(pointer, fees), translates: (parts) => translates(pointer, parts) })

export const byPointer = (page: Page): Author => {
  const pointer = pointerOn(page)
  return { ...formByPointer(pointer), ...logicByPointer(pointer), ...screensByPointer(pointer) }
}
