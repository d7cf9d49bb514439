// Files that are on their way, kept in this browser until the server has them: a reload or a dead battery does not make
// the person look for the paper again. Where the browser keeps nothing, the upload lasts as long as the page.
const name = 'motcua-files'
const store = 'files'
const keepMs = 24 * 3_600_000

interface Kept {
  key: string
  place: string
  at: number
  file: File
}

/** What tells this file from others of the same person. */
export const markOf = ({ name: called, size, lastModified }: File): string => `${called.normalize('NFC').slice(0, 300)}|${size}|${lastModified}`

const placeOf = (dossier: string, question: string): string => `${dossier} ${question}`

const settled = <T>(asked: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result)
  asked.onerror = () => reject(asked.error ?? new Error('not kept'))
})

const withFiles = async <T>(mode: IDBTransactionMode, work: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
  try {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => void opening.result.createObjectStore(store, { keyPath: 'key' })
    const database = await settled(opening)
    const result = await settled(work(database.transaction(store, mode).objectStore(store)))
    database.close()
    return result
  } catch {
    return undefined
  }
}

export const keepFile = async (dossier: string, question: string, file: File): Promise<void> => {
  const place = placeOf(dossier, question)
  await withFiles('readwrite', (files) => files.put({ key: `${place} ${markOf(file)}`, place, at: Date.now(), file } satisfies Kept))
}

export const forgetFile = async (dossier: string, question: string, file: File): Promise<void> => {
  await withFiles('readwrite', (files) => files.delete(`${placeOf(dossier, question)} ${markOf(file)}`))
}

/** What was on its way to this question; what is too old is forgotten. */
export const listKeptFiles = async (dossier: string, question: string): Promise<File[]> => {
  const all = (await withFiles('readonly', (files) => files.getAll() as IDBRequest<Kept[]>)) ?? []
  const old = all.filter(({ at }) => at < Date.now() - keepMs)
  for (const { key } of old) await withFiles('readwrite', (files) => files.delete(key))
  return all.filter((kept) => kept.place === placeOf(dossier, question) && !old.includes(kept)).map(({ file }) => file)
}
