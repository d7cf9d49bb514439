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

/** Whether the parts of a page came. Those of an older build are gone after a new one: the browser then asks for the page as a link does without scripts. */
const isLoaded = (parts: readonly Promise<void>[], leave: () => void): Promise<boolean> => Promise.all(parts).then(() => true, () => { leave(); return false })

export const createNavigation = (records: readonly RouteRecord[]): Installable => {
  const table = routeTable(records)
  const place = shallowRef<Place>(nowhere)
  const pages = createPages()
  const guards: Guard[] = []
  const waits: (() => Promise<unknown>)[] = []
  let scrolling: ReturnType<typeof createScrolling> | undefined
  let latest = 0
  /** The page that somebody is on the way to. */
  let onTheWay: Place | undefined

  const show = async (to: Place, how: How): Promise<void> => {
    const isSamePage = to.path === place.value.path
    scrolling ??= createScrolling()
    scrolling.turn(how, to.fullPath)
    place.value = to
    await nextTick()
    // What the browser restored at the start, and a page that only changes its query, stay where they are.
    if (how === 'pop' || to.hash || (how !== 'first' && !isSamePage)) scrolling.arrive(how, to.hash)
  }

  const go = (target: Target, how: How): Promise<void> => {
    const to = table.resolve(target, place.value)
    const ticket = ++latest
    onTheWay = to
    return travel(to, how, ticket).finally(() => { if (ticket === latest) onTheWay = undefined })
  }

  const travel = async (to: Place, how: How, ticket: number): Promise<void> => {
    // While the guards ask, the page is on its way already.
    const loading = isLoaded(to.matched.map(pages.load), () => { if (ticket === latest) location.assign(to.fullPath) })
    for (const guard of guards) {
      const verdict = await guard(to)
      if (ticket !== latest || verdict === false) return
      if (verdict !== true) return go(verdict, how === 'push' ? 'push' : 'replace')
    }
    if ((how === 'push' && to.fullPath === place.value.fullPath) || !await loading) return
    for (const wait of waits) await wait()
    if (ticket === latest) await show(to, how)
  }

  /** A page that notes its search in the address calls nobody back who has left it already. */
  const isLeft = (to: Place): boolean => onTheWay !== undefined && onTheWay.path !== place.value.path && to.path === place.value.path

  const navigation: Navigation = {
    place,
    resolve: (target) => table.resolve(target, place.value),
    push: (target) => go(target, 'push'),
    replace: (target) => (isLeft(table.resolve(target, place.value)) ? Promise.resolve() : go(target, 'replace')),
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
