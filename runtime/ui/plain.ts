// Whether a page is drawn for a browser that runs no scripts: then what is pressed is sent as a form, and the server
// answers with the next page. The same components serve both; in the app nothing provides this.
import { inject, provide, type InjectionKey } from 'vue'
import type { Problem } from '#schemas/generated/types.ts'

export interface PlainPage {
  /** Path and query of the page. */
  address: string
  /** Id of the form that is being filled in here: what leads away from it saves it first. */
  form: string | undefined
  /** What was sent and is to be shown again, by name. */
  fields: Readonly<Record<string, string>>
  /** What could not be done with it. */
  problem: Problem | undefined
  /** Answers to a form of the product itself that were sent and are not saved. */
  own?: Readonly<Record<string, unknown>> | undefined
}

const plainKey: InjectionKey<PlainPage> = Symbol('plain page')

export const providePlain = (page: PlainPage): void => provide(plainKey, page)

/** Undefined in the app. */
export const usePlain = (): PlainPage | undefined => inject(plainKey, undefined)
