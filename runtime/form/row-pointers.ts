// Empty rows are dropped before answers are judged (tidy-answers.ts), but stay on the screen: this leads an issue about
// the first judged row back to the row that the person sees.
import { tidyAnswers } from '#core/answers/tidy-answers.ts'
import { parsePointer, readAt, toPointer, type Answers } from '#core/issues/json-pointer.ts'

const isKept = (row: unknown): boolean => Object.keys(tidyAnswers({ row })).length > 0

/** The pointer in the answers on the screen for a pointer in the same answers without their empty rows. */
export const shownPointer = (shown: Answers, judged: string): string =>
  parsePointer(judged).reduce((pointer, segment) => {
    const list = readAt(shown, pointer)
    if (!Array.isArray(list) || !/^\d+$/.test(segment)) return pointer + toPointer([segment])
    const places = list.flatMap((row, i) => (isKept(row) ? [i] : []))
    return `${pointer}/${places[Number(segment)] ?? segment}`
  }, '')
