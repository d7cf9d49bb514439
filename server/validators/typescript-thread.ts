// Starts a thread whose code is TypeScript: a thread of Node 20 does not take over the translator of its parent, so it
// registers its own first.
import { Worker, type WorkerOptions } from 'node:worker_threads'

export const startThread = (file: URL, options: WorkerOptions = {}): Worker =>
  new Worker(new URL('./typescript-thread.mjs', import.meta.url), { ...options, argv: [file.href] })
