// What all parts of the form editor share: which form, which page, and the few acts that several of them offer.
import { computed, inject, nextTick, provide, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { compileForm } from '#core/form/compile-form.ts'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import { parentPath } from '#core/issues/json-pointer.ts'
import { localise } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import type { Form } from '#schemas/generated/types.ts'
import { useAnnouncer } from '../editing/announcer.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { issuePlace } from '../editing/issue-place.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { useUndo } from '../editing/use-undo.ts'
import { formOf, type Selection } from '../editing/selection.ts'
import { t } from '../texts.ts'
import { fetchDefinitions } from './code-lists.ts'
import { nameOf, ownerAt, placeOf, questionAt, sectionAt, type InForm, type Place } from './form-place.ts'
import { usesOf, type Uses } from './form-rules.ts'
import { addColumn, addQuestion, moveColumn, moveQuestion, removeQuestion } from './question-commands.ts'

/** Where a new question goes: a place on a page, or the rows of a table. */
export type Target = { at: Place } | { parent: string, index: number }

export interface FormEditor {
  place: InForm
  form: ComputedRef<Form>
  compiled: ComputedRef<CompiledForm>
  page: Ref<string>
  selected: ComputedRef<Selection | undefined>
  /** Asked by (+): the palette then inserts here. */
  target: Ref<Target | undefined>
  /** Design errors by the question they stand at. */
  issues: ComputedRef<ReadonlyMap<string, Issue[]>>
  titleOf(path: string): string
  selectQuestion(path: string): void
  insert(type: string, target?: Target): Promise<void>
  move(path: string, by: number): void
  /** Removes at once what nothing uses, with a way back; asks first otherwise. */
  remove(path: string): void
  removal: Ref<{ path: string, uses: Uses } | undefined>
  confirmRemoval(): void
}

const editorKey: InjectionKey<FormEditor> = Symbol('form editor')

export const useFormEditor = (): FormEditor => {
  const editor = inject(editorKey)
  if (!editor) throw new Error('This part stands outside of a form editor')
  return editor
}

/** After the selection, or at the end of the page that is shown: never somewhere else. */
const afterSelection = (form: Form, page: string, selected: Selection | undefined): Target => {
  if (selected?.kind === 'question') {
    const at = placeOf(form, selected.path)
    if (at) return { at: { ...at, index: at.index + 1 } }
    const parent = parentPath(selected.path)
    const names = Object.keys(ownerAt(form.schema, parent)?.properties ?? {})
    if (parent) return { parent, index: names.indexOf(nameOf(selected.path)) + 1 }
  }
  const section = selected?.kind === 'section' && selected.page === page ? selected.section : Math.max(0, (form.pages.find((each) => each.id === page)?.sections.length ?? 1) - 1)
  return { at: { page, section, index: sectionAt(form, { page, section })?.questions.length ?? 0 } }
}

/** The place one step up or down, over section borders; undefined at the edge of the page. */
const neighbour = (form: Form, from: Place, by: number): Place | undefined => {
  const page = form.pages.find((each) => each.id === from.page)
  const length = page?.sections[from.section]?.questions.length ?? 0
  const index = from.index + by
  if (index >= 0 && index < length) return { ...from, index }
  const section = page?.sections[from.section + by]
  return section && { ...from, section: from.section + by, index: by < 0 ? section.questions.length : 0 }
}

const useRemoval = (place: InForm, titleOf: (path: string) => string) => {
  const store = useDocumentStore()
  const toast = useToast()
  const { undo } = useUndo()
  const removal = shallowRef<{ path: string, uses: Uses }>()

  const removeNow = (path: string): void => {
    const title = titleOf(path)
    if (store.run(removeQuestion, { ...place, path })) toast.show(t('canvas.removed', { title }), { tone: 'info', action: { label: t('actions.undo'), run: undo } })
  }
  return {
    removal,
    remove: (path: string): void => {
      const uses = usesOf(store.document, [path], place)
      if (uses.blocks.length + uses.follows.length === 0) removeNow(path)
      else removal.value = { path, uses }
    },
    confirmRemoval: (): void => {
      if (removal.value) removeNow(removal.value.path)
      removal.value = undefined
    },
  }
}

const useMove = (place: InForm, form: ComputedRef<Form>, titleOf: (path: string) => string) => {
  const store = useDocumentStore()
  const { announce } = useAnnouncer()

  return (path: string, by: number): void => {
    const at = placeOf(form.value, path)
    if (at) {
      const to = neighbour(form.value, at, by)
      if (to) store.run(moveQuestion, { ...place, path, to })
    } else {
      const index = Object.keys(ownerAt(form.value.schema, parentPath(path))?.properties ?? {}).indexOf(nameOf(path)) + by
      if (index >= 0) store.run(moveColumn, { ...place, path, index })
    }
    const now = placeOf(form.value, path)
    const page = form.value.pages.find((each) => each.id === now?.page)
    if (now && page) void announce(t('canvas.moved', { title: titleOf(path), n: now.index + 1, of: page.sections[now.section]?.questions.length ?? 0, page: localise(page, 'title', locale.value) }))
  }
}

export const provideFormEditor = (place: InForm): FormEditor => {
  const store = useDocumentStore()
  const selection = useSelectionStore()
  const form = computed(() => formOf(store.document, place.step) ?? { schema: { type: 'object' as const, properties: {} }, pages: [] })
  const compiled = computed(() => compileForm(form.value))
  const shown = ref('')
  const target = shallowRef<Target>()

  const selected = computed(() => {
    const now = selection.selected
    return now && now.kind !== 'step' && now.kind !== 'fee' && now.step === place.step ? now : undefined
  })
  const pageOfSelection = computed(() => {
    const now = selected.value
    if (!now) return undefined
    return now.kind === 'question' ? pageOfPath(form.value, now.path) : now.page
  })
  const page = computed({
    get: () => pageOfSelection.value ?? (form.value.pages.some((each) => each.id === shown.value) ? shown.value : (form.value.pages[0]?.id ?? '')),
    set: (id) => { shown.value = id },
  })
  const titleOf = (path: string): string => localise(questionAt(form.value.schema, path), 'title', locale.value) || t('canvas.untitled')

  const issues = computed(() => {
    const found = new Map<string, Issue[]>()
    for (const issue of store.issues) {
      const at = issue.pointer.startsWith('/form/') && issue.code !== 'publish.englishMissing' ? issuePlace(store.document, issue.pointer).selection : undefined
      if (at?.kind === 'question') found.set(at.path, [...(found.get(at.path) ?? []), issue])
    }
    return found
  })

  const editor: FormEditor = {
    place, form, compiled, page, selected, target, issues, titleOf,
    selectQuestion: (path) => selection.select({ kind: 'question', path, ...place }),
    insert: async (type, wanted) => {
      const definitions = await fetchDefinitions(fieldTypes.find((each) => each.id === type)?.definitions ?? [])
      const to = wanted ?? afterSelection(form.value, page.value, selected.value)
      if ('at' in to) store.run(addQuestion, { ...place, type, definitions, at: to.at })
      else store.run(addColumn, { ...place, type, definitions, ...to })
      await nextTick()
      document.getElementById('question-title')?.focus()
    },
    move: useMove(place, form, titleOf),
    ...useRemoval(place, titleOf),
  }
  provide(editorKey, editor)
  return editor
}

/** The page that a question stands on, itself or with the group or table that holds it. */
const pageOfPath = (form: Form, path: string): string | undefined => (path === '' ? undefined : (placeOf(form, path)?.page ?? pageOfPath(form, parentPath(path))))
