// The thread that owns the only writing connection. While one group is being synced the next one gathers, so the page
// thread never waits for the disk.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Write } from '../unit-of-work.ts'
import { openWriter } from './connection.ts'
import { createGroupCommit, type Outcome } from './group-commit.ts'

export interface WorkerData {
  file: string
  groupUnits: number
  groupWaitMs: number
}

export interface UnitMessage {
  id: number
  writes: readonly Write[]
}

export type WorkerMessage = UnitMessage | 'close'

export interface GroupReply {
  ids: number[]
  outcomes: Outcome[]
}

const start = (port: NonNullable<typeof parentPort>, { file, groupUnits, groupWaitMs }: WorkerData): void => {
  const connection = openWriter(file)
  const commitGroup = createGroupCommit(connection)
  let gathered: UnitMessage[] = []
  let timer: NodeJS.Timeout | undefined
  let lastGroup = 1

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const units = gathered
    gathered = []
    if (units.length === 0) return
    lastGroup = units.length
    const outcomes = commitGroup(units.map((unit) => unit.writes))
    port.postMessage({ ids: units.map((unit) => unit.id), outcomes } satisfies GroupReply)
  }

  const close = (): void => {
    flush()
    connection.close()
    port.postMessage('closed')
    port.close()
  }

  const take = (message: WorkerMessage): void => {
    if (message === 'close') return close()
    gathered.push(message)
    if (gathered.length >= groupUnits) flush()
  }

  port.on('message', (message: WorkerMessage) => {
    take(message)
    for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port)) take(more.message as WorkerMessage)
    if (gathered.length === 0 || timer) return
    // Alone: no reason to wait. In company: a short wait lets one sync serve more people.
    if (gathered.length === 1 && lastGroup === 1) flush()
    else timer = setTimeout(flush, groupWaitMs)
  })
  port.postMessage('ready')
}

if (parentPort) start(parentPort, workerData as WorkerData)
