// What the command palette of the form editor offers: every act with its key, every page and every question.
import { CopyPlus, FileText, Keyboard, Zap } from 'lucide-vue-next'
import { localise } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { useSelectionStore } from '../editing/selection-store.ts'
import type { PaletteEntry } from '../palette/palette-entry.ts'
import { t } from '../texts.ts'
import { fieldIcon } from './field-icons.ts'
import { clipboardKeys, keyMap, type KeyAct } from './form-key-map.ts'
import { pathsOfPage } from './form-slots.ts'
import type { FormClipboard } from './use-clipboard.ts'
import { focusCard, type FormEditor } from './use-form-editor.ts'

/** Steps of the cursor make no sense by name. */
const unnamed = new Set<KeyAct>(['palette', 'up', 'down', 'extendUp', 'extendDown', 'leave', 'settings', 'nextRegion', 'previousRegion'])

const actEntries = (acts: Record<KeyAct, () => void>): PaletteEntry[] =>
  keyMap.filter(({ act }) => !unnamed.has(act)).map(({ act, keys }) => ({ id: act, label: t(`keys.acts.${act}`), keys, icon: act === 'shortcuts' ? Keyboard : Zap, run: acts[act] }))

const clipboardEntries = (clipboard: FormClipboard): PaletteEntry[] =>
  clipboardKeys.flatMap(({ act, keys }) => (act === 'undo' || act === 'redo' ? [] : [{ id: act, label: t(`keys.acts.${act}`), keys, icon: CopyPlus, run: () => clipboard[act]() }]))

export const editorEntries = (editor: FormEditor, acts: Record<KeyAct, () => void>, clipboard: FormClipboard, selection: ReturnType<typeof useSelectionStore>): PaletteEntry[] => {
  const pages = editor.form.value.pages
  const titleOf = (page: (typeof pages)[number]): string => localise(page, 'title', locale.value) || t('outline.untitledPage')
  return [
    ...actEntries(acts), ...clipboardEntries(clipboard),
    ...pages.map((page, i): PaletteEntry => ({ id: `page ${page.id}`, label: titleOf(page), hint: t('canvas.page', { page: i + 1, of: pages.length }), icon: FileText, run: () => { selection.select({ kind: 'page', page: page.id, ...editor.place }); void focusCard('page') } })),
    ...pages.flatMap((page) => pathsOfPage(editor.form.value, page.id).map((path): PaletteEntry => ({
      id: `question ${path}`, label: editor.titleOf(path), hint: titleOf(page), icon: fieldIcon(editor.compiled.value.questions.get(path)?.question['x-field']), run: () => { editor.selectQuestion(path); void focusCard(path) },
    }))),
  ]
}
