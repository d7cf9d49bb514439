// Navigation of one page that the server draws: links have their addresses, and whoever is sent elsewhere is told where.
import { shallowRef } from 'vue'
import type { Component } from 'vue'
import { routeTable, type Place, type RouteRecord, type Target } from '../navigation/route-table.ts'
import type { Navigation } from '../navigation/use-router.ts'

export interface ServerNavigation extends Navigation {
  /** Where the page sent the person while it was drawn. */
  redirect(): string | undefined
  /** The address of the page that a filing goes on with, when the filing alone was asked for. */
  location(): string | undefined
}

/** Signing in is asked on the page itself: the way to it leads there, not away from what was typed. */
export const signInPlace = 'dang-nhap'

/** `instead` is drawn in the place of the page that the address means. */
export const createServerNavigation = async (records: readonly RouteRecord[], address: string, instead?: RouteRecord): Promise<ServerNavigation> => {
  const table = routeTable(records)
  const found = table.resolve(address)
  const place = shallowRef<Place>(instead ? { ...found, name: undefined, matched: [instead] } : found)
  const components = new Map<RouteRecord, Component>()
  await Promise.all(place.value.matched.map(async (record) => components.set(record, (await record.component()).default)))
  let redirected: string | undefined
  let moved: string | undefined
  const go = (target: Target): Promise<void> => {
    const to = table.resolve(target, place.value)
    // A turn of a bad line costs more than a page: which one of its pages is meant is found here, not by asking again.
    const isWithin = to.path.startsWith(`${place.value.path}/`) && to.matched.at(-1) === place.value.matched.at(-1)
    if (isWithin) { place.value = to; moved = to.fullPath }
    else if (to.fullPath !== place.value.fullPath) redirected = to.fullPath
    return Promise.resolve()
  }
  const resolve = (target: Target): Place => (instead && typeof target !== 'string' && target.name === 'sign-in' ? { ...place.value, fullPath: `#${signInPlace}` } : table.resolve(target, place.value))
  return { place, resolve, push: go, replace: go, back: () => undefined, componentOf: (record) => components.get(record), redirect: () => redirected, location: () => moved }
}
