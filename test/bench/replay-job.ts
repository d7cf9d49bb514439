// How long the server takes to play a change through ten thousand drafts of sixty questions, from the request to the numbers, on SQLite,
// beside the core alone, and how long the longest other request waits meanwhile. By itself: `npx tsx test/bench/replay-job.ts`.
import { fileURLToPath } from 'node:url'
import { compiledOnce } from '#core/change/classify-change.ts'
import type { ChangeReplay, Procedure } from '#schemas/generated/types.ts'
import { createDossierRepository } from '../../server/dossiers/repository.ts'
import { buildProcedure } from '../fixtures/build.ts'
import { changedProcedure, draftNumber, largeProcedure } from '../fixtures/many-drafts.ts'
import { openReviewRoomOn, type ReviewRoom } from '../fixtures/review-room.ts'
import { playAlone } from './replay.ts'

const drafts = 10_000
const aloneDrafts = 1_000
const together = 500
const filed = (document: Procedure): Procedure => ({ ...buildProcedure('1.5'), form: document.form!, fees: document.fees!, scenarios: [] })

/** A change under review that meets all of them. */
const prepare = async (room: ReviewRoom): Promise<string> => {
  const { deps, publish } = room.office
  const { id, hash } = await publish(filed(largeProcedure))
  const form = compiledOnce(largeProcedure.form!)
  for (let n = 0; n < drafts; n += together) {
    await deps.database.commit(Array.from({ length: together }, (_each, i) => createDossierRepository(deps.database).insert(
      { id: deps.newId(), procedureId: id, revision: hash, applicantId: 'x', channel: 'online', state: 'draft', answers: draftNumber(form, '2026-11-21', n + i), records: {}, version: 1 }, {}, deps.now())).flat())
  }
  const { version } = (await room.administrator.get(`/api/designer/procedures/${id}`)).body as { version: number }
  await room.save(id, filed(changedProcedure), version)
  return `/api/designer/change-requests/${(await room.open(id)).id}/replay`
}

interface Played {
  now: ChangeReplay
  ms: number
  processorMs: number
  longest: number
}

const play = async ({ reviewer }: ReviewRoom, at: string): Promise<Played> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await reviewer.post(at, {})
  let [longest, now] = [0, {} as ChangeReplay]
  do {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const asked = performance.now()
    now = (await reviewer.get(at)).body as ChangeReplay
    longest = Math.max(longest, performance.now() - asked)
  } while (now.state === 'running')
  const spent = process.cpuUsage(cpu)
  return { now, ms: performance.now() - start, processorMs: (spent.user + spent.system) / 1000, longest }
}

/** A line for the report. */
export const benchReplay = async (): Promise<string> => {
  const alone = playAlone(aloneDrafts) * drafts / aloneDrafts
  const room = await openReviewRoomOn('sqlite')
  try {
    const { now, ms, processorMs, longest } = await play(room, await prepare(room))
    if (now.state !== 'done' || now.done !== drafts) throw new Error(`The replay came to ${now.state} after ${now.done}`)
    return `a change played through ${drafts} drafts of 60 questions: ${ms.toFixed(0)} ms, ${(ms / alone).toFixed(2)} of the core alone in one thread; ${processorMs.toFixed(0)} ms of the processor, the longest other request ${longest.toFixed(0)} ms`
  } finally {
    await room.office.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await benchReplay())
  process.exit(0)
}
