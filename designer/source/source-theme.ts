// How the source looks: the product's own colours, through rules that the strict content security policy allows.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--color-accent-strong)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--color-ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-info)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--color-ink-faint)' },
  { tag: tags.invalid, color: 'var(--color-bad)' },
])

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--color-ink)', backgroundColor: 'var(--color-paper)', fontSize: '16px' },
  '&.cm-focused': { outline: '3px solid var(--color-focus)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace', lineHeight: '1.55', overflow: 'auto' },
  '.cm-gutters': { backgroundColor: 'var(--color-sunken)', color: 'var(--color-ink-soft)', border: 'none', borderRight: '1px solid var(--color-line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--color-accent-soft) 55%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--color-accent-soft)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--color-warn-soft)', outline: '1px solid var(--color-warn)' },
  '.cm-tooltip': { backgroundColor: 'var(--color-paper)', color: 'var(--color-ink)', border: '1px solid var(--color-line-strong)', borderRadius: 'var(--radius-md)', boxShadow: 'var(--shadow-lg)', fontFamily: 'var(--font-sans)', maxWidth: '32rem' },
  '.cm-tooltip .source-help, .cm-tooltip .cm-completionInfo, .cm-diagnostic': { padding: '.5rem .75rem', fontSize: '1rem', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '16rem', fontSize: '1rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.3rem .75rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--color-accent)', color: 'var(--color-on-accent)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '.85' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px dotted var(--color-bad)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--color-warn)' },
  '.cm-lintRange-info': { backgroundImage: 'none', borderBottom: '2px dotted var(--color-info)' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--color-bad)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--color-warn)' },
  '.cm-diagnostic-info': { borderLeft: '4px solid var(--color-info)' },
  '.cm-panels': { backgroundColor: 'var(--color-sunken)', color: 'var(--color-ink)', fontFamily: 'var(--font-sans)' },
  '.cm-panel.cm-search': { padding: '.5rem 2.5rem .5rem .75rem', fontSize: '1rem' },
  '.cm-panel.cm-search label': { fontSize: '1rem' },
  '.cm-textfield': { fontSize: '1rem', border: '1px solid var(--color-line-strong)', borderRadius: 'var(--radius-sm)', padding: '.25rem .5rem', backgroundColor: 'var(--color-paper)' },
  '.cm-button': { fontSize: '1rem', backgroundImage: 'none', backgroundColor: 'var(--color-paper)', border: '1px solid var(--color-line-strong)', borderRadius: 'var(--radius-sm)', padding: '.25rem .6rem' },
  '.cm-foldGutter span': { cursor: 'pointer' },
})

export const sourceTheme = [look, syntaxHighlighting(colours)]
