// Hands on a keyboard: keys that do something are pressed; words come as an input method for Vietnamese hands them over. What
// has the focus decides what is done.
import type { Page } from 'playwright-core'

/** Presses of Tab after which a place counts as out of reach. */
const patience = 400

export type Keys = ReturnType<typeof keysOn>

export const keysOn = (page: Page) => {
  const key = (name: string): Promise<void> => page.keyboard.press(name)
  const focused = (): Promise<string> => page.evaluate(() => {
    const element = document.activeElement
    if (!element) return ''
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
  })
  const until = async (what: string, found: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + 10_000
    while (!(await found())) {
      if (Date.now() > end) throw new Error(`Waited in vain until ${what}; the focus is on “${await focused()}” of ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300))}`)
      await page.waitForTimeout(10)
    }
  }
  const isOn = (selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  const value = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '')
  const tabUntil = async (what: string, found: () => Promise<boolean>, back = false): Promise<void> => {
    // What was just opened may already have taken the focus.
    for (let i = 0; i < patience; i++) {
      if (await found()) return
      await key(back ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`Tab does not reach “${what}”; it is on “${await focused()}”`)
  }
  const tabTo = (name: string, back = false): Promise<void> => tabUntil(name, async () => (await focused()).startsWith(name), back)
  /** In the place of what stands there. */
  const writes = async (text: string): Promise<void> => {
    await key('Control+a')
    await page.keyboard.insertText(text)
  }
  /** By the value of an option, or by its words. */
  const chooses = async (wanted: string): Promise<void> => {
    /** How far down the list; far above where it is not offered. */
    const distance = (): Promise<number> => page.evaluate((sought) => {
      const list = document.activeElement as HTMLSelectElement
      return [...list.options].findIndex((option) => option.value === sought || option.textContent?.trim() === sought) - list.selectedIndex
    }, wanted)
    await until(`a list offers “${wanted}”`, () => page.evaluate((sought) => document.activeElement instanceof HTMLSelectElement && [...document.activeElement.options].some((option) => option.value === sought || option.textContent?.trim() === sought), wanted))
    for (let i = 0, left = await distance(); i < patience && left !== 0; i++, left = await distance()) await key(left > 0 ? 'ArrowDown' : 'ArrowUp')
  }
  const onCard = (title: string): Promise<void> => until(`the card of ${title} has the focus`, async () => await isOn('[data-stop]') && (await focused()) === `Sửa: ${title}`)
  const picks = async (entry: string): Promise<void> => {
    await until('the list listens', () => isOn('[role=dialog] [role=combobox]'))
    await page.keyboard.insertText(entry)
    await key('Enter')
  }
  /** With the words of its page, where two are called alike. */
  const finds = async (title: string, where = ''): Promise<void> => {
    await key('Control+k')
    await picks(`${title} ${where}`.trim())
    await onCard(title)
  }
  const toSettings = async (): Promise<void> => {
    await key('Enter')
    await until('the settings listen', () => isOn('[data-inspector] textarea, [data-inspector] input'))
  }
  const backTo = async (title: string): Promise<void> => {
    await key('Shift+F6')
    await onCard(title)
  }
  return { page, key, focused, until, isOn, value, tabTo, tabUntil, writes, chooses, onCard, picks, finds, toSettings, backTo, patience }
}
