// The text editor of the source. It lives in a shadow root: there its stylesheets are adopted objects, which the content
// security policy allows, where style elements would be refused.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, ensureSyntaxTree, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState, Transaction, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers, type ViewUpdate } from '@codemirror/view'
import type { Tree } from '@lezer/common'
import type { Procedure } from '#schemas/generated/types.ts'
import vi from './locales/vi.json'
import { completeSource } from './complete-source.ts'
import { parseTree, placeAt, pointerAt, rangeOf, type Range } from './json-tree.ts'
import { explain } from './source-help.ts'
import { sourceTheme } from './source-theme.ts'
import { t } from './texts.ts'

export interface SourceEditorOptions {
  host: HTMLElement
  text: string
  mayEdit: boolean
  latest: () => Procedure
  /** The person changed the text. */
  onText: (text: string) => void
  /** The person moved the cursor to another place of the document. */
  onPlace: (pointer: string) => void
}

/** Not typed by the person: follows the document. */
const following = Annotation.define<boolean>()

const searchWords = vi.source.search
const phrases = (): Record<string, string> => Object.fromEntries(Object.keys(searchWords).map((key) => [key.replaceAll('_', ' ').replace(/ n( |$)/, ' $$$1'), t(`source.search.${key as keyof typeof searchWords}`)]))

const help = hoverTooltip((view, position) => {
  const tree = ensureSyntaxTree(view.state, view.state.doc.length, 200)
  const place = tree && placeAt(tree, view.state.doc.toString(), position)
  const dom = place?.part === 'name' ? explain(place.segments) : null
  return dom && place ? { pos: place.node.from, end: place.node.to, above: true, create: () => ({ dom }) } : null
})

const extensions = ({ mayEdit, latest }: SourceEditorOptions, onUpdate: (update: ViewUpdate) => void): Extension => [
  lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightActiveLineGutter(), json(), help, search({ top: true }),
  autocompletion({ override: [completeSource(latest)], icons: false }), indentUnit.of('  '), EditorState.readOnly.of(!mayEdit), EditorState.phrases.of(phrases()), EditorView.contentAttributes.of({ 'aria-label': t('source.editor'), 'tabindex': '0' }),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]), EditorView.updateListener.of(onUpdate), sourceTheme,
]

/** The one stretch that differs: the cursor and the folds outside of it stay where they are. */
const difference = (before: string, after: string): { from: number, to: number, insert: string } => {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let back = 0
  while (back < shorter - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++
  return { from, to: before.length - back, insert: after.slice(from, after.length - back) }
}

export interface SourceEditor {
  text(): string
  /** The text as parsed; what did not change since is not parsed again. */
  tree(): Tree
  /** In its text or in its search. */
  hasFocus(): boolean
  focus(): void
  /** Shows another text without asking to have it read. */
  follow(text: string): void
  mark(diagnostics: readonly Diagnostic[]): void
  /** Brings a place into view; with `focus` the cursor goes there. */
  show(range: Range, focus?: boolean): void
  showPointer(pointer: string): void
  /** The room around the text changed while the person writes. */
  keepCursorInView(): void
  lineOf(position: number): number
  destroy(): void
}

export const createSourceEditor = (options: SourceEditorOptions): SourceEditor => {
  const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: 'open' })
  const parent = document.createElement('div')
  parent.style.height = '100%'
  root.replaceChildren(parent)
  let place = ''

  const onUpdate = (update: ViewUpdate): void => {
    const isOwn = update.transactions.some((each) => each.annotation(following))
    if (update.docChanged && !isOwn) options.onText(update.state.doc.toString())
    if (!update.selectionSet || update.docChanged || isOwn) return
    const tree = ensureSyntaxTree(update.state, update.state.doc.length, 100)
    const pointer = tree ? pointerAt(tree, update.state.doc.toString(), update.state.selection.main.head) : place
    if (pointer !== place) options.onPlace(pointer)
    place = pointer
  }
  const view = new EditorView({ state: EditorState.create({ doc: options.text, extensions: extensions(options, onUpdate) }), parent, root })
  const text = (): string => view.state.doc.toString()
  const tree = (): Tree => ensureSyntaxTree(view.state, view.state.doc.length, 1000) ?? parseTree(text())
  const clip = (position: number): number => Math.max(0, Math.min(position, view.state.doc.length))
  const show = ({ from }: Range, focus = false): void => {
    view.dispatch({ selection: { anchor: clip(from) }, effects: EditorView.scrollIntoView(clip(from), { y: 'start', yMargin: 48 }), annotations: following.of(true) })
    if (focus) view.focus()
  }
  return {
    text, tree, show, hasFocus: () => root.activeElement !== null, focus: () => view.focus(),
    follow: (next) => { if (next !== text()) view.dispatch({ changes: difference(text(), next), annotations: [following.of(true), Transaction.addToHistory.of(false)] }) },
    mark: (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics.map((each) => ({ ...each, from: clip(each.from), to: clip(each.to) })))),
    showPointer: (pointer) => show(rangeOf(tree(), text(), pointer)),
    keepCursorInView: () => { if (view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head, { y: 'nearest', yMargin: 32 }), annotations: following.of(true) }) },
    lineOf: (position) => view.state.doc.lineAt(clip(position)).number,
    destroy: () => view.destroy(),
  }
}
