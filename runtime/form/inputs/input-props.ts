// What every input is given. Inputs know nothing of forms: they show one answer and say when it changes.
import type { Option, Question } from '#schemas/generated/types.ts'
import type { Locale } from '#core/text/localise.ts'
import type { FilesApi } from '../files.ts'

export interface InputProps {
  question: Question
  pointer: string
  modelValue?: unknown
  locale: Locale
  /** The options that may be chosen now. */
  options?: Option[]
  required?: boolean
  readOnly?: boolean
  files?: FilesApi
}

/** What an input asks its surroundings to draw: a column of a row, a part of an address. */
export interface PartSlot {
  pointer: string
  part?: Question
  partRequired?: boolean
  /** Its words stand elsewhere: in the head of a table. */
  bare?: boolean
}
