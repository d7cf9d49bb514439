// Navigation of one page that the server draws: links have their addresses, and whoever is sent elsewhere is told where.
import { shallowRef } from 'vue'
import type { Component } from 'vue'
import { routeTable, type Place, type RouteRecord, type Target } from '../navigation/route-table.ts'
import type { Navigation } from '../navigation/use-router.ts'

export interface ServerNavigation extends Navigation {
  /** Where the page sent the person while it was drawn. */
  redirect(): string | undefined
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
  const go = (target: Target): Promise<void> => {
    const { fullPath } = table.resolve(target, place.value)
    if (fullPath !== place.value.fullPath) redirected = fullPath
    return Promise.resolve()
  }
  const resolve = (target: Target): Place => (instead && typeof target !== 'string' && target.name === 'sign-in' ? { ...place.value, fullPath: `#${signInPlace}` } : table.resolve(target, place.value))
  return { place, resolve, push: go, replace: go, back: () => undefined, componentOf: (record) => components.get(record), redirect: () => redirected }
}
