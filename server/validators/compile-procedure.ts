// Compiles a document in a thread of its own with limits of time and memory. One thread serves documents one after the
// other; a document that takes too much ends it, and the next document gets a new one.
import type { Worker } from 'node:worker_threads'
import type { Procedure } from '#schemas/generated/types.ts'
import { limits } from '../limits.ts'
import type { CompileReply } from './compile-worker.ts'
import { notCompiled, tooLarge } from './limit-texts.ts'
import { startThread } from './typescript-thread.ts'

// Judging whether a browser could hang on a pattern takes most of it: a few tenths of a second for a form of many patterns.
const compileMs = 5000
// Loading the compiler itself is not the document's fault, whatever else the machine does meanwhile.
const startMs = 30_000

let thread: Promise<Worker> | undefined
let last: Promise<unknown> = Promise.resolve()

const forget = (): void => void (thread = undefined)

const start = async (): Promise<Worker> => {
  const worker = startThread(new URL('./compile-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  })
  worker.on('error', forget)
  worker.on('exit', forget)
  await nextMessage(worker, startMs)
  return worker
}

/** What the thread says next; it keeps the process alive only that long. */
const nextMessage = (worker: Worker, within: number): Promise<unknown> => new Promise((resolve, reject) => {
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
    reject(new Error('The compiler ended or took too long'))
  }
  const timer = setTimeout(fail, within)
  worker.ref()
  worker.on('message', succeed).on('error', fail).on('exit', fail)
})

const compileInThread = async (text: string): Promise<CompileReply> => {
  thread ??= start()
  try {
    const worker = await thread
    const reply = nextMessage(worker, compileMs)
    worker.postMessage(text)
    return await reply as CompileReply
  } catch {
    forget()
    return { issues: [notCompiled('/form')] }
  }
}

/** The published schema and validators of a document of the right shape, or what its author must mend. */
export const compileProcedure = (procedure: Procedure): Promise<CompileReply> => {
  const text = JSON.stringify(procedure)
  if (Buffer.byteLength(text) > limits.documentBytes) return Promise.resolve({ issues: [tooLarge(limits.documentBytes)] })
  const mine = last.then(() => compileInThread(text))
  last = mine
  return mine
}
