import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { readLocalCopy } from '#runtime/citizen/apply/local-copy.ts'
import { useAutosave } from '#runtime/citizen/apply/use-autosave.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { standIn } from '../server-stand-in.ts'

const begin = () => {
  const server = standIn()
  const answers = shallowRef<Answers>({})
  const scope = effectScope()
  const saving = scope.run(() => useAutosave({ dossier: 'd1', account: 'u1', revision: 'h1', version: 1, saved: {}, answers: () => answers.value, page: () => 'about', take: (next) => { answers.value = next } }))!
  const type = (more: Answers): void => {
    answers.value = { ...answers.value, ...more }
    saving.changed()
  }
  return { server, answers, saving, type, scope }
}
const aSecond = () => vi.advanceTimersByTimeAsync(1000)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('useAutosave', () => {
  it('saves a second after the last key, once for many keys', async () => {
    const { server, saving, type } = begin()

    type({ a: 1 })
    await vi.advanceTimersByTimeAsync(600)
    type({ a: 2 })
    await vi.advanceTimersByTimeAsync(600)
    expect(server.saves()).toHaveLength(0)
    await aSecond()

    expect(server.saves().map((each) => each.body)).toEqual([{ answers: { a: 2 }, page: 'about' }])
    expect(saving.state.value.kind).toBe('saved')
    expect(saving.version()).toBe(2)
  })

  it('keeps a copy in this browser until the server has it', async () => {
    const { type } = begin()

    type({ a: 1 })
    expect(readLocalCopy('d1', 'u1')).toMatchObject({ version: 1, base: {}, answers: { a: 1 } })
    expect(readLocalCopy('d1', 'somebody else')).toBeUndefined()
    await aSecond()

    expect(readLocalCopy('d1', 'u1')).toBeUndefined()
  })

  it('waits for the connection and loses nothing', async () => {
    const { server, saving, type } = begin()
    server.state.online = false
    type({ a: 1 })
    await aSecond()
    expect(saving.state.value.kind).toBe('offline')
    expect(readLocalCopy('d1', 'u1')?.answers).toEqual({ a: 1 })

    server.state.online = true
    window.dispatchEvent(new Event('online'))
    await vi.runOnlyPendingTimersAsync()

    expect(server.state.dossier.answers).toEqual({ a: 1 })
    expect(saving.state.value.kind).toBe('saved')
  })

  it('takes in what somebody else saved, and lays what was typed here over it', async () => {
    const { server, answers, type } = begin()
    server.state.dossier = { ...server.state.dossier, answers: { a: 'there', b: 'there' }, version: 7 }

    type({ a: 'here' })
    await aSecond()

    expect(server.state.dossier.answers).toEqual({ a: 'here', b: 'there' })
    expect(answers.value).toEqual({ a: 'here', b: 'there' })
    expect(server.state.dossier.version).toBe(8)
  })

  it('saves again what was typed while a save was on its way', async () => {
    const { server, saving, type } = begin()
    type({ a: 1 })
    const first = saving.settle()
    type({ a: 2 })
    await first

    expect(server.state.dossier.answers).toEqual({ a: 2 })
    expect(saving.version()).toBe(3)
  })

  it('asks to sign in again and goes on afterwards', async () => {
    const { server, saving, type } = begin()
    server.state.signedIn = false
    type({ a: 1 })
    await aSecond()
    expect(saving.state.value.kind).toBe('signed-out')

    server.state.signedIn = true
    expect(await saving.settle()).toBe(true)
    expect(server.state.dossier.answers).toEqual({ a: 1 })
  })

  it('saves what is shown without having been typed, when everything must be there', async () => {
    const { server, answers, saving } = begin()
    answers.value = { suggested: 'x' }

    expect(await saving.settle()).toBe(true)
    expect(server.saves()).toHaveLength(0)
    expect(await saving.complete()).toBe(true)
    expect(server.state.dossier.answers).toEqual({ suggested: 'x' })
  })

  it('sends nothing more once the dossier goes on under another form, and keeps what was typed here', async () => {
    const { server, saving, type } = begin()
    server.state.dossier = { ...server.state.dossier, revision: 'h2', answers: { moved: 1 }, version: 2 }

    type({ a: 'here' })
    await aSecond()
    expect(saving.state.value.kind).toBe('replaced')
    window.dispatchEvent(new Event('pagehide'))
    await aSecond()

    expect(server.saves()).toHaveLength(1)
    expect(server.state.dossier.answers).toEqual({ moved: 1 })
    expect(readLocalCopy('d1', 'u1')).toMatchObject({ revision: 'h1', answers: { a: 'here' } })
  })

  it('saves once more when the page is left', async () => {
    const { server, type, scope } = begin()
    type({ a: 1 })

    scope.stop()
    await vi.runOnlyPendingTimersAsync()

    expect(server.state.dossier.answers).toEqual({ a: 1 })
  })
})
