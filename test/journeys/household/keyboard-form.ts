// Pages, questions, settings and groups by keys alone.
import { kindLabels, type FormHands, type Told } from './author.ts'
import type { Keys } from './keys.ts'
import type { PlannedSetting } from './planned-settings.ts'

const setting = async (keys: Keys, { label, value, as, isMore }: PlannedSetting): Promise<void> => {
  if (isMore && !(await keys.page.locator('[data-inspector] details[open]').count())) {
    await keys.tabTo('Thiết lập khác')
    await keys.key('Enter')
  }
  await keys.tabTo(label)
  if (as === 'tick') return keys.key('Space')
  if (as === 'choice') return keys.chooses(value)
  await keys.writes(value)
  // Closes what completes a formula.
  if (as === 'formula') await keys.key('Escape')
}

const takesList = async (keys: Keys, list: string): Promise<void> => {
  await keys.tabTo('Dùng danh mục')
  await keys.key('Enter')
  await keys.until('the lists are offered', async () => (await keys.page.getByRole('dialog').locator(`option[value="${list}"]`).count()) > 0)
  await keys.tabUntil('the code lists', () => keys.isOn('[role=dialog] select'))
  await keys.chooses(list)
  await keys.until('the codes are there', async () => (await keys.page.getByText(/mã, ví dụ/).count()) > 0)
  await keys.tabTo('Dùng danh mục này')
  await keys.key('Enter')
  await keys.until('the dialog is gone', async () => (await keys.page.getByRole('dialog').count()) === 0)
}

const told = async (keys: Keys, { help, required, list, settings }: Told): Promise<void> => {
  if (help) {
    await keys.tabTo('Hướng dẫn trả lời')
    await keys.writes(help)
  }
  if (required) {
    await keys.tabTo('Bắt buộc trả lời')
    await keys.key('Space')
  }
  if (list !== undefined) await takesList(keys, list)
  for (const each of settings) await setting(keys, each)
}

const writesTitle = async (keys: Keys, title: string): Promise<void> => {
  await keys.until(`${title} can be written`, () => keys.isOn('section[data-region] textarea'))
  await keys.page.keyboard.insertText(title)
  await keys.key('Enter')
  await keys.onCard(title)
}

const offers = async ({ key, until, focused, value, page, onCard }: Keys, title: string, options: Parameters<FormHands['offers']>[1]): Promise<void> => {
  await key('o')
  for (const [i, option] of options.entries()) {
    await until(`option ${i + 1} can be written`, async () => (await focused()) === `Lựa chọn ${i + 1}`)
    await page.keyboard.insertText(option.title)
    if (option.value !== undefined) {
      await key('Tab')
      await until(`the value of option ${i + 1} can be written`, async () => (await focused()).startsWith('Mã của lựa chọn') && (await value()) !== '')
      await key('Control+a')
      await page.keyboard.insertText(option.value)
      await key('Shift+Tab')
    }
    if (i < options.length - 1) await key('Enter')
  }
  await key('Escape')
  await onCard(title)
}

const groups = async ({ key, until, isOn, page, finds, onCard }: Keys, questions: readonly string[], where: string, title: string): Promise<void> => {
  await finds(questions[0]!, where)
  for (const question of questions.slice(1)) {
    await key('Shift+ArrowDown')
    await onCard(question)
  }
  await key('g')
  await until('the name of the group can be written', () => isOn('[role=dialog] input'))
  await page.keyboard.insertText(title)
  await key('Enter')
  await until('the questions are in the group', () => page.evaluate(() => document.activeElement?.getAttribute('data-stop')?.split('/').length === 3))
}

export const formByKeyboard = (keys: Keys): FormHands => {
  const { key, until, isOn, tabTo, picks, focused, onCard, patience } = keys
  return {
    begins: async (title, isFirst) => {
      if (isFirst) {
        await until('the page is there', async () => { await key('F6'); return isOn('[data-stop]') })
        await key('F2')
      } else {
        await key('/')
        await picks('Thêm trang')
      }
      await writesTitle(keys, title)
    },
    heads: async (title) => {
      await key('/')
      await picks('Thêm mục')
      await writesTitle(keys, title)
    },
    asks: async (kind, title, after) => {
      // Out of the rows of a table, up to the table itself.
      for (let i = 0; i < patience && after !== undefined && (await focused()) !== `Sửa: ${after}`; i++) await key('ArrowUp')
      await key('/')
      await picks(kindLabels[kind]!)
      await writesTitle(keys, title)
    },
    asksInRows: async (table, kind, title, after) => {
      if (after === undefined) {
        await tabTo(`Thêm câu hỏi vào đầu: ${table}`)
        await key('Enter')
      } else await key('/')
      await picks(kindLabels[kind]!)
      await writesTitle(keys, title)
    },
    tells: async (title, what) => {
      await keys.toSettings()
      await told(keys, what)
      await keys.backTo(title)
    },
    finds: keys.finds,
    offers: (title, options) => offers(keys, title, options),
    movesUpAndDown: async (title) => {
      await key('Alt+ArrowUp')
      await onCard(title)
      await key('Alt+ArrowDown')
      await onCard(title)
    },
    groups: (questions, where, title) => groups(keys, questions, where, title),
  }
}
