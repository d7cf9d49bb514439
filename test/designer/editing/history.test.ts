import { describe, expect, it } from 'vitest'
import { create } from 'mutative'
import { emptyHistory, record, redo, undo, type Entry, type History } from '../../../designer/editing/history.ts'

interface Doc { title: string, list: number[] }
const start: Doc = { title: '', list: [] }

const edit = (document: Doc, recipe: (draft: Doc) => void, about: Partial<Entry> = {}): { document: Doc, entry: Entry } => {
  const [next, patches, inverse] = create(document, recipe, { enablePatches: true })
  return { document: next, entry: { name: 'setQuestion', patches, inverse, at: 0, ...about } }
}

const type = (text: string, about: (i: number) => Partial<Entry>): { document: Doc, history: History } =>
  [...text].reduce(({ document, history }, letter, i) => {
    const done = edit(document, (draft) => { draft.title += letter }, about(i))
    return { document: done.document, history: record(history, done.entry) }
  }, { document: start, history: emptyHistory })

describe('history', () => {
  it('undoes a burst of typing as one entry', () => {
    const { document, history } = type('abc', (i) => ({ groupKey: 'title', at: i * 100 }))
    expect(history.past).toHaveLength(1)
    expect(undo(history, document)!.document).toEqual(start)
    const back = undo(history, document)!
    expect(redo(back.history, back.document)!.document.title).toBe('abc')
  })
  it('keeps bursts apart that a pause separates, and edits without a key', () => {
    expect(type('abc', (i) => ({ groupKey: 'title', at: i * 10_000 })).history.past).toHaveLength(3)
    expect(type('abc', () => ({})).history.past).toHaveLength(3)
  })
  it('forgets what could be redone when something new is done', () => {
    const { document, history } = type('ab', () => ({}))
    const back = undo(history, document)!
    const done = edit(back.document, (draft) => { draft.list.push(1) })
    expect(record(back.history, done.entry).future).toEqual([])
  })
  it('does not add typing to an entry that was redone', () => {
    const { document, history } = type('a', () => ({ groupKey: 'title' }))
    const back = undo(history, document)!
    const again = redo(back.history, back.document)!
    expect(record(again.history, edit(again.document, (draft) => { draft.title += 'b' }, { groupKey: 'title' }).entry).past).toHaveLength(2)
  })
  it('has nothing to undo at the beginning', () => expect(undo(emptyHistory, start)).toBeUndefined())
  it('keeps the last 500 entries', () => {
    let history = emptyHistory
    for (let i = 0; i < 600; i++) history = record(history, edit(start, (draft) => { draft.list.push(i) }).entry)
    expect(history.past).toHaveLength(500)
  })
})
