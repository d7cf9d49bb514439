// Saves the answers of a dossier while they are typed: a copy in this browser at once, the server a second after the last
// key. Somebody else's save is taken in without losing ours; a lost connection or session only delays. When the dossier goes on under
// another form, saving ends: the copy in this browser is carried over to that form.
import { onScopeDispose, shallowRef, type Ref } from 'vue'
import type { Answers } from '#core/issues/json-pointer.ts'
import { validatorRuntime } from '#core/json-schema/validator-runtime.ts'
import { getDossier, saveAnswers } from '#runtime/client/dossiers.ts'
import type { Problem } from '#schemas/generated/types.ts'
import { dropLocalCopy, keepLocalCopy } from './local-copy.ts'
import { mergeAnswers } from './merge-answers.ts'

export type SaveState =
  | { kind: 'clean' } | { kind: 'waiting' } | { kind: 'saving' } | { kind: 'saved'; at: string }
  | { kind: 'offline' } | { kind: 'signed-out' } | { kind: 'replaced' } | { kind: 'failed'; problem: Problem }

export interface AutosaveSource {
  dossier: string
  account: string
  revision: string
  version: number
  /** The answers as the server has them. */
  saved: Answers
  answers: () => Answers
  page: () => string | undefined
  /** Shows answers that came from elsewhere. */
  take: (answers: Answers) => void
  pause?: number
}

export interface Autosave {
  state: Readonly<Ref<SaveState>>
  /** The version that the server is known to have. */
  version(): number
  /** Something was typed. */
  changed(): void
  /** Saves what is not saved yet; true when the server has everything that was typed. */
  settle(): Promise<boolean>
  /** The same for all that is shown: suggestions stand in a form without having been typed. */
  complete(): Promise<boolean>
}

const retryAfter = 15_000
const replaced = '/problems/revision-replaced'
const mostRounds = 5

const stateOf = (problem: Problem): SaveState =>
  problem.type === '/problems/offline' ? { kind: 'offline' } : problem.type === replaced ? { kind: 'replaced' } : problem.status === 401 ? { kind: 'signed-out' } : { kind: 'failed', problem }

const isWorthRetrying = ({ type, status }: Problem): boolean => type === '/problems/offline' || status >= 500 || status === 429

/** What the server is known to have, and how it is brought up to date. Each act says what went wrong, if anything did. */
const createSync = (source: AutosaveSource) => {
  let { version, saved } = source
  return {
    version: () => version,
    saved: () => saved,
    push: async (): Promise<Problem | undefined> => {
      const sent = source.answers()
      const reply = await saveAnswers(source.dossier, version, sent, source.page())
      if (!reply.ok) return reply.problem
      version = reply.value.version
      saved = sent
      return undefined
    },
    /** Reads what somebody else saved and lays our changes over it. */
    takeIn: async (): Promise<Problem | undefined> => {
      const reply = await getDossier(source.dossier)
      if (!reply.ok) return reply.problem
      const { dossier } = reply.value
      if (dossier.revision !== source.revision) return { type: replaced, title: '', status: 409 }
      source.take(mergeAnswers(saved, source.answers(), dossier.answers))
      saved = dossier.answers
      version = dossier.version
      return undefined
    },
  }
}

/** When the connection is back, and when the window closes, what is not saved is saved at once. */
const onLastChance = (act: () => void): void => {
  if (typeof window === 'undefined') return
  window.addEventListener('online', act)
  window.addEventListener('pagehide', act)
  onScopeDispose(() => {
    window.removeEventListener('online', act)
    window.removeEventListener('pagehide', act)
    act()
  })
}

export const useAutosave = (source: AutosaveSource): Autosave => {
  const state = shallowRef<SaveState>({ kind: 'clean' })
  const sync = createSync(source)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let dirty = false

  const schedule = (after: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void settle(), after)
  }

  const fail = (problem: Problem): false => {
    state.value = stateOf(problem)
    // Nothing more is sent from here.
    if (state.value.kind === 'replaced') dirty = false
    if (isWorthRetrying(problem)) schedule(retryAfter)
    return false
  }

  const save = async (): Promise<boolean> => {
    // Two people who save at the same time end after a few rounds; more than that is no accident.
    for (let round = 0; dirty; round++) {
      state.value = { kind: 'saving' }
      const problem = await sync.push()
      if (!problem) dirty = source.answers() !== sync.saved()
      else {
        const other = problem.status === 412 && round < mostRounds ? await sync.takeIn() : problem
        if (other) return fail(other)
      }
    }
    dropLocalCopy(source.dossier)
    state.value = { kind: 'saved', at: new Date().toISOString() }
    return true
  }

  const settle = (): Promise<boolean> => {
    clearTimeout(timer)
    if (!dirty) return running ?? Promise.resolve(true)
    running ??= save().finally(() => { running = undefined })
    return running
  }

  const changed = (): void => {
    dirty = true
    keepLocalCopy(source.dossier, { account: source.account, revision: source.revision, version: sync.version(), base: sync.saved(), answers: source.answers() })
    if (state.value.kind === 'clean' || state.value.kind === 'saved') state.value = { kind: 'waiting' }
    if (state.value.kind !== 'signed-out') schedule(source.pause ?? 1000)
  }

  const complete = (): Promise<boolean> => {
    dirty ||= !validatorRuntime.equal(sync.saved(), source.answers())
    return settle()
  }

  onLastChance(() => { if (dirty) void settle() })
  return { state, version: sync.version, changed, settle, complete }
}
