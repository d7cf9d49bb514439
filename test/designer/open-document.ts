// A document that is open in the designer, for tests of its screens: with stores of its own, and a router for which every address is a page.
import { createPinia, getActivePinia, setActivePinia } from 'pinia'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Procedure } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../../designer/editing/document-store.ts'

export type DocumentStore = ReturnType<typeof useDocumentStore>

export const openDocument = (document: Procedure): DocumentStore => {
  setActivePinia(createPinia())
  const store = useDocumentStore()
  store.open({ id: 'p', document }, true)
  return store
}

/** Links by name lead to the pages that are named, each with the path it has. */
export const routerTo = (named: Record<string, string> = {}): Router => {
  const component = { template: '<i/>' }
  return createRouter({ history: createMemoryHistory(), routes: [...Object.entries(named).map(([name, path]) => ({ name, path, component })), { path: '/:rest(.*)*', component }] })
}

/** How a component of the designer is mounted beside the open document. */
export const onScreen = (router = routerTo()) => ({ attachTo: document.body, global: { plugins: [getActivePinia()!, router] } })
