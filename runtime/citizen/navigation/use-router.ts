// What pages know of navigation: where the person is, and how to go elsewhere.
import { inject, type Component, type InjectionKey, type ShallowRef } from 'vue'
import type { Place, RouteRecord, Target } from './route-table.ts'

/** What a guard says: go on, stay, or another place to go to. */
export type Verdict = boolean | Target

export interface Navigation {
  place: Readonly<ShallowRef<Place>>
  resolve(target: Target): Place
  /** Resolves when the page is shown, or when something else was asked for meanwhile. */
  push(target: Target): Promise<void>
  replace(target: Target): Promise<void>
  back(): void
  /** The loaded page of a record. */
  componentOf(record: RouteRecord): Component | undefined
}

export const navigationKey: InjectionKey<Navigation> = Symbol('navigation')

export const useRouter = (): Navigation => {
  const navigation = inject(navigationKey)
  if (!navigation) throw new Error('No navigation is installed')
  return navigation
}

/** The place as it is whenever it is read: what a page reads of it, it follows. */
export const useRoute = (): Readonly<Place> => {
  const { place } = useRouter()
  return new Proxy(place.value, { get: (_first, name) => place.value[name as keyof Place] })
}
