// What an author can do in the designer, whatever the hands: one implementation has a keyboard only, another a pointer.
import type { Decision, PlannedCheck, PlannedFee, PlannedOption, PlannedPart, PlannedRule } from './plan.ts'
import type { PlannedSetting } from './planned-settings.ts'

/** What is told about one question in its settings, in one visit. */
export interface Told {
  help: string
  required: boolean
  list: string | undefined
  settings: PlannedSetting[]
}

export interface FormHands {
  /** A new page after the present one, or the name of the first page when it has none. */
  begins(page: string, isFirst: boolean): Promise<void>
  heads(section: string): Promise<void>
  /** A question after the one that was made last; first on its page or in its section without one. */
  asks(kind: string, title: string, after: string | undefined): Promise<void>
  /** A column of the table that was just made. */
  asksInRows(table: string, kind: string, title: string, after: string | undefined): Promise<void>
  tells(title: string, told: Told): Promise<void>
  /** Goes back to a question that was made before. */
  finds(title: string, page: string): Promise<void>
  offers(title: string, options: readonly PlannedOption[]): Promise<void>
  /** One place up and down again: the question stands where it stood. */
  movesUpAndDown(title: string, before: string): Promise<void>
  groups(questions: readonly string[], page: string, title: string): Promise<void>
}

export interface LogicHands {
  asksOnlyIf(rule: PlannedRule): Promise<void>
  /** Words under the heading of a page. */
  describes(page: string, words: string): Promise<void>
  /** A whole page or section, found by its heading. */
  showsOnlyIf(heading: string, kind: 'page' | 'section', when: readonly Decision[], first: { title: string, page: string }): Promise<void>
  checks(check: PlannedCheck): Promise<void>
}

export interface ScreenHands {
  charges(fees: readonly PlannedFee[]): Promise<void>
  translates(parts: readonly PlannedPart[]): Promise<void>
}

export type Author = FormHands & LogicHands & ScreenHands

export const kindLabels: Record<string, string> = {
  text: 'Trả lời ngắn', choice: 'Chọn một', personId: 'Số định danh cá nhân', date: 'Ngày tháng', address: 'Địa chỉ', phone: 'Số điện thoại', email: 'Thư điện tử', yesNo: 'Có hay không',
  table: 'Bảng nhiều dòng', money: 'Số tiền', integer: 'Số nguyên', file: 'Tệp đính kèm', consent: 'Cam kết', computed: 'Kết quả tự tính',
}
