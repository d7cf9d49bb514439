// The options of one question under the hands of an author, on its card or in its settings: what can be done with them is one thing,
// where the focus goes afterwards is each screen's own.
import { computed, type ComputedRef } from 'vue'
import type { Option } from '#schemas/generated/types.ts'
import { useAnnouncer } from '../editing/announcer.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { t } from '../texts.ts'
import { optionsHolder, questionAt } from './form-place.ts'
import { optionUsesOf, type Uses } from './form-rules.ts'
import { addOptions, moveOption, optionsAt, removeOption, setOption, type OfQuestion } from './option-commands.ts'
import { useFormEditor } from './use-form-editor.ts'

export interface EditedOptions {
  place: ComputedRef<OfQuestion>
  options: ComputedRef<Option[]>
  /** Of the answers: text, or whole numbers. */
  type: ComputedRef<string | undefined>
  /** Puts an empty one there; whether it could. */
  add(index: number): boolean
  /** One option for each line that was pasted, in the place of an empty one or behind one with words. */
  addLines(lines: readonly string[], at: Option, index: number): void
  rename(option: Option, index: number, title: string): void
  /** Whether it moved; said aloud when it did. */
  move(option: Option, index: number): boolean
  remove(option: Option): boolean
  usesOf(option: Option): Uses
  isUsed(option: Option): boolean
}

/** The lines of a pasted text that say something. */
export const pastedLines = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)

export const useOptions = (path: () => string): EditedOptions => {
  const editor = useFormEditor()
  const store = useDocumentStore()
  const selection = useSelectionStore()
  const { announce } = useAnnouncer()
  const place = computed(() => ({ ...editor.place, path: path() }))
  const options = computed(() => optionsAt(store.document, place.value))
  const usesOf = (option: Option): Uses => optionUsesOf(store.document, path(), option.const, editor.place)
  return {
    place, options, usesOf,
    type: computed(() => (optionsHolder(questionAt(editor.form.value.schema, path())) as { type?: string } | undefined)?.type),
    add: (index) => store.run(addOptions, { ...place.value, titles: [''], index }),
    addLines: (lines, at, index) => void store.run(addOptions, { ...place.value, options: lines.map((title) => ({ title })), index: at.title === '' ? index : index + 1 }),
    rename: (option, index, title) => void store.run(setOption, { ...place.value, value: option.const, changes: { title }, typing: `${selection.serial} option ${index}` }),
    move: (option, index) => {
      if (index < 0 || index >= options.value.length || !store.run(moveOption, { ...place.value, value: option.const, index })) return false
      void announce(t('options.moved', { title: option.title, to: index + 1, of: options.value.length }))
      return true
    },
    remove: (option) => store.run(removeOption, { ...place.value, value: option.const }),
    isUsed: (option) => { const { blocks, follows } = usesOf(option); return blocks.length + follows.length > 0 },
  }
}
