// The page thread's side of the commit worker: sends units of work and hands each its outcome.
import { limits } from '../../limits.ts'
import { startThread } from '../../validators/typescript-thread.ts'
import { ConflictError, type Commit, type WriteResult } from '../unit-of-work.ts'
import type { GroupReply, UnitMessage, WorkerData, WorkerMessage } from './commit-worker.ts'
import type { Outcome } from './group-commit.ts'

interface Waiting {
  resolve: (results: WriteResult[]) => void
  reject: (error: Error) => void
}

export interface CommitWorker {
  commit: Commit
  close: () => Promise<void>
}

const settle = (waiting: Waiting, outcome: Outcome): void => {
  if ('results' in outcome) waiting.resolve(outcome.results)
  else if ('conflict' in outcome) waiting.reject(new ConflictError(outcome.conflict.index, outcome.conflict.kind))
  else waiting.reject(new Error(outcome.error))
}

/** Starts the worker; `onDeath` is called when it ends without being asked to: nothing can be stored any more. */
export const startCommitWorker = async (file: string, onDeath: (error: Error) => void): Promise<CommitWorker> => {
  const data: WorkerData = { file, groupUnits: limits.groupUnits, groupWaitMs: limits.groupWaitMs }
  const worker = startThread(new URL('./commit-worker.ts', import.meta.url), { workerData: data })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closing = false

  const fail = (error: Error): void => {
    for (const unit of waiting.values()) unit.reject(error)
    waiting.clear()
  }

  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
  worker.removeAllListeners('error')
  worker.on('error', (error) => {
    fail(error as Error)
    onDeath(error as Error)
  })
  worker.once('exit', () => {
    const error = new Error('The commit worker ended')
    fail(error)
    if (!closing) onDeath(error)
  })
  worker.on('message', (reply: GroupReply | 'closed') => {
    if (reply === 'closed') return
    reply.ids.forEach((id, i) => {
      const unit = waiting.get(id)
      const outcome = reply.outcomes[i]
      waiting.delete(id)
      if (unit && outcome) settle(unit, outcome)
    })
  })

  const send = (message: WorkerMessage): void => worker.postMessage(message)
  return {
    commit: (writes) => new Promise((resolve, reject) => {
      if (closing) return reject(new Error('The database is closed'))
      const unit: UnitMessage = { id: ++lastId, writes }
      waiting.set(unit.id, { resolve, reject })
      send(unit)
    }),
    close: async () => {
      closing = true
      send('close')
      await ended
    },
  }
}
