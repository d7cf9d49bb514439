// Every act of the form editor under one name: keys, the command palette and buttons ask for the same.
import { nextTick, ref, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useDockStore } from '../dock/dock-store.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { openFind } from '../find/find-state.ts'
import { useJump } from '../editing/use-jump.ts'
import type { KeyAct } from './form-key-map.ts'
import { questionAt } from './form-place.ts'
import { pathsOfPage } from './form-slots.ts'
import { writesOptions } from './option-commands.ts'
import type { ChosenActs } from './use-chosen.ts'
import { focusCard, type FormEditor } from './use-form-editor.ts'

export type EditorMode = 'edit' | 'try' | 'map' | 'logic'
export type EditorSheet = 'palette' | 'shortcuts' | 'find' | 'replace'

const regions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((each) => each.offsetParent !== null || each.getClientRects().length > 0)

/** Where a region is entered: at what is selected in it, else at the first thing that can be used. */
const doors = ['[data-stop][tabindex="0"]', '[role=treeitem][tabindex="0"]', '[role=tab][data-state=active]', 'button, input, a']

const goRegion = (by: number): void => {
  const all = regions()
  const at = all.findIndex((each) => each.contains(document.activeElement))
  const next = all[(at + by + all.length) % all.length]
  const inside = doors.map((door) => next?.querySelector<HTMLElement>(door)).find((each) => each)
  ;(inside ?? next)?.focus()
}

/** The cards and headings of the page in their order. */
const stops = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-stop]')]

const walkStops = (by: number): void => {
  const all = stops()
  const at = all.findIndex((each) => each === document.activeElement)
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]
  next?.focus()
  next?.click()
}

const useWalking = (editor: FormEditor) => {
  const selection = useSelectionStore()
  const extend = (by: number): void => {
    const paths = pathsOfPage(editor.form.value, editor.page.value)
    const last = selection.also.at(-1) ?? (editor.selected.value?.kind === 'question' ? editor.selected.value.path : undefined)
    const next = last === undefined ? undefined : paths[paths.indexOf(last) + by]
    if (next === undefined) return
    const before = selection.also.at(-2) ?? (selection.also.length === 1 && editor.selected.value?.kind === 'question' ? editor.selected.value.path : undefined)
    selection.toggle(next === before ? last! : next, editor.place)
    void focusCard(next)
  }
  return { extend, all: () => selection.selectAll(pathsOfPage(editor.form.value, editor.page.value).filter((path) => editor.form.value.pages.some((page) => page.sections.some((section) => section.questions.includes(path)))), editor.place) }
}

const useProblemWalk = () => {
  const store = useDocumentStore()
  const jump = useJump()
  let at = -1
  return (by: number): void => {
    if (store.issues.length === 0) return
    at = (at + by + store.issues.length) % store.issues.length
    void jump(store.issues[at]!.pointer, store.issues[at]!.code)
  }
}

export const useEditorActs = (editor: FormEditor, chosen: ChosenActs): { mode: Ref<EditorMode>, sheet: Ref<EditorSheet | undefined>, acts: Record<KeyAct, () => void> } => {
  const mode = ref<EditorMode>('edit')
  const sheet = ref<EditorSheet>()
  const dock = useDockStore()
  const selection = useSelectionStore()
  const router = useRouter()
  const store = useDocumentStore()
  const { extend, all } = useWalking(editor)
  const toProblem = useProblemWalk()

  const leave = (): void => {
    if (selection.also.length > 0 && editor.selected.value?.kind === 'question') selection.selectAll([editor.selected.value.path], editor.place)
    else selection.select(undefined)
  }
  /** A card that was reached by Tab or F6 is taken up before something is done with it. */
  const takeUp = (): boolean => {
    const stop = document.activeElement?.closest<HTMLElement>('[data-stop]')
    if (!stop || stop.getAttribute('aria-pressed') === 'true') return false
    stop.click()
    return true
  }
  const write = async (what: 'title' | 'options'): Promise<void> => {
    takeUp()
    editor.writing.value = undefined
    await nextTick()
    const { value: at } = editor.selected
    if (at && (what === 'title' || (at.kind === 'question' && writesOptions(questionAt(editor.form.value.schema, at.path))))) editor.writing.value = what
  }
  const openSettings = (): void => {
    if (takeUp()) return
    if (!editor.selected.value) return walkStops(1)
    document.querySelector<HTMLElement>('[data-inspector] textarea, [data-inspector] input')?.focus()
  }
  const acts: Record<KeyAct, () => void> = {
    palette: () => { sheet.value = 'palette' }, shortcuts: () => { sheet.value = 'shortcuts' }, find: () => openFind('find'), replace: () => openFind('replace'),
    insert: () => { takeUp(); editor.openInsert() }, write: () => void write('title'), writeOptions: () => void write('options'), settings: openSettings, leave,
    up: () => walkStops(-1), down: () => walkStops(1), moveUp: () => chosen.moveBy(-1), moveDown: () => chosen.moveBy(1), moveOut: chosen.moveOut, moveIn: chosen.moveIn,
    moveTo: () => { if (editor.chosen.value.length > 0) editor.dialog.value = 'move' },
    group: () => { if (chosen.groupable.value.length > 0) editor.dialog.value = 'group' },
    extendUp: () => extend(-1), extendDown: () => extend(1), all, duplicate: () => chosen.duplicate(), remove: () => chosen.remove(),
    nextProblem: () => toProblem(1), previousProblem: () => toProblem(-1),
    logic: () => { mode.value = mode.value === 'logic' ? 'edit' : 'logic' }, edit: () => { mode.value = 'edit' }, try: () => { mode.value = 'try' }, map: () => { mode.value = 'map' },
    review: () => void router.push({ name: 'overview', params: { id: store.id }, query: { gui: '1' } }),
    dock: () => dock.toggle(), nextRegion: () => goRegion(1), previousRegion: () => goRegion(-1),
  }
  return { mode, sheet, acts }
}
