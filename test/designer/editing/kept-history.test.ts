// Undo survives closing the tab, and never speaks of a document that is not there any more.
import { describe, expect, it } from 'vitest'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { emptyHistory, record, undo } from '../../../designer/editing/history.ts'
import { keptHistory } from '../../../designer/editing/kept-history.ts'
import { setQuestion } from '../../../designer/form-editor/question-commands.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const createStorage = () => {
  const values = new Map<string, string>()
  return { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value), removeItem: (key: string) => void values.delete(key), values }
}

const edited = carryOut(sampleProcedure(), setQuestion, { path: '/lyDo', changes: { description: 'Ghi rõ' } }, {}, 0)!
const history = record(emptyHistory, edited.entry)

describe('kept history', () => {
  it('comes back for the document that it ends in, and undoes it', () => {
    const storage = createStorage()
    keptHistory('p', storage).write(edited.document, history)
    const back = undo(keptHistory('p', storage).read(edited.document), edited.document)!
    expect(back.document).toEqual(sampleProcedure())
  })
  it('is forgotten when somebody else has changed the document', () => {
    const storage = createStorage()
    keptHistory('p', storage).write(edited.document, history)
    expect(keptHistory('p', storage).read(sampleProcedure())).toEqual(emptyHistory)
  })
  it.each([['nothing', undefined], ['broken text', '{'], ['something else', '{"of":1}']])('is empty where storage holds %s', (_what, text) => {
    const storage = createStorage()
    if (text !== undefined) storage.values.set('motcua.history.p', text)
    expect(keptHistory('p', storage).read(edited.document)).toEqual(emptyHistory)
  })
  it('leaves the editor alone when the browser refuses to store', () => {
    const refusing = { getItem: () => { throw new Error('no') }, setItem: () => { throw new Error('no') }, removeItem: () => undefined }
    expect(() => keptHistory('p', refusing).write(edited.document, history)).not.toThrow()
    expect(keptHistory('p', refusing).read(edited.document)).toEqual(emptyHistory)
  })
})
