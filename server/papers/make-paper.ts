// Makes the PDF of an issued paper: once. Whoever comes again, after a crash or at the same time, takes what is stored
// already; a file is in storage whole or not at all.
import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { makeFile } from '../exports/make-export.ts'
import { findPaper, markMade, type StoredPaper } from './repository.ts'

type PaperDeps = Pick<Deps, 'database' | 'storage' | 'now'>

const pieces = async function * (file: Uint8Array): AsyncIterable<Uint8Array> { yield file }

const measureStored = async ({ storage }: PaperDeps, id: string): Promise<{ size: number; sha256: string } | undefined> => {
  const stream = await storage.get(id)
  if (!stream) return undefined
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

const draw = async (deps: PaperDeps, { id, model, number }: StoredPaper): Promise<{ size: number; sha256: string }> => {
  const file = await makeFile({ kind: 'paper', model, number })
  if (!(file instanceof Uint8Array)) throw new Error(`No PDF could be made of paper ${id}`)
  const made = { size: file.length, sha256: createHash('sha256').update(file).digest('hex') }
  try {
    await deps.storage.put(id, { ...made, read: () => pieces(file) })
  } catch (error) {
    // Somebody else stored it meanwhile.
    const stored = await measureStored(deps, id)
    if (!stored) throw error
    return stored
  }
  return made
}

const make = async (deps: PaperDeps, paper: StoredPaper): Promise<StoredPaper> => {
  const made = (await measureStored(deps, paper.id)) ?? await draw(deps, paper)
  await deps.database.commit([markMade(paper.id, made, deps.now())])
  return (await findPaper(deps.database, paper.id)) ?? { ...paper, made }
}

const underWay = new Map<string, Promise<StoredPaper>>()

export const makePaper = (deps: PaperDeps, paper: StoredPaper): Promise<StoredPaper> => {
  if (paper.made) return Promise.resolve(paper)
  const making = underWay.get(paper.id) ?? make(deps, paper).finally(() => underWay.delete(paper.id))
  underWay.set(paper.id, making)
  return making
}
