// Keeps the text of the source and the document in step: valid text becomes one undoable edit, an edit elsewhere shows in
// the text, and what cannot be applied yet waits with its reasons.
import type { Diagnostic } from '@codemirror/lint'
import type { Tree } from '@lezer/common'
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { translateIssue } from '#core/text/translate.ts'
import { locale } from '#runtime/ui/locale.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { issuePlace } from '../editing/issue-place.ts'
import { mergeDocuments, type Clash } from '../editing/merge-documents.ts'
import { isIdentical } from '../editing/minimal-patches.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { markOf } from './json-tree.ts'
import { printDocument } from './print-document.ts'
import { readSource, type SourceFault } from './read-source.ts'
import { selectionPointer } from './selection-pointer.ts'
import { createSourceEditor, type SourceEditor } from './source-editor.ts'
import { useSourceStore } from './source-store.ts'
import { t } from './texts.ts'
import type vi from './locales/vi.json'

/** Long enough not to read in the middle of a word. */
const pauseAfterTyping = 400

type FaultKey = keyof typeof vi['source']['faults']
export const faultText = ({ code, params }: SourceFault): string => t(`source.faults.${code as Exclude<FaultKey, 'name'>}`, params)

const severityOf = (issue: { blocks: boolean, level?: string }): Diagnostic['severity'] => (issue.blocks ? 'error' : issue.level === 'hint' ? 'info' : 'warning')

/** What the editor underlines: what stands in the way of reading the text, else the problems of the document. */
const marksOf = (editor: SourceEditor, faults: readonly SourceFault[], issues: ReturnType<typeof useDocumentStore>['issues']): Diagnostic[] => {
  if (faults.length > 0) return faults.map((fault) => ({ from: fault.from, to: fault.to, severity: 'error', message: faultText(fault) }))
  if (issues.length === 0) return []
  const [text, tree] = [editor.text(), editor.tree()]
  return issues.map((issue) => ({ ...markOf(tree, text, issue.pointer), severity: severityOf(issue), message: translateIssue(issue, locale.value) }))
}

/** The way from text to document and back, without a screen. `show` puts a text before the person. */
const useReading = (show: (text: string) => void, refreshMarks: () => void, treeOf: () => Tree | undefined) => {
  const store = useDocumentStore()
  const source = useSourceStore()
  const toast = useToast()
  const faults = shallowRef<SourceFault[]>([])
  const clashes = shallowRef<Clash[]>([])
  const isWaiting = ref(false)
  let base: Procedure = source.draft?.base ?? store.document
  let timer: ReturnType<typeof setTimeout> | undefined

  const apply = (document: Procedure, read: Procedure): void => {
    store.replace(document, 'editSource', 'source')
    base = store.document
    clashes.value = []
    source.drop()
    if (isIdentical(document, read)) return
    show(printDocument(document))
    toast.show(t('source.merged'), { tone: 'info' })
  }

  const settle = (text: string): void => {
    clearTimeout(timer)
    isWaiting.value = false
    const read = readSource(text, treeOf())
    faults.value = read.faults
    if (!read.document) source.keep({ text, base, faults: read.faults.length })
    else {
      const merged = mergeDocuments(base, read.document, store.document)
      clashes.value = merged.clashes
      if (merged.clashes.length > 0) source.keep({ text, base, faults: 0 })
      else apply(merged.document, read.document)
    }
    refreshMarks()
  }

  const type = (text: string): void => {
    isWaiting.value = true
    // Kept at once: the panel may close before the text is read.
    source.keep({ text, base, faults: source.draft?.faults ?? 0 })
    clearTimeout(timer)
    timer = setTimeout(() => settle(text), pauseAfterTyping)
  }

  const discard = (): void => {
    clearTimeout(timer)
    isWaiting.value = false
    faults.value = []
    clashes.value = []
    source.drop()
    base = store.document
    show(printDocument(base))
  }
  /** Where both changed the same place the text wins; everything else of the form stays. */
  const takeMine = (text: string): void => {
    const { document } = readSource(text)
    if (document) apply(mergeDocuments(base, document, store.document).document, document)
  }

  watch(() => store.document, (document) => {
    if (source.draft || document === base) return
    base = document
    show(printDocument(document))
  })
  return { faults, clashes, isWaiting, settle, type, discard, takeMine }
}

export const useSource = () => {
  const store = useDocumentStore()
  const selection = useSelectionStore()
  const source = useSourceStore()
  let editor: SourceEditor | undefined

  const refreshMarks = (): void => editor?.mark(source.draft && faults.value.length === 0 ? [] : marksOf(editor, faults.value, store.issues))
  const { faults, clashes, isWaiting, settle, type, discard, takeMine } = useReading((text) => editor?.follow(text), refreshMarks, () => editor?.tree())

  const onPlace = (pointer: string): void => {
    const next = source.draft ? undefined : issuePlace(store.document, pointer).selection
    if (next) selection.select(next)
  }
  const showSelected = (): void => {
    if (selection.selected && editor && !editor.hasFocus() && faults.value.length === 0) editor.showPointer(selectionPointer(store.document, selection.selected))
  }
  const mount = (host: HTMLElement): void => {
    const text = source.draft?.text ?? printDocument(store.document)
    editor = createSourceEditor({ host, text, mayEdit: store.mayEdit, latest: () => store.document, onText: type, onPlace })
    if (source.draft) settle(text)
    else refreshMarks()
    showSelected()
  }

  watch(() => store.issues, refreshMarks)
  watch([faults, clashes], () => editor?.keepCursorInView(), { flush: 'post' })
  watch(() => selection.selected, showSelected)
  onBeforeUnmount(() => {
    if (isWaiting.value && editor) settle(editor.text())
    editor?.destroy()
  })

  return {
    faults, clashes, isWaiting, isKept: computed(() => source.isKept), isInStep: computed(() => !source.draft && !isWaiting.value), mount, discard: () => { discard(); refreshMarks() }, takeMine: () => takeMine(editor?.text() ?? ''),
    format: () => { if (editor && faults.value.length === 0) { editor.follow(printDocument(store.document)); refreshMarks() } },
    goTo: (fault: SourceFault) => editor?.show(fault, true), lineOf: (fault: SourceFault) => editor?.lineOf(fault.from) ?? 1,
  }
}
