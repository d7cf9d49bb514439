// The copy of an unsaved draft in this browser: what a closed tab, a crash or a dead battery leaves behind.
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'

export interface Kept {
  document: Procedure
  /** The saved version that it was made from. */
  version: number
  /** The content of that version; absent in copies that older pages left behind. */
  base?: Procedure
}

export interface KeptDraft {
  read(): Kept | undefined
  /** False when the browser refused to keep it. */
  write(kept: Kept): boolean
  remove(): void
}

const isKept = (value: unknown): value is Kept => isRecord(value) && typeof value['version'] === 'number' && isRecord(value['document']) && isRecord(value['document']['info']) && (value['base'] === undefined || isRecord(value['base']))

export const keptDraft = (id: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptDraft => {
  const key = `motcua.draft.${id}`
  return {
    read: () => {
      try {
        const value: unknown = JSON.parse(storage.getItem(key) ?? 'null')
        return isKept(value) ? value : undefined
      } catch {
        return undefined
      }
    },
    write: (kept) => {
      try {
        storage.setItem(key, JSON.stringify(kept))
        return true
      } catch {
        return false
      }
    },
    remove: () => storage.removeItem(key),
  }
}
