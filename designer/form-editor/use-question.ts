// One question under the hands of the inspector: its settings as they stand, and the command that changes them.
import { computed, type ComputedRef } from 'vue'
import { resolveQuestion } from '#core/form/walk-form.ts'
import type { Question } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { questionAt } from './form-place.ts'
import { setQuestion } from './question-commands.ts'
import { useFormEditor } from './use-form-editor.ts'

export interface EditedQuestion {
  /** As it stands in the document. */
  question: ComputedRef<Question>
  /** With what its $ref says. */
  resolved: ComputedRef<Question>
  /** Typing under one name is undone together. */
  set(changes: Partial<Question>, typing?: string): void
}

export const useQuestion = (path: () => string): EditedQuestion => {
  const editor = useFormEditor()
  const store = useDocumentStore()
  const selection = useSelectionStore()
  const question = computed((): Question => questionAt(editor.form.value.schema, path()) ?? {})
  return {
    question,
    resolved: computed(() => resolveQuestion(question.value, editor.form.value.schema.$defs)),
    set: (changes, typing) => void store.run(setQuestion, { ...editor.place, path: path(), changes, typing: typing && `${selection.serial} ${typing}` }),
  }
}
