// What the comparison and the sheets in its frames say to each other: what is shown, what is scrolled to, what was chosen.
import type { Locale } from '#core/text/localise.ts'
import type { Form } from '#schemas/generated/types.ts'
import type { FrameKey } from '../../preview/trial-messages.ts'
import type { SheetPage } from './sheet.ts'

/** The page of the trial draws a sheet instead where its address ends so. */
export const sheetHash = '#so-sanh'

export interface ShownSheet {
  kind: 'sheet'
  form: Form
  pages: SheetPage[]
  /** In which the form is shown. */
  locale: Locale
  /** In which the differences are told. */
  spoken: Locale
  /** How this side is called for those who do not see it. */
  label: string
}

/** Where somebody reads: the question at the upper edge, how much of it is above the edge, how far below the edge it begins. */
export interface ReadingPlace {
  key: string
  above: number
  gap: number
}

export type ToSheet = ShownSheet | { kind: 'scroll', to: ReadingPlace } | { kind: 'choose', key?: string, id?: string }

export type FromSheet = { kind: 'ready' } | { kind: 'scrolled', to: ReadingPlace } | { kind: 'chosen', id: string } | { kind: 'key', press: FrameKey }
