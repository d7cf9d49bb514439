// The slot under the pointer while something is dragged, for the slots to show it.
import type { InjectionKey, Ref } from 'vue'

export const overSlotKey: InjectionKey<Ref<string | undefined>> = Symbol('slot under the pointer')
