// The undo of a draft across visits: the last five hundred entries stay in this browser and come back when the document is
// still the one that they end in.
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { emptyHistory, longestHistory, type History } from './history.ts'

/** Characters; more than this is the memory of a whole afternoon and not worth the space. */
const largest = 1_500_000

/** FNV-1a over the text: enough to tell whether it is the same document. */
const fingerprint = (document: Procedure): string => {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(document)) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(16)
}

export interface KeptHistory {
  /** Empty when nothing is kept, or when the document is another one by now. */
  read(document: Procedure): History
  write(document: Procedure, history: History): void
}

const isHistory = (value: unknown): value is { of: string, past: History['past'], future: History['future'] } =>
  isRecord(value) && typeof value['of'] === 'string' && Array.isArray(value['past']) && Array.isArray(value['future'])

export const keptHistory = (id: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptHistory => {
  const key = `motcua.history.${id}`
  return {
    read: (document) => {
      try {
        const value: unknown = JSON.parse(storage.getItem(key) ?? 'null')
        return isHistory(value) && value.of === fingerprint(document) ? { past: value.past, future: value.future } : emptyHistory
      } catch {
        return emptyHistory
      }
    },
    write: (document, { past, future }) => {
      try {
        const text = JSON.stringify({ of: fingerprint(document), past: past.slice(-longestHistory), future })
        if (text.length > largest || past.length + future.length === 0) storage.removeItem(key)
        else storage.setItem(key, text)
      } catch { /* Full or refused: undo then ends with the visit. */ }
    },
  }
}
