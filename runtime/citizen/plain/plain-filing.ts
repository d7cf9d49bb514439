// What the pages of a filing are told where no scripts run: what is wrong with what was just sent, what was typed and is not
// saved, and the parts that only such a page has. In the app nothing provides it.
import { inject, type Component, type InjectionKey } from 'vue'
import type { Answers } from '#core/issues/json-pointer.ts'

export interface PlainFiling {
  /** Id of the form on the page. */
  form: string
  /** Where the form is sent: without the fragment of the page, which a browser would carry on to the next. */
  action: string
  /** Pointers of questions whose faults are told now. */
  revealed: readonly string[]
  failures: ReadonlyMap<string, string>
  typed: Answers | undefined
  /** Hidden fields of every form that is filled in. */
  fields: Component
  /** What stands above a page of a filing. */
  notice: Component
  /** What became of what was sent, for every other page. */
  said: Component
  /** Buttons that only a page without scripts needs. */
  buttons: Component
}

export const plainFilingKey: InjectionKey<PlainFiling> = Symbol('plain filing')

/** Undefined in the app. */
export const usePlainFiling = (): PlainFiling | undefined => inject(plainFilingKey, undefined)
