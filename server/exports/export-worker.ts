// The thread in which documents become files for people and programs outside: what a document asks for costs this thread
// its time and memory, not the server.
import { parentPort } from 'node:worker_threads'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { writeForm } from './write-form.ts'
import { writeTypes } from './write-types.ts'

export type ExportRequest =
  | { kind: 'types'; schema: string }
  /** madeAt: the instant that the PDF says it was made, so that the same content is the same file. */
  | { kind: 'form'; document: Procedure; locale: Locale; madeAt: string }

const carryOut = (request: ExportRequest): Promise<string | Uint8Array> =>
  (request.kind === 'types' ? writeTypes(JSON.parse(request.schema)) : writeForm(request.document, request.locale, request.madeAt))

parentPort?.on('message', (request: ExportRequest) => {
  // What fails says nothing of its own: the asker is told by an empty answer.
  void carryOut(request).catch(() => undefined).then((file) => parentPort?.postMessage(file))
})
parentPort?.postMessage('ready')
