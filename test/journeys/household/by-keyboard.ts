// An author without a mouse: every act by keys, and what has the focus decides what they do.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { kindLabels, type Author } from './author.ts'
import type { Decision } from './plan.ts'

/** Presses of Tab after which a place counts as out of reach. */
const patience = 200

export const byKeyboard = (page: Page): Author => {
  const key = (name: string): Promise<void> => page.keyboard.press(name)
  const type = (text: string): Promise<void> => page.keyboard.type(text)
  const focused = (): Promise<string> => page.evaluate(() => {
    const element = document.activeElement
    if (!element) return ''
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
  })
  const until = async (what: string, found: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + 15_000
    while (!(await found())) {
      if (Date.now() > end) throw new Error(`Waited in vain until ${what}; the focus is on “${await focused()}” of ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`)
      await page.waitForTimeout(20)
    }
  }
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
  /** With the words of its page, where two are called alike. */
  const finds = async (title: string, where = ''): Promise<void> => {
    await key('Control+k')
    await picks(`${title} ${where}`.trim())
    await onCard(title)
  }
  const toConditions = async (): Promise<void> => {
    await key('F6')
    await until('the tabs of the settings have the focus', () => isOn('[data-inspector] [role=tab]'))
    // Of the question whose conditions were just open, they still are.
    if ((await focused()) !== 'Điều kiện') await key('ArrowRight')
    await until('the conditions are open', () => isOn('[data-inspector] [role=tab][data-state=active]:nth-of-type(2)'))
  }
  const decides = async ({ on, is }: Decision): Promise<void> => {
    await until('the new condition is there', async () => (await page.getByRole('combobox', { name: 'Câu hỏi của điều kiện 1' }).count()) > 0)
    await tabTo('Câu hỏi của điều kiện 1')
    await type(on)
    await key('Enter')
    await tabTo('Giá trị của điều kiện 1')
    const chosen = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.textContent?.trim())
    for (let i = 0; i < patience && (await chosen()) !== is; i++) await key('ArrowDown')
    expect(await chosen()).toBe(is)
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
      await toConditions()
      await tabTo('Chỉ hỏi khi')
      await key('Enter')
      await decides({ on, is })
      await key('Shift+F6')
      await onCard(asked)
    },
    showsOnlyIf: async (heading, kind, decision, firstQuestion) => {
      await finds(kind === 'page' ? heading : firstQuestion)
      if (kind === 'section') await key('ArrowUp')
      await onCard(heading)
      await key('Enter')
      await until('the settings listen', () => isOn('[data-inspector] textarea, [data-inspector] input'))
      await tabTo(kind === 'page' ? 'Chỉ hiện khi' : 'Chỉ hỏi mục này khi')
      await key('Enter')
      await decides(decision)
      await key('Shift+F6')
      await onCard(heading)
    },
    checks: async ({ at, page: where, formula, message, isWarning }) => {
      await finds(at, where)
      await toConditions()
      await tabTo('Thêm quy tắc')
      await key('Enter')
      await until('the menu is open', () => isOn('[role=menu], [role=menuitem]'))
      for (let i = 0; i < patience && !(await focused()).startsWith('So sánh với câu trả lời khác'); i++) await key('ArrowDown')
      await key('Enter')
      // The focus is in the formula of the new check, which is marked to be written over.
      await until('the new formula listens', () => page.evaluate(() => {
        const area = document.activeElement
        return area instanceof HTMLTextAreaElement && /^(\S+) = \1$/.test(area.value) && area.selectionEnd - area.selectionStart === area.value.length
      }))
      await type(formula)
      await key('Escape')
      await tabTo('Lời giải thích')
      await type(message)
      if (isWarning) {
        await tabTo('Báo lỗi, chưa cho nộp')
        await key('ArrowDown')
      }
      await key('Shift+F6')
      await onCard(at)
    },
  }
}
