// The thread in which documents become files for people and programs outside: what a document asks for costs this thread
// its time and memory, not the server.
import { parentPort } from 'node:worker_threads'
import { writeTypes } from './write-types.ts'

export type ExportRequest = { kind: 'types'; schema: string }

const carryOut = (request: ExportRequest): Promise<string | Uint8Array> => writeTypes(JSON.parse(request.schema))

parentPort?.on('message', (request: ExportRequest) => {
  // What fails says nothing of its own: the asker is told by an empty answer.
  void carryOut(request).catch(() => undefined).then((file) => parentPort?.postMessage(file))
})
parentPort?.postMessage('ready')
