// Navigation of one page that the server draws: links have their addresses, and whoever is sent elsewhere is told where.
import { shallowRef } from 'vue'
import type { Component } from 'vue'
import { routeTable, type RouteRecord, type Target } from '../navigation/route-table.ts'
import type { Navigation } from '../navigation/use-router.ts'

export interface ServerNavigation extends Navigation {
  /** Where the page sent the person while it was drawn. */
  redirect(): string | undefined
}

export const createServerNavigation = async (records: readonly RouteRecord[], address: string): Promise<ServerNavigation> => {
  const table = routeTable(records)
  const place = shallowRef(table.resolve(address))
  const components = new Map<RouteRecord, Component>()
  await Promise.all(place.value.matched.map(async (record) => components.set(record, (await record.component()).default)))
  let redirected: string | undefined
  const go = (target: Target): Promise<void> => {
    const { fullPath } = table.resolve(target, place.value)
    if (fullPath !== place.value.fullPath) redirected = fullPath
    return Promise.resolve()
  }
  return { place, resolve: (target) => table.resolve(target, place.value), push: go, replace: go, back: () => undefined, componentOf: (record) => components.get(record), redirect: () => redirected }
}
