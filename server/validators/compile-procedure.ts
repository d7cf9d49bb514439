// Compiles a document in a thread of its own with limits of time and memory.
import type { Procedure } from '#schemas/generated/types.ts'
import { limits } from '../limits.ts'
import type { CompileReply } from './compile-worker.ts'
import { notCompiled, tooLarge } from './limit-texts.ts'
import { createThreadQueue } from './thread-queue.ts'

// Judging whether a browser could hang on a pattern takes most of the time: a few tenths of a second for a form of many patterns.
const compileInThread = createThreadQueue<string, CompileReply>(new URL('./compile-worker.ts', import.meta.url), { withinMs: 5000, heapMb: 128 })

/** The published schema and validators of a document of the right shape, or what its author must mend. */
export const compileProcedure = async (procedure: Procedure): Promise<CompileReply> => {
  const text = JSON.stringify(procedure)
  if (Buffer.byteLength(text) > limits.documentBytes) return { issues: [tooLarge(limits.documentBytes)] }
  try {
    return await compileInThread(text)
  } catch {
    return { issues: [notCompiled('/form')] }
  }
}
