// The inputs that weigh most and stand on few pages: a phone loads them with the page that asks with them. Where they are
// not loaded before, each comes when it is first drawn.
import { defineAsyncComponent, type Component } from 'vue'
import type { InputKind } from '#core/form/input-kind.ts'

const sources = {
  combobox: () => import('./ComboboxInput.vue'),
  suggest: () => import('./SuggestInput.vue'),
  file: () => import('./FileInput.vue'),
  identity: () => import('./IdentityInput.vue'),
  repeat: () => import('./RepeatInput.vue'),
  money: () => import('./MoneyInput.vue'),
  longText: () => import('./LongTextInput.vue'),
  choices: () => import('./ChoicesInput.vue'),
  computed: () => import('./ComputedInput.vue'),
  address: () => import('./AddressInput.vue'),
} satisfies Partial<Record<InputKind, () => Promise<{ default: Component }>>>

export type LateKind = keyof typeof sources

const isLate = (kind: InputKind): kind is LateKind => kind in sources
const loaded = new Map<LateKind, Component>()
const drawnFirst = new Map<LateKind, Component>()

/** Inputs that are at hand already. */
export const keepInputs = (components: Partial<Record<LateKind, Component>>): void => {
  for (const [kind, component] of Object.entries(components)) loaded.set(kind as LateKind, component)
}

const loadInput = async (kind: LateKind): Promise<Component> => {
  const component = loaded.get(kind) ?? (await sources[kind]()).default
  loaded.set(kind, component)
  return component
}

/** Resolves when these kinds can be drawn at once; what cannot be fetched now is asked for again when it is drawn. */
export const loadInputs = async (kinds: Iterable<InputKind>): Promise<void> => void await Promise.allSettled([...kinds].filter(isLate).map(loadInput))

export const lateInput = (kind: LateKind): Component => {
  const present = loaded.get(kind) ?? drawnFirst.get(kind)
  if (present) return present
  const coming = defineAsyncComponent(() => loadInput(kind))
  drawnFirst.set(kind, coming)
  return coming
}
