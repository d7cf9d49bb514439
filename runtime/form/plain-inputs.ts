// What a page of a form needs where no scripts run: the inputs in place of those that only scripts bring to life, and what
// stands below a question there. Given by the pages that the server draws; in the app nothing provides it.
import { inject, provide, type Component, type InjectionKey } from 'vue'
import type { InputKind } from '#core/form/input-kind.ts'

export interface PlainInputs {
  inputs: Partial<Record<InputKind, { component: Component }>>
  /** Told the pointer of the question. */
  below: Component
  /** Sentences that no judge can say, by pointer: a file that could not be taken. */
  failures?: ReadonlyMap<string, string>
}

const plainInputsKey: InjectionKey<PlainInputs> = Symbol('plain inputs')

export const providePlainInputs = (inputs: PlainInputs): void => provide(plainInputsKey, inputs)

/** Undefined in the app. */
export const usePlainInputs = (): PlainInputs | undefined => inject(plainInputsKey, undefined)
