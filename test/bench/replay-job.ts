// How long the server takes to play a change through ten thousand drafts of sixty questions, from the request to the numbers, on SQLite,
// and how long the longest other request waits meanwhile: run by itself, `npx tsx test/bench/replay-job.ts`.
import { compiledOnce } from '#core/change/classify-change.ts'
import type { ChangeReplay, Procedure } from '#schemas/generated/types.ts'
import { createDossierRepository } from '../../server/dossiers/repository.ts'
import { buildProcedure } from '../fixtures/build.ts'
import { changedProcedure, draftNumber, largeProcedure } from '../fixtures/many-drafts.ts'
import { openReviewRoomOn } from '../fixtures/review-room.ts'

const drafts = 10_000
const room = await openReviewRoomOn('sqlite')
const { deps } = room.office
const filed = (document: Procedure): Procedure => ({ ...buildProcedure('1.5'), form: document.form!, fees: document.fees!, scenarios: [] })

const { id, hash } = await room.office.publish(filed(largeProcedure))
const form = compiledOnce(largeProcedure.form!)
for (let n = 0; n < drafts; n += 500) {
  await deps.database.commit(Array.from({ length: 500 }, (_each, i) => createDossierRepository(deps.database).insert(
    { id: deps.newId(), procedureId: id, revision: hash, applicantId: 'x', channel: 'online', state: 'draft', answers: draftNumber(form, '2026-11-21', n + i), records: {}, version: 1 }, {}, deps.now())).flat())
}
const { version } = (await room.administrator.get(`/api/designer/procedures/${id}`)).body as { version: number }
await room.save(id, filed(changedProcedure), version)
const request = await room.open(id)
if (!request.hash) throw new Error(JSON.stringify(request).slice(0, 2000))
const at = `/api/designer/change-requests/${request.id}/replay`

const [start, cpu] = [performance.now(), process.cpuUsage()]
await room.reviewer.post(at, {})
let [longest, now] = [0, {} as ChangeReplay]
do {
  const asked = performance.now()
  now = (await room.reviewer.get(at)).body as ChangeReplay
  longest = Math.max(longest, performance.now() - asked)
  await new Promise((resolve) => setTimeout(resolve, 200))
} while (now.state === 'running')
const spent = process.cpuUsage(cpu)
console.log(now.state, JSON.stringify(now.drafts.verdicts))
console.log(`${now.done} of ${now.total} drafts: ${Math.round(performance.now() - start)} ms on the clock, ${Math.round((spent.user + spent.system) / 1000)} ms of the processor; the longest other request ${Math.round(longest)} ms`)
await room.office.close()
process.exit(0)
