// What an author can do in the form designer, whatever the hands: one implementation has a keyboard only, another a pointer.
import type { Decision, PlannedCheck, PlannedCondition } from './plan.ts'

export interface Author {
  /** A new page after the present one, or the name of the first page when it has none. */
  begins(page: string, isFirst: boolean): Promise<void>
  heads(section: string): Promise<void>
  /** A question after the one that was made last; `first` on its page or in its section. */
  asks(kind: string, title: string, after: string | undefined): Promise<void>
  /** A column of the table that was just made. */
  asksInRows(table: string, kind: string, title: string, after: string | undefined): Promise<void>
  requires(title: string): Promise<void>
  offers(title: string, options: readonly string[]): Promise<void>
  /** One place up and down again: the question stands where it stood. */
  movesUpAndDown(title: string, before: string): Promise<void>
  asksOnlyIf(condition: PlannedCondition): Promise<void>
  /** The same for a whole page or section, found by its heading. */
  showsOnlyIf(heading: string, kind: 'page' | 'section', decision: Decision, firstQuestion: string): Promise<void>
  checks(check: PlannedCheck): Promise<void>
}

export const kindLabels: Record<string, string> = {
  text: 'Trả lời ngắn', choice: 'Chọn một', personId: 'Số định danh cá nhân', date: 'Ngày tháng', address: 'Địa chỉ', phone: 'Số điện thoại', email: 'Thư điện tử', yesNo: 'Có hay không',
  table: 'Bảng nhiều dòng', money: 'Số tiền', integer: 'Số nguyên', file: 'Tệp đính kèm', consent: 'Cam kết',
}
