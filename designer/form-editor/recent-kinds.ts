// The kinds of questions that this author used last, remembered in this browser.
import { ref } from 'vue'

const storageKey = 'motcua.recentKinds'
const most = 3

const read = (): string[] => {
  try {
    const value: unknown = JSON.parse(globalThis.localStorage?.getItem(storageKey) ?? '[]')
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export const recentKinds = ref(read())

export const useKind = (type: string): void => {
  recentKinds.value = [type, ...recentKinds.value.filter((each) => each !== type)].slice(0, most)
  try {
    globalThis.localStorage?.setItem(storageKey, JSON.stringify(recentKinds.value))
  } catch { /* A private window remembers as long as the page lasts. */ }
}
