// Conditions and checks by keys alone.
import type { LogicHands } from './author.ts'
import type { Keys } from './keys.ts'
import type { Decision, Line } from './plan.ts'

const writesLine = async (keys: Keys, { on, test, values }: Line, n: number): Promise<void> => {
  await keys.until(`line ${n} of the condition is there`, async () => (await keys.page.getByRole('combobox', { name: `Câu hỏi của điều kiện ${n}` }).count()) > 0)
  await keys.tabTo(`Câu hỏi của điều kiện ${n}`)
  await keys.writes(on)
  await keys.key('Enter')
  await keys.tabTo(`Phép so của điều kiện ${n}`)
  await keys.chooses(test)
  if (values.length === 1) {
    await keys.tabTo(`Giá trị của điều kiện ${n}`)
    return keys.chooses(values[0]!)
  }
  for (const value of values) {
    await keys.tabTo(value)
    await keys.key('Space')
  }
}

const adds = async (keys: Keys, what: string): Promise<void> => {
  await keys.tabTo(what)
  await keys.key('Enter')
}

/** Lines of a condition that was just begun. */
export const decides = async (keys: Keys, when: readonly Decision[]): Promise<void> => {
  for (const [i, part] of when.entries()) {
    if ('on' in part) {
      if (i > 0) await adds(keys, 'Thêm điều kiện')
      await writesLine(keys, part, i + 1)
      continue
    }
    await adds(keys, 'Thêm nhóm điều kiện')
    await keys.chooses(part.mode)
    for (const [j, line] of part.lines.entries()) {
      if (j > 0) await adds(keys, 'Thêm điều kiện')
      await writesLine(keys, line, j + 1)
    }
  }
}

const toConditions = async ({ key, until, isOn, focused }: Keys): Promise<void> => {
  await key('F6')
  await until('the tabs of the settings have the focus', () => isOn('[data-inspector] [role=tab]'))
  // Of the question whose conditions were just open, they still are.
  if ((await focused()) !== 'Điều kiện') await key('ArrowRight')
  await until('the conditions are open', () => isOn('[data-inspector] [role=tab][data-state=active]:nth-of-type(2)'))
}

const opensCheck = async ({ key, until, isOn, focused, tabTo, page, patience }: Keys): Promise<void> => {
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
}

export const logicByKeyboard = (keys: Keys): LogicHands => {
  const { key, finds, tabTo, writes, onCard, toSettings, backTo } = keys
  return {
    asksOnlyIf: async ({ at, page, title, when }) => {
      await finds(at, page)
      await toConditions(keys)
      await tabTo('Chỉ hỏi khi')
      await key('Enter')
      await decides(keys, when)
      await tabTo('Đặt tên quy tắc')
      await key('Enter')
      await tabTo('Tên quy tắc')
      await writes(title)
      await backTo(at)
    },
    describes: async (page, words) => {
      await finds(page)
      await toSettings()
      await tabTo('Lời dẫn')
      await writes(words)
      await backTo(page)
    },
    showsOnlyIf: async (heading, kind, when, first) => {
      if (kind === 'page') await finds(heading)
      else {
        await finds(first.title, first.page)
        await key('ArrowUp')
        await onCard(heading)
      }
      await toSettings()
      await tabTo(kind === 'page' ? 'Chỉ hiện khi' : 'Chỉ hỏi mục này khi')
      await key('Enter')
      await decides(keys, when)
      await backTo(heading)
    },
    checks: async ({ at, page, formula, message, isWarning }) => {
      await finds(at, page)
      await toConditions(keys)
      await opensCheck(keys)
      await writes(formula)
      await key('Escape')
      await tabTo('Lời giải thích')
      await writes(message)
      if (isWarning) {
        await tabTo('Báo lỗi, chưa cho nộp')
        await key('ArrowDown')
      }
      await backTo(at)
    },
  }
}
