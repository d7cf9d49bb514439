// An author without a mouse: every act by keys, and what has the focus decides what they do.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { kindLabels, type Author } from './author.ts'

/** Presses of Tab after which a place counts as out of reach. */
const patience = 60

export const byKeyboard = (page: Page): Author => {
  const key = (name: string): Promise<void> => page.keyboard.press(name)
  const type = (text: string): Promise<void> => page.keyboard.type(text)
  const focused = (): Promise<string> => page.evaluate(() => {
    const element = document.activeElement
    if (!element) return ''
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
  })
  const until = (what: string, found: () => Promise<boolean>): Promise<void> => expect.poll(found, { timeout: 10_000, interval: 20, message: what }).toBe(true)
  const isOn = (selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

  const tabTo = async (name: string): Promise<void> => {
    // What was just opened may already have taken the focus.
    for (let i = 0; i < patience; i++) {
      if ((await focused()).startsWith(name)) return
      await key('Tab')
    }
    throw new Error(`Tab does not reach “${name}”; it is on “${await focused()}”`)
  }
  const onCard = (title: string): Promise<void> => until(`the card of ${title} has the focus`, async () => await isOn('[data-stop]') && (await focused()) === `Sửa: ${title}`)
  const picks = async (entry: string): Promise<void> => {
    await until('the insert menu listens', () => isOn('[role=dialog] [role=combobox]'))
    await type(entry)
    await key('Enter')
  }
  const writes = async (title: string): Promise<void> => {
    await until(`${title} can be written`, () => isOn('section[data-region] textarea'))
    await type(title)
    await key('Enter')
    await onCard(title)
  }
  const inSettings = async (title: string, act: () => Promise<void>): Promise<void> => {
    await key('Enter')
    await until('the settings listen', () => isOn('[data-inspector] textarea, [data-inspector] input'))
    await act()
    await key('Shift+F6')
    await onCard(title)
  }
  const finds = async (title: string): Promise<void> => {
    await key('Control+k')
    await picks(title)
    await onCard(title)
  }
  return {
    begins: async (title, isFirst) => {
      if (isFirst) {
        await until('the page is there', async () => { await key('F6'); return isOn('[data-stop]') })
        await key('F2')
      } else {
        await key('/')
        await picks('Thêm trang')
      }
      await writes(title)
    },
    heads: async (title) => {
      await key('/')
      await picks('Thêm mục')
      await writes(title)
    },
    asks: async (kind, title, after) => {
      // Out of the rows of a table, up to the table itself.
      for (let i = 0; i < patience && after !== undefined && (await focused()) !== `Sửa: ${after}`; i++) await key('ArrowUp')
      await key('/')
      await picks(kindLabels[kind]!)
      await writes(title)
    },
    asksInRows: async (table, kind, title, after) => {
      if (after === undefined) {
        await tabTo(`Thêm câu hỏi vào đầu: ${table}`)
        await key('Enter')
      } else await key('/')
      await picks(kindLabels[kind]!)
      await writes(title)
    },
    requires: (title) => inSettings(title, async () => {
      await tabTo('Bắt buộc trả lời')
      await key('Space')
    }),
    offers: (title, options) => inSettings(title, async () => {
      await tabTo('Thêm lựa chọn')
      await key('Enter')
      for (const [i, option] of options.entries()) {
        await until(`option ${i + 1} can be written`, async () => (await focused()) === `Lựa chọn ${i + 1}`)
        await type(option)
        if (i < options.length - 1) await key('Enter')
      }
    }),
    movesUpAndDown: async (title) => {
      await key('Alt+ArrowUp')
      await onCard(title)
      await key('Alt+ArrowDown')
      await onCard(title)
    },
    asksOnlyIf: async ({ asked, on, is }) => {
      await finds(asked)
      await key('F6')
      await until('the tabs of the settings have the focus', () => isOn('[data-inspector] [role=tab]'))
      await key('ArrowRight')
      await until('the conditions are open', async () => (await focused()) === 'Điều kiện')
      await tabTo('Chỉ hỏi khi')
      await key('Enter')
      await until('the new condition is there', async () => (await page.getByRole('combobox', { name: 'Câu hỏi của điều kiện 1' }).count()) > 0)
      await tabTo('Câu hỏi của điều kiện 1')
      await type(on)
      await key('Enter')
      await tabTo('Giá trị của điều kiện 1')
      const chosen = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.textContent?.trim())
      for (let i = 0; i < patience && (await chosen()) !== is; i++) await key('ArrowDown')
      expect(await chosen()).toBe(is)
      await key('Shift+F6')
      await onCard(asked)
    },
  }
}
