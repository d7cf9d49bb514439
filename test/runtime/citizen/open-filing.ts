// Opens a page of the applicant's app on a stand-in of the server, with what the office did since the draft was begun.
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { createNavigation } from '#runtime/citizen/navigation/navigation.ts'
import { RouterView } from '#runtime/citizen/navigation/router-parts.ts'
import { routes } from '#runtime/citizen/router.ts'
import { useSession } from '#runtime/client/session.ts'
import type { Dossier, Procedure, RevisionNotice } from '#schemas/generated/types.ts'
import { standIn } from './server-stand-in.ts'

interface Opening {
  given?: Partial<Dossier>
  document?: Procedure
  notice?: RevisionNotice
  also?: Record<string, unknown>
}

/** `until`: what must be there before anything is looked at. */
export const openFiling = async (path: string, { given, document: asked, notice, also }: Opening = {}, until = 'h1') => {
  const server = standIn(given, asked, also)
  server.state.notice = notice
  await useSession().refresh()
  const router = createNavigation(routes)
  await router.push(path)
  const screen = mount(RouterView, { attachTo: document.body, global: { plugins: [router] } })
  await vi.waitFor(() => { if (!screen.find(until).exists()) throw new Error('not there yet') }, { timeout: 5000 })
  await flushPromises()
  const press = async (name: string): Promise<void> => {
    await screen.findAll('button').find((each) => each.text() === name)!.trigger('click')
    await flushPromises()
  }
  const arrive = async (name: string): Promise<void> => {
    await vi.waitFor(() => { if (router.place.value.name !== name) throw new Error(`still at ${router.place.value.fullPath}`) }, { timeout: 5000 })
    await flushPromises()
  }
  const type = (selector: string, words: string): Promise<void> => screen.get(selector).setValue(words)
  return { server, router, screen, press, arrive, type }
}

/** Each test of a file begins in a browser in which nothing was done. */
export const inFreshBrowser = (): void => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  enableAutoUnmount(afterEach)
  afterEach(() => {
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })
}
