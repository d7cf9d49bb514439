// Saves a draft by itself one second after the last edit, and never loses one: what is not saved yet stands in this
// browser; a lost connection is retried; another person's save is never overwritten.
import { ref, shallowReadonly, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Reply } from '#runtime/client/http.ts'
import type { Problem, Procedure } from '#schemas/generated/types.ts'
import type { Saved } from '../client/drafts.ts'
import type { KeptDraft } from './kept-draft.ts'
import { isIdentical } from './minimal-patches.ts'

export type SaveState =
  | { kind: 'saved', at?: string }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'failed', problem: Problem }
  /** Somebody else saved the same places; saving rests until the person chooses. `base` is what both began with. */
  | { kind: 'conflict', base: Procedure, theirs: Procedure, version: number }

export interface AutosaveSource {
  /** The saved version, and its content. */
  version: number
  saved: Procedure
  document: () => Procedure
  save: (document: Procedure, version: number) => Promise<Reply<Saved>>
  load: () => Promise<Reply<{ document: Procedure, version: number }>>
  /** What the document was made from, where that is an older one than the saved. */
  base?: Procedure
  /** Brings both versions together when they touch different places; false when a person must choose. */
  merge?: (base: Procedure, theirs: Procedure) => boolean
  /** The copy in this browser. */
  kept: KeptDraft
}

export interface Autosave {
  state: Readonly<Ref<SaveState>>
  version: Readonly<Ref<number>>
  changed(): void
  /** Saves now; true when everything is saved. */
  flush(): Promise<boolean>
  /** Goes on from what somebody else saved. */
  goOnFrom(version: number, theirs: Procedure): void
  /** Keeps what is not saved in this browser and stops. */
  stop(): void
}

const pauseAfterEdit = 1000
const retryAfter = { offline: 5000, failed: 20_000 }
const offlineStatus = 0

const isTransient = ({ status }: Problem): boolean => status === 429 || status >= 500

/** What is known about saving: the version and content that the server has, and what the person is told. */
interface Ledger {
  state: ShallowRef<SaveState>
  version: Ref<number>
  saved: Procedure
  /** What the edits that are not saved yet were made on. */
  base: Procedure
}

const createLedger = ({ version, saved, base = saved }: AutosaveSource): Ledger => ({ state: shallowRef<SaveState>({ kind: 'saved' }), version: ref(version), saved, base })

/** Sends the document once and settles what came of it; the next attempt is planned where one makes sense. */
const createSending = ({ document, save, load, merge, kept }: AutosaveSource, ledger: Ledger, plan: (after: number) => void) => {
  const { state, version } = ledger
  const isClean = (): boolean => document() === ledger.saved
  const keep = (): void => { if (!isClean()) kept.write({ document: document(), version: version.value, base: ledger.base }) }

  const accept = (sent: Procedure, reply: Saved): void => {
    version.value = reply.version
    ledger.saved = sent
    ledger.base = sent
    if (!isClean()) return plan(0)
    kept.remove()
    state.value = { kind: 'saved', at: reply.savedAt }
  }

  const fail = (problem: Problem): void => {
    if (problem.status === offlineStatus) {
      state.value = { kind: 'offline' }
      return plan(retryAfter.offline)
    }
    state.value = { kind: 'failed', problem }
    if (isTransient(problem)) plan(retryAfter.failed)
  }

  const goOnFrom = (found: number, theirs: Procedure): void => {
    version.value = found
    ledger.base = theirs
    ledger.saved = isIdentical(document(), theirs) ? document() : theirs
    state.value = isClean() ? { kind: 'saved' } : { kind: 'waiting' }
    if (isClean()) kept.remove()
    else plan(0)
  }

  /** A save whose answer was lost comes back as somebody else's: it is ours when the content is. */
  const meetOther = async (sent: Procedure): Promise<void> => {
    const reply = await load()
    if (!reply.ok) return fail(reply.problem)
    const { document: theirs, version: found } = reply.value
    if (isIdentical(theirs, sent)) return accept(sent, { version: found, savedAt: new Date().toISOString() })
    if (merge?.(ledger.base, theirs)) return goOnFrom(found, theirs)
    state.value = { kind: 'conflict', base: ledger.base, theirs, version: found }
  }

  const send = async (): Promise<void> => {
    const sent = document()
    state.value = { kind: 'saving' }
    keep()
    const reply = await save(sent, version.value)
    if (reply.ok) return accept(sent, reply.value)
    return reply.problem.status === 412 ? meetOther(sent) : fail(reply.problem)
  }

  return { isClean, keep, send, goOnFrom }
}

export const createAutosave = (source: AutosaveSource): Autosave => {
  const ledger = createLedger(source)
  const { state, version } = ledger
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const plan = (after: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void attempt(), after)
  }
  const { isClean, keep, send, goOnFrom } = createSending(source, ledger, plan)

  const attempt = async (): Promise<void> => {
    clearTimeout(timer)
    await running
    if (state.value.kind === 'conflict' || isClean()) return
    running = send().finally(() => { running = undefined })
    await running
  }

  return {
    state: shallowReadonly(state), version,
    changed: () => {
      if (state.value.kind === 'conflict') return keep()
      // Told after the fact of what was settled already.
      if (isClean() && state.value.kind === 'saved') return
      if (state.value.kind !== 'offline') state.value = { kind: 'waiting' }
      plan(pauseAfterEdit)
    },
    flush: async () => {
      await attempt()
      if (state.value.kind === 'saving') await attempt()
      return isClean()
    },
    goOnFrom,
    stop: () => {
      clearTimeout(timer)
      keep()
    },
  }
}
