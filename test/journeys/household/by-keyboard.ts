// An author without a mouse: the form, its logic, and the two screens beside it, the fees and the languages.
import type { Page } from 'playwright-core'
import type { Author, ScreenHands } from './author.ts'
import { decides, logicByKeyboard } from './keyboard-logic.ts'
import { formByKeyboard } from './keyboard-form.ts'
import { keysOn, type Keys } from './keys.ts'
import type { PlannedFee, PlannedPart } from './plan.ts'

const opens = async ({ key, tabTo, until, page }: Keys, screen: string): Promise<void> => {
  await key('Shift+F6')
  await tabTo(screen, true)
  await key('Enter')
  await until(`${screen} is open`, async () => (await page.getByRole('heading', { name: screen, level: 1 }).count()) > 0)
}

const charges = async (keys: Keys, fees: readonly PlannedFee[]): Promise<void> => {
  await opens(keys, 'Phí, lệ phí')
  for (const { title, amount, when, law } of fees) {
    await keys.tabTo('Thêm lệ phí')
    await keys.key('Enter')
    await keys.until('the new charge can be named', async () => (await keys.focused()) === 'Tên khoản thu' && (await keys.value()) === '')
    await keys.writes(title)
    await keys.tabTo('Số tiền (đồng)')
    await keys.writes(String(amount))
    if (when.length > 0) {
      await keys.tabTo('Chỉ thu khi')
      await keys.key('Enter')
      await decides(keys, when)
    }
    await keys.tabTo('Căn cứ')
    await keys.writes(law)
  }
}

const translatesPart = async ({ tabUntil, writes, page, value }: Keys, texts: ReadonlyMap<string, string>): Promise<void> => {
  const left = new Map(texts)
  const at = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.closest('[data-at]')?.getAttribute('data-at') ?? undefined : undefined))
  while (left.size > 0) {
    let pointer = ''
    await tabUntil(`the English of ${[...left.keys()].join(', ')}`, async () => {
      pointer = (await at()) ?? ''
      return left.has(pointer)
    })
    if ((await value()) !== left.get(pointer)) await writes(left.get(pointer)!)
    left.delete(pointer)
  }
}

const translates = async (keys: Keys, parts: readonly PlannedPart[]): Promise<void> => {
  await keys.tabTo('Ngôn ngữ', true)
  await keys.key('Enter')
  await keys.until('the languages are open', async () => (await keys.page.getByRole('heading', { name: 'Ngôn ngữ', level: 1 }).count()) > 0)
  for (const [i, { name, texts }] of parts.entries()) {
    await keys.tabTo(name, i > 0)
    await keys.key('Enter')
    await keys.until(`${name} is shown`, async () => (await keys.page.getByRole('heading', { name, level: 2, exact: true }).count()) > 0)
    await translatesPart(keys, texts)
  }
}

const screensByKeyboard = (keys: Keys): ScreenHands => ({ charges: (fees) => charges(keys, fees), translates: (parts) => translates(keys, parts) })

export const byKeyboard = (page: Page): Author => {
  const keys = keysOn(page)
  return { ...formByKeyboard(keys), ...logicByKeyboard(keys), ...screensByKeyboard(keys) }
}
