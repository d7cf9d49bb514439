// Going from page to page without loading the app again: addresses, back and forward, guards, and the place that was read.
// It weighs a fifth of vue-router, which the other two apps use, and speaks its words (RouterLink, RouterView, useRouter,
// useRoute), so that shared components get whichever is installed.
import { nextTick, shallowRef, type App, type Component } from 'vue'
import { routeTable, type Place, type RouteRecord, type Target } from './route-table.ts'
import { RouterLink, RouterView } from './router-parts.ts'
import { createScrolling, type How } from './scrolling.ts'
import { navigationKey, type Navigation, type Verdict } from './use-router.ts'

type Guard = (to: Place) => Verdict | Promise<Verdict>

export interface Installable extends Navigation {
  /** Asked before each change of page. */
  before(guard: Guard): void
  /** Awaited before a page is shown. */
  whenReady(wait: () => Promise<unknown>): void
  install(app: App): void
}

const nowhere: Place = { path: '', fullPath: '', name: undefined, params: {}, query: {}, hash: '', meta: {}, matched: [] }
const here = (): string => location.pathname + location.search + location.hash

const createPages = () => {
  const components = new Map<RouteRecord, Component>()
  return {
    of: (record: RouteRecord): Component | undefined => components.get(record),
    load: async (record: RouteRecord): Promise<void> => { if (!components.has(record)) components.set(record, (await record.component()).default) },
  }
}

export const createNavigation = (records: readonly RouteRecord[]): Installable => {
  const table = routeTable(records)
  const place = shallowRef<Place>(nowhere)
  const pages = createPages()
  const guards: Guard[] = []
  const waits: (() => Promise<unknown>)[] = []
  let scrolling: ReturnType<typeof createScrolling> | undefined
  let latest = 0

  const show = async (to: Place, how: How): Promise<void> => {
    const isSamePage = to.path === place.value.path
    scrolling ??= createScrolling()
    scrolling.turn(how, to.fullPath)
    place.value = to
    await nextTick()
    // What the browser restored at the start, and a page that only changes its query, stay where they are.
    if (how === 'pop' || to.hash || (how !== 'first' && !isSamePage)) scrolling.arrive(how, to.hash)
  }

  const go = async (target: Target, how: How): Promise<void> => {
    const ticket = ++latest
    const to = table.resolve(target, place.value)
    // While the guards ask, the page is on its way already.
    const loading = Promise.all(to.matched.map(pages.load))
    loading.catch(() => undefined)
    for (const guard of guards) {
      const verdict = await guard(to)
      if (ticket !== latest || verdict === false) return
      if (verdict !== true) return go(verdict, how === 'push' ? 'push' : 'replace')
    }
    if (how === 'push' && to.fullPath === place.value.fullPath) return
    try {
      await loading
    } catch {
      // Parts of an older build are gone after a new one: the browser asks for the page as a link does without scripts.
      if (ticket === latest) location.assign(to.fullPath)
      return
    }
    for (const wait of waits) await wait()
    if (ticket === latest) await show(to, how)
  }

  const navigation: Navigation = {
    place,
    resolve: (target) => table.resolve(target, place.value),
    push: (target) => go(target, 'push'),
    replace: (target) => go(target, 'replace'),
    back: () => history.back(),
    componentOf: pages.of,
  }
  return {
    ...navigation,
    before: (guard) => { guards.push(guard) },
    whenReady: (wait) => { waits.push(wait) },
    install: (app) => {
      app.provide(navigationKey, navigation).component('RouterLink', RouterLink).component('RouterView', RouterView)
      const turnBack = (): void => { if (here() !== place.value.fullPath) void go(here(), 'pop') }
      addEventListener('popstate', turnBack)
      app.onUnmount(() => removeEventListener('popstate', turnBack))
      if (latest === 0) void go(here(), 'first')
    },
  }
}
