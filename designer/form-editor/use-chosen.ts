// What is done with the questions that are chosen: moved, taken into a group or out of it, copied, removed. Each act is told
// aloud, and each is one entry of the undo.
import { computed, inject, provide, shallowRef, type InjectionKey } from 'vue'
import { parentPath } from '#core/issues/json-pointer.ts'
import { localise } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import { useAnnouncer } from '../editing/announcer.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { useUndo } from '../editing/use-undo.ts'
import { t } from '../texts.ts'
import { copyQuestions } from './clip.ts'
import { nameOf, ownerAt, placeOf, questionAt, type Place } from './form-place.ts'
import { usesOf } from './form-rules.ts'
import { afterSelection, slotBeyond } from './form-slots.ts'
import { groupable, groupQuestions, heldFromGroup } from './group-command.ts'
import { knownHere, pasteQuestions, type Target } from './paste-command.ts'
import { gatherInSection, heldBack, moveColumn, moveInto, moveQuestions, type MoveInto } from './placing-commands.ts'
import { setRequired } from './question-commands.ts'
import { outermost, removeQuestions } from './removal-commands.ts'
import { focusCard, type FormEditor } from './use-form-editor.ts'

/** Titles of the questions that are spoken of; three at most. */
const nameAll = (editor: FormEditor, paths: readonly string[]): string =>
  paths.length > 3 ? t('chosen.count', {}, paths.length) : paths.map(editor.titleOf).join(', ')

const useMoving = (editor: FormEditor) => {
  const store = useDocumentStore()
  const toast = useToast()
  const { announce } = useAnnouncer()

  const tellPlace = (path: string, title: string): void => {
    const now = placeOf(editor.form.value, path)
    const page = editor.form.value.pages.find((each) => each.id === now?.page)
    if (now && page) void announce(t('canvas.moved', { title, n: now.index + 1, of: page.sections[now.section]?.questions.length ?? 0, page: localise(page, 'title', locale.value) }))
  }
  const moveTo = (paths: readonly string[], to: Place): void => {
    const title = nameAll(editor, paths)
    if (store.run(moveQuestions, { ...editor.place, paths, to })) tellPlace(paths[0]!, title)
    void focusCard(paths[0]!)
  }
  const moveColumnBy = (path: string, by: number): void => {
    const names = Object.keys(ownerAt(editor.form.value.schema, parentPath(path))?.properties ?? {})
    const index = names.indexOf(nameOf(path)) + by
    if (index >= 0 && index < names.length && store.run(moveColumn, { ...editor.place, path, index })) void announce(t('canvas.movedColumn', { title: editor.titleOf(path), n: index + 1, of: names.length }))
    void focusCard(path)
  }
  const moveBy = (by: -1 | 1): void => {
    const paths = editor.chosen.value.filter((path) => placeOf(editor.form.value, path))
    const [only] = editor.chosen.value
    if (paths.length === 0) return only === undefined ? undefined : moveColumnBy(only, by)
    const to = slotBeyond(editor.form.value, paths, by)
    if (to) moveTo(paths, to)
    else void announce(t('canvas.atEdge'))
  }
  const take = (args: MoveInto): void => {
    const title = editor.titleOf(args.path)
    const held = heldBack(store.document, args)
    if (held.length > 0) toast.show(t('canvas.heldBack', { title, what: held.map((site) => site.title).join(', ') }), { tone: 'bad' })
    else if (store.run(moveInto, args)) void announce(t(args.parent === '' ? 'canvas.takenOut' : 'canvas.takenIn', { title, parent: args.parent && editor.titleOf(args.parent) }))
    const now = editor.selected.value
    if (now?.kind === 'question') void focusCard(now.path)
  }
  return { moveTo, moveBy, take }
}

const holds = (editor: FormEditor, path: string | undefined): boolean => {
  const question = path === undefined ? undefined : questionAt(editor.form.value.schema, path)
  return question?.['x-field'] === 'group' || question?.['x-field'] === 'table' || question?.items?.type === 'object'
}

/** Into the group or table that stands before, out of the one that holds it. */
const useBorders = (editor: FormEditor, take: (args: MoveInto) => void) => {
  const moveOut = (): void => {
    const now = editor.selected.value
    if (now?.kind !== 'question') return
    const parent = parentPath(now.path)
    if (parent === '') return
    const at = placeOf(editor.form.value, parent)
    take({ ...editor.place, path: now.path, parent: parentPath(parent), ...(at && { at: { ...at, index: at.index + 1 } }) })
  }
  const moveIn = (): void => {
    const now = editor.selected.value
    const at = now?.kind === 'question' ? placeOf(editor.form.value, now.path) : undefined
    const before = at && editor.form.value.pages.find((page) => page.id === at.page)?.sections[at.section]?.questions[at.index - 1]
    if (now?.kind === 'question' && holds(editor, before)) take({ ...editor.place, path: now.path, parent: before! })
  }
  return { moveIn, moveOut }
}

const useGrouping = (editor: FormEditor) => {
  const store = useDocumentStore()
  const toast = useToast()
  const { announce } = useAnnouncer()
  const group = (title: string, english: string): void => {
    const args = { ...editor.place, paths: editor.chosen.value, title: title.trim(), ...(english.trim() && { english: english.trim() }) }
    const held = heldFromGroup(store.document, args)
    if (held.length > 0) toast.show(t('canvas.heldBack', { title: nameAll(editor, args.paths), what: held.map((site) => site.title).join(', ') }), { tone: 'bad' })
    else if (store.run(groupQuestions, args)) void announce(t('group.made', { title: args.title }, args.paths.length))
    if (editor.selected.value?.kind === 'question') void focusCard(editor.selected.value.path)
  }
  return { groupable: computed(() => groupable(editor.form.value, editor.chosen.value)), group }
}

const useRemoving = (editor: FormEditor) => {
  const store = useDocumentStore()
  const toast = useToast()
  const { undo } = useUndo()
  const paths = shallowRef<readonly string[]>([])

  const removeNow = (replaceBy?: string): void => {
    const title = nameAll(editor, paths.value)
    if (store.run(removeQuestions, { ...editor.place, paths: paths.value, replaceBy })) toast.show(t('canvas.removed', { title }), { tone: 'info', action: { label: t('actions.undo'), run: undo } })
    editor.dialog.value = undefined
  }
  const remove = (wanted: readonly string[] = editor.chosen.value): void => {
    paths.value = outermost(wanted)
    if (paths.value.length === 0) return
    const uses = usesOf(store.document, paths.value, editor.place)
    if (uses.blocks.length + uses.follows.length === 0) removeNow()
    else editor.dialog.value = 'removal'
  }
  return { removing: paths, remove, removeNow }
}

const useChosenActs = (editor: FormEditor) => {
  const store = useDocumentStore()
  const { moveTo, moveBy, take } = useMoving(editor)
  const top = computed(() => editor.chosen.value.filter((path) => placeOf(editor.form.value, path)))

  const duplicate = (paths: readonly string[] = editor.chosen.value): void => {
    const clip = copyQuestions(editor.form.value, paths)
    const last = paths.at(-1)
    if (last === undefined) return
    const target = afterSelection(editor.form.value, editor.page.value, { kind: 'question', path: last, ...editor.place })
    if (store.run(pasteQuestions, { ...editor.place, clip, target, connect: knownHere(editor.form.value, clip) })) editor.writing.value = clip.questions.length === 1 ? 'title' : undefined
  }
  /** Where a pointer let go: on a page between questions, or inside a group or table. */
  const drop = (paths: readonly string[], target: Target): void => {
    const [path] = paths
    if (path === undefined) return
    if ('parent' in target) {
      if (parentPath(path) !== target.parent) return take({ ...editor.place, path, parent: target.parent, index: target.index })
      const names = Object.keys(ownerAt(editor.form.value.schema, target.parent)?.properties ?? {})
      const from = names.indexOf(nameOf(path))
      store.run(moveColumn, { ...editor.place, path, index: target.index > from ? target.index - 1 : target.index })
    } else if (placeOf(editor.form.value, path)) moveTo(paths, target.at)
    else take({ ...editor.place, path, parent: '', at: target.at })
  }
  const allRequired = computed(() => editor.chosen.value.every((path) => editor.compiled.value.questions.get(path)?.required))
  return {
    moveTo, moveBy, drop, duplicate, top, allRequired, ...useBorders(editor, take), ...useRemoving(editor), ...useGrouping(editor), take,
    require: () => void store.run(setRequired, { ...editor.place, paths: editor.chosen.value, required: !allRequired.value }),
    gather: () => void store.run(gatherInSection, { ...editor.place, paths: top.value }),
    nameAll: (paths: readonly string[]) => nameAll(editor, paths),
  }
}

export type ChosenActs = ReturnType<typeof useChosenActs>

const actsKey: InjectionKey<ChosenActs> = Symbol('acts on the chosen questions')

export const provideChosenActs = (editor: FormEditor): ChosenActs => {
  const acts = useChosenActs(editor)
  provide(actsKey, acts)
  return acts
}

export const useActs = (): ChosenActs => {
  const acts = inject(actsKey)
  if (!acts) throw new Error('This part stands outside of a form editor')
  return acts
}
