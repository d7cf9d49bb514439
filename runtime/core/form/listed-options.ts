// The answers to choose from, in the order of the document.
import type { Option, Question } from '#schemas/generated/types.ts'

const none: Option[] = []

/** The same list for a question that has none or brings its own: what has not changed is not drawn again. */
export const listedOptions = (question: Question): Option[] => question.oneOf ?? question.enum?.map((value) => ({ const: value, title: String(value) })) ?? none
