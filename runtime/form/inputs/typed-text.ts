// Keeps what a person types as they type it, while the answer is what it means. What means nothing yet is the answer as
// typed, so that nothing is lost and the judge can say what is wrong with it.
import { ref, watch, type Ref } from 'vue'

interface TypedText {
  text: Ref<string>
  /** Takes what was typed and gives the answer; undefined for nothing. */
  type(typed: string): unknown
  /** The person left the input: the answer is written out well. */
  settle(): void
}

interface Reading {
  /** The meaning of a text; undefined when it has none. */
  parse(text: string): unknown
  format(value: unknown): string
}

export const useTypedText = (answer: () => unknown, { parse, format }: Reading): TypedText => {
  const meaning = (typed: string): unknown => (typed.trim() === '' ? undefined : parse(typed) ?? typed)
  const text = ref(format(answer()))
  watch(answer, (next) => { if (meaning(text.value) !== next) text.value = format(next) })
  return {
    text,
    type: (typed) => {
      text.value = typed
      return meaning(typed)
    },
    settle: () => { if (text.value.trim() !== '' && parse(text.value) !== undefined) text.value = format(answer()) },
  }
}

/** Answers that stand as they are; anything else than a text or a number is shown as nothing. */
export const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
