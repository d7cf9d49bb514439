// Saving without a button: what happens when the network goes, when somebody else saves, and when the answer is lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Reply } from '#runtime/client/http.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Saved } from '../../../designer/client/drafts.ts'
import { createAutosave, type Autosave, type AutosaveSource } from '../../../designer/editing/autosave.ts'
import { keptDraft } from '../../../designer/editing/kept-draft.ts'
import { mergeDocuments } from '../../../designer/editing/merge-documents.ts'

const named = (name: string): Procedure => emptyProcedure(name, 'TT')
const refused = (status: number, type = '/problems/x'): Reply<never> => ({ ok: false, problem: { type, title: 'Không được', status } })

/** The other side: keeps one document, refuses stale saves, and can be cut off. */
const createServer = () => {
  const server = { document: named('Một'), version: 1, saves: 0, reach: 'open' as 'open' | 'cut' | 'answersLost', answer: undefined as Reply<never> | undefined }
  const save = (document: Procedure, version: number): Promise<Reply<Saved>> => {
    if (server.reach === 'cut') return Promise.resolve(refused(0))
    if (server.answer) return Promise.resolve(server.answer)
    if (version !== server.version) return Promise.resolve(refused(412))
    Object.assign(server, { document, version: version + 1, saves: server.saves + 1 })
    return Promise.resolve(server.reach === 'answersLost' ? refused(0) : { ok: true, value: { version: server.version, savedAt: '2026-11-21T03:42:00Z' }, etag: null, status: 200 })
  }
  const load = () => Promise.resolve({ ok: true as const, value: { document: server.document, version: server.version }, etag: null, status: 200 })
  return Object.assign(server, { save, load })
}

const createBrowser = () => {
  const items = new Map<string, string>()
  return { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value), removeItem: (key: string) => void items.delete(key) }
}

let server: ReturnType<typeof createServer>
let kept: ReturnType<typeof keptDraft>
let mine: Procedure
let autosave: Autosave

beforeEach(() => {
  vi.useFakeTimers()
  server = createServer()
  kept = keptDraft('p', createBrowser())
  mine = server.document
  autosave = createAutosave({ version: 1, saved: mine, document: () => mine, save: server.save, load: server.load, kept })
})
afterEach(() => { vi.useRealTimers() })

const write = (name: string): void => {
  mine = named(name)
  autosave.changed()
}
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

describe('autosave', () => {
  it('saves once, one second after the last edit', async () => {
    write('Hai')
    await pass(900)
    write('Ba')
    await pass(900)
    expect(server.saves).toBe(0)
    expect(autosave.state.value).toEqual({ kind: 'waiting' })

    await pass(100)
    expect(server).toMatchObject({ saves: 1, version: 2, document: { info: { name: 'Ba' } } })
    expect(autosave.state.value).toEqual({ kind: 'saved', at: '2026-11-21T03:42:00Z' })
    expect(kept.read()).toBeUndefined()
  })
  it('keeps the draft in the browser while the network is gone, and saves it when it is back', async () => {
    server.reach = 'cut'
    write('Hai')
    await pass(1000)
    expect(autosave.state.value.kind).toBe('offline')
    write('Ba')
    await pass(600_000)
    expect(kept.read()).toMatchObject({ version: 1, document: { info: { name: 'Ba' } } })

    server.reach = 'open'
    await pass(5000)
    expect(server).toMatchObject({ saves: 1, document: { info: { name: 'Ba' } } })
    expect(autosave.state.value.kind).toBe('saved')
  })
  it('recognises its own save when only the answer was lost', async () => {
    server.reach = 'answersLost'
    write('Hai')
    await pass(1000)
    server.reach = 'open'
    await pass(5000)
    expect(server.saves).toBe(1)
    expect(autosave.state.value.kind).toBe('saved')
    expect(autosave.version.value).toBe(2)
  })
  it('never overwrites what somebody else saved', async () => {
    Object.assign(server, { document: named('Của người khác'), version: 2 })
    write('Của tôi')
    await pass(1000)
    expect(autosave.state.value).toMatchObject({ kind: 'conflict', version: 2, base: { info: { name: 'Một' } }, theirs: { info: { name: 'Của người khác' } } })
    write('Của tôi nữa')
    await pass(60_000)
    expect(server.document.info.name).toBe('Của người khác')
    expect(kept.read()).toMatchObject({ document: { info: { name: 'Của tôi nữa' } } })

    autosave.goOnFrom(2, server.document)
    await pass(0)
    expect(server).toMatchObject({ version: 3, document: { info: { name: 'Của tôi nữa' } } })
  })
  it('says why a document was refused, keeps it, and tries again after the next edit', async () => {
    server.answer = refused(422)
    write('Hai')
    await pass(60_000)
    expect(autosave.state.value).toMatchObject({ kind: 'failed', problem: { status: 422 } })
    expect(kept.read()).toMatchObject({ document: { info: { name: 'Hai' } } })

    server.answer = undefined
    write('Ba')
    await pass(1000)
    expect(autosave.state.value.kind).toBe('saved')
  })
  it('tries again by itself when the server was out of order', async () => {
    server.answer = refused(503)
    write('Hai')
    await pass(1000)
    server.answer = undefined
    await pass(20_000)
    expect(autosave.state.value.kind).toBe('saved')
  })
  it('flushes at once, edits made meanwhile included', async () => {
    write('Hai')
    expect(await autosave.flush()).toBe(true)
    expect(server.saves).toBe(1)
  })
  it('leaves a copy behind when the page closes too early, with what it was made from', () => {
    write('Hai')
    autosave.stop()
    expect(kept.read()).toMatchObject({ version: 1, document: { info: { name: 'Hai' } }, base: { info: { name: 'Một' } } })
  })
})

describe('edits of two people', () => {
  /** As the open procedure does it: together when they touch different places. */
  const begin = (about: Partial<AutosaveSource> = {}): void => {
    autosave = createAutosave({
      version: server.version, saved: mine, document: () => mine, save: server.save, load: server.load, kept,
      merge: (base, theirs) => {
        const { document, clashes } = mergeDocuments(base, mine, theirs)
        if (clashes.length === 0) mine = document
        return clashes.length === 0
      },
      ...about,
    })
  }
  const saveElsewhere = (change: (draft: Procedure) => void): void => {
    const document = structuredClone(server.document)
    change(document)
    Object.assign(server, { document, version: server.version + 1 })
  }
  const edit = (change: (draft: Procedure) => void): void => {
    mine = structuredClone(mine)
    change(mine)
    autosave.changed()
  }

  it('come together by themselves when they touch different places', async () => {
    begin()
    saveElsewhere((draft) => { draft.info.sequence = 'Trình tự của họ' })
    edit((draft) => { draft.info.agency = 'Cơ quan của tôi' })
    await pass(1000)
    await pass(10)
    expect(autosave.state.value.kind).toBe('saved')
    expect(server).toMatchObject({ version: 3, document: { info: { sequence: 'Trình tự của họ', agency: 'Cơ quan của tôi' } } })
  })
  it('wait for a choice when they touch the same place, and lose nothing meanwhile', async () => {
    begin()
    saveElsewhere((draft) => { draft.info.name = 'Tên của họ' })
    edit((draft) => { draft.info.name = 'Tên của tôi' })
    await pass(60_000)
    expect(autosave.state.value.kind).toBe('conflict')
    expect(kept.read()).toMatchObject({ document: { info: { name: 'Tên của tôi' } }, base: { info: { name: 'Một' } } })

    mine = server.document
    autosave.goOnFrom(server.version, server.document)
    autosave.changed()
    await pass(1000)
    expect(autosave.state.value.kind).toBe('saved')
    expect(server.version).toBe(2)
    expect(kept.read()).toBeUndefined()
  })
  it('meet after a reload too: what was written offline is put on top of what came meanwhile', async () => {
    begin()
    server.reach = 'cut'
    edit((draft) => { draft.info.agency = 'Viết lúc mất mạng' })
    await pass(30_000)
    autosave.stop()
    server.reach = 'open'
    saveElsewhere((draft) => { draft.info.sequence = 'Trình tự của họ' })

    const copy = kept.read()!
    mine = copy.document
    begin({ version: copy.version, saved: server.document, base: copy.base })
    autosave.changed()
    await pass(1000)
    await pass(10)
    expect(autosave.state.value.kind).toBe('saved')
    expect(server).toMatchObject({ saves: 1, document: { info: { sequence: 'Trình tự của họ', agency: 'Viết lúc mất mạng' } } })
  })
  it('tell another order of the same things from nothing', async () => {
    begin()
    server.reach = 'answersLost'
    edit((draft) => { draft.info.keywords = ['a'] })
    await pass(1000)
    expect(server.saves).toBe(1)
    const { info, ...rest } = server.document
    Object.assign(server, { document: { info, ...rest }, reach: 'open' })
    await pass(5000)
    expect(JSON.stringify(mine)).toBe(JSON.stringify(server.document))
    expect(autosave.state.value.kind).toBe('saved')
  })
})
