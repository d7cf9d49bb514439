// Work that a document asks for, done in a thread of its own with limits of time and memory. One thread serves requests one
// after the other; a request that takes too much ends it, and the next request gets a new one.
import type { Worker } from 'node:worker_threads'
import { startThread } from './typescript-thread.ts'

// Loading the thread's own code is no request's fault, whatever else the machine does meanwhile.
const startMs = 30_000

/** What the thread says next; it keeps the process alive only that long. */
const nextMessage = (worker: Worker, within: number, forget: () => void): Promise<unknown> => new Promise((resolve, reject) => {
  const settle = (): void => {
    clearTimeout(timer)
    worker.off('message', succeed).off('error', fail).off('exit', fail)
    worker.unref()
  }
  const succeed = (message: unknown): void => {
    settle()
    resolve(message)
  }
  const fail = (): void => {
    settle()
    forget()
    void worker.terminate()
    reject(new Error('The thread ended or took too long'))
  }
  const timer = setTimeout(fail, within)
  worker.ref()
  worker.on('message', succeed).on('error', fail).on('exit', fail)
})

interface Limits {
  withinMs: number
  heapMb: number
}

export interface ThreadQueue<Request, Reply> {
  (request: Request): Promise<Reply>
  /** Lets the thread and its memory go, for whoever asks no more. */
  end: () => void
}

/** The file posts one message when it is ready and one for each request; asking rejects when there is no answer in time. */
export const createThreadQueue = <Request, Reply>(file: URL, { withinMs, heapMb }: Limits): ThreadQueue<Request, Reply> => {
  let thread: Promise<Worker> | undefined
  let last: Promise<unknown> = Promise.resolve()

  const forget = (): void => void (thread = undefined)

  const start = async (): Promise<Worker> => {
    const worker = startThread(file, { resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 } })
    worker.on('error', forget)
    worker.on('exit', forget)
    await nextMessage(worker, startMs, forget)
    return worker
  }

  const ask = async (request: Request): Promise<Reply> => {
    thread ??= start()
    try {
      const worker = await thread
      const reply = nextMessage(worker, withinMs, forget)
      worker.postMessage(request)
      return await reply as Reply
    } catch (error) {
      forget()
      throw error
    }
  }

  const askInTurn = (request: Request): Promise<Reply> => {
    const mine = last.then(() => ask(request))
    last = mine.catch(() => undefined)
    return mine
  }
  return Object.assign(askInTurn, { end: () => void thread?.then((worker) => worker.terminate(), () => undefined) })
}
