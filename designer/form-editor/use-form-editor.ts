// What all parts of the form editor share: which form, which page, what is chosen, and the acts that several of them offer.
import { computed, inject, nextTick, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { compileForm } from '#core/form/compile-form.ts'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import { localise } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Form } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { isAboutLanguage, issuePlace } from '../editing/issue-place.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { formOf, type Selection } from '../editing/selection.ts'
import { t } from '../texts.ts'
import { fetchDefinitions } from './code-lists.ts'
import { questionAt, type InForm } from './form-place.ts'
import { afterSelection, pageOfPath, pathsOfPage } from './form-slots.ts'
import type { Target } from './paste-command.ts'
import { addColumn, addQuestion } from './question-commands.ts'
import { createQuestionKeys } from './question-keys.ts'

export type EditorDialog = 'insert' | 'move' | 'group' | 'kind' | 'removal' | 'paste'

export interface FormEditor {
  place: InForm
  form: ComputedRef<Form>
  compiled: ComputedRef<CompiledForm>
  page: Ref<string>
  selected: ComputedRef<Selection | undefined>
  /** The questions that an act on many speaks of, in the order of the page. */
  chosen: ComputedRef<string[]>
  /** Asked by (+) or /: the insert menu then inserts here. */
  target: ShallowRef<Target | undefined>
  /** Words that the insert menu begins with: what was typed or pasted. */
  wanted: Ref<string>
  /** Which dialog about the chosen questions is open. */
  dialog: Ref<EditorDialog | undefined>
  /** Which words of the selected question are being written on its card. */
  writing: Ref<'title' | 'description' | 'options' | undefined>
  /** Design errors and warnings by the question they stand at. */
  issues: ComputedRef<ReadonlyMap<string, Issue[]>>
  titleOf(path: string): string
  keyOf(path: string): string
  selectQuestion(path: string): void
  insert(type: string, target?: Target, title?: string): Promise<void>
  openInsert(target?: Target, wanted?: string): void
}

const editorKey: InjectionKey<FormEditor> = Symbol('form editor')

export const useFormEditor = (): FormEditor => {
  const editor = inject(editorKey)
  if (!editor) throw new Error('This part stands outside of a form editor')
  return editor
}

/** The card of a question takes the focus, wherever a change has put it. */
export const focusCard = async (path: string): Promise<void> => {
  await nextTick()
  document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(path)}"]`)?.focus()
}

const usePages = (place: InForm, form: ComputedRef<Form>) => {
  const selection = useSelectionStore()
  const shown = ref('')
  const selected = computed(() => {
    const now = selection.selected
    return now && now.kind !== 'step' && now.kind !== 'fee' && now.step === place.step ? now : undefined
  })
  const page = computed({
    get: () => {
      const now = selected.value
      const ofSelection = now?.kind === 'question' ? pageOfPath(form.value, now.path) : now?.page
      return ofSelection ?? (form.value.pages.some((each) => each.id === shown.value) ? shown.value : (form.value.pages[0]?.id ?? ''))
    },
    set: (id) => { shown.value = id },
  })
  // Whoever lets go of the selection stays on the page.
  watch(page, (id) => { shown.value = id }, { immediate: true })
  const chosen = computed(() => {
    if (selected.value?.kind !== 'question') return []
    const paths = new Set([selected.value.path, ...selection.also])
    const inOrder = form.value.pages.flatMap((each) => pathsOfPage(form.value, each.id)).filter((path) => paths.has(path))
    return inOrder.length > 0 ? inOrder : [...paths]
  })
  return { selected, page, chosen }
}

const useIssues = (place: InForm) => {
  const store = useDocumentStore()
  return computed(() => {
    const found = new Map<string, Issue[]>()
    for (const issue of store.issues) {
      const at = issue.pointer.startsWith('/form/') && !isAboutLanguage(issue.code) && issue.level !== 'hint' && place.step === undefined ? issuePlace(store.document, issue.pointer).selection : undefined
      if (at?.kind === 'question') found.set(at.path, [...(found.get(at.path) ?? []), issue])
    }
    return found
  })
}

export const provideFormEditor = (place: InForm): FormEditor => {
  const store = useDocumentStore()
  const selection = useSelectionStore()
  const form = computed(() => formOf(store.document, place.step) ?? { schema: { type: 'object' as const, properties: {} }, pages: [] })
  const keys = createQuestionKeys()
  const target = shallowRef<Target>()
  const wanted = ref('')
  const dialog = ref<EditorDialog>()
  const writing = ref<'title' | 'description' | 'options'>()
  const { selected, page, chosen } = usePages(place, form)

  // Before the cards are drawn again: the same card goes on under the new name.
  watch(() => selection.renamed, (now) => { if (now) keys.rename(now.from, now.to) }, { flush: 'sync' })
  watch(() => selection.serial, () => { writing.value = undefined }, { flush: 'sync' })

  const editor: FormEditor = {
    place, form, page, selected, chosen, target, wanted, dialog, writing,
    compiled: computed(() => compileForm(form.value)),
    issues: useIssues(place),
    titleOf: (path) => localise(questionAt(form.value.schema, path), 'title', locale.value) || t('canvas.untitled'),
    keyOf: keys.keyOf,
    selectQuestion: (path) => selection.select({ kind: 'question', path, ...place }),
    insert: async (type, at, title) => {
      const definitions = await fetchDefinitions(fieldTypes.find((each) => each.id === type)?.definitions ?? [])
      const to = at ?? afterSelection(form.value, page.value, selected.value)
      if ('at' in to) store.run(addQuestion, { ...place, type, title, definitions, at: to.at })
      else store.run(addColumn, { ...place, type, title, definitions, ...to })
      if (title === undefined) writing.value = 'title'
      else if (selected.value?.kind === 'question') await focusCard(selected.value.path)
    },
    openInsert: (at, words = '') => {
      target.value = at ?? afterSelection(form.value, page.value, selected.value)
      wanted.value = words
      dialog.value = 'insert'
    },
  }
  provide(editorKey, editor)
  return editor
}
