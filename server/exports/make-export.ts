// Makes files from documents, each once: what a published revision became is kept, and whoever asks while it is being made
// waits for the same work. The line of those who wait is short, so that nobody can fill it.
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import { createThreadQueue } from '../validators/thread-queue.ts'
import { createRecent } from '../validators/validator-cache.ts'
import type { ExportRequest } from './export-worker.ts'

export type ExportedFile = string | Uint8Array<ArrayBuffer>

/** `key` names what is asked for, content and all; undefined when nothing could be made of the document. */
export type MakeExport = (key: string, request: () => ExportRequest) => Promise<ExportedFile | undefined>

const inThread = createThreadQueue<ExportRequest, ExportedFile | undefined>(new URL('./export-worker.ts', import.meta.url), { withinMs: limits.exportMs, heapMb: 256 })

/** For what is kept elsewhere: made anew for whoever asks. */
export const makeFile = (request: ExportRequest): Promise<ExportedFile | undefined> => inThread(request)

/** For what belongs to one person: made for whoever asks and kept nowhere; undefined when it could not be made. */
export const createPassingExports = (): ((request: ExportRequest) => Promise<ExportedFile | undefined>) => {
  let underWay = 0
  return async (request) => {
    if (underWay >= limits.waitingExports) throw new ProblemError('too-many')
    underWay += 1
    try {
      return await inThread(request)
    } catch {
      return undefined
    } finally {
      underWay -= 1
    }
  }
}

export const createExports = (): MakeExport => {
  const made = createRecent<ExportedFile>(limits.keptExports)
  const underWay = new Map<string, Promise<ExportedFile | undefined>>()

  const make = async (key: string, request: ExportRequest): Promise<ExportedFile | undefined> => {
    try {
      const file = await inThread(request)
      if (file !== undefined) made.set(key, file)
      return file
    } catch {
      return undefined
    } finally {
      underWay.delete(key)
    }
  }

  return async (key, request) => {
    const known = made.get(key) ?? underWay.get(key)
    if (known !== undefined) return known
    if (underWay.size >= limits.waitingExports) throw new ProblemError('too-many')
    const making = make(key, request())
    underWay.set(key, making)
    return making
  }
}
