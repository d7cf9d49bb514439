// Whether find is open, and what was looked for last: it stays while one goes to a hit and comes back.
import { reactive } from 'vue'

export type FindMode = 'find' | 'replace'

export const findState = reactive({ isOpen: false, mode: 'find' as FindMode, words: '', by: '', accents: false, letterCase: false, wholeWords: false })

export const openFind = (mode: FindMode): void => {
  findState.mode = mode
  findState.isOpen = true
}
