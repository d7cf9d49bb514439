// Whether a page is drawn for a browser that runs no scripts: then what is pressed is sent as a form, and the server
// answers with the next page. The same components serve both; in the app nothing provides this.
import { inject, provide, type InjectionKey } from 'vue'

export interface PlainPage {
  /** Id of the form that is being filled in here: what leads away from it saves it first. */
  form?: string
  /** Where leaving the account leads, signing in included. */
  signInPath: string
}

const plainKey: InjectionKey<PlainPage> = Symbol('plain page')

export const providePlain = (page: PlainPage): void => provide(plainKey, page)

/** Undefined in the app. */
export const usePlain = (): PlainPage | undefined => inject(plainKey, undefined)
