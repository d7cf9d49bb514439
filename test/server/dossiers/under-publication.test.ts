// The whole of it at once, at real servers over HTTP: people file without a pause while revisions come into force in every way, by hand
// and by the clock, one is taken back, and a server is killed while it moves drafts. Two servers where the database lets them.
import { describe, expect, it } from 'vitest'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { ChangeMigration, ChangePlan, Dossier, Procedure } from '#schemas/generated/types.ts'
import { verifyProcedureEvents } from '../../../server/audit/procedure-events.ts'
import { verifyAudit } from '../../../server/audit/repository.ts'
import { readConfig } from '../../../server/config.ts'
import type { Database } from '../../../server/db/database.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { startServer, type RunningServer } from '../../../server/main.ts'
import { createRevisions } from '../../../server/procedures/revision.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { calendar2026 } from '../../fixtures/calendar.ts'
import { asking, moving, renamed } from '../../fixtures/changed-form.ts'
import { gatherCrowd, talker, type Crowd, type Filing } from '../../fixtures/citizens-at-work.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { startMortalServer, type MortalServer } from '../../fixtures/mortal-server.ts'
import { finishOnOld, tightened } from '../../fixtures/review-room.ts'
import { officeTemplate, openPostgresDatabase } from '../../support/postgres.ts'

const code = '1.991'
const finishing: ChangePlan = { disposition: finishOnOld }
const renamedTo = (maxLength: number): Procedure => {
  const document = renamed(code)
  document.form!.schema.properties['hoTen']!.maxLength = maxLength
  return document
}

/** What may judge a filing from some moment on; between the two times, in milliseconds, nobody outside can know whether it has come. */
interface Stage {
  revision: string
  allowed: string[]
  from: number
  surely: number
}

const untouched = 200
const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  const end = Date.now() + 60_000
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`this never came: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

interface Place {
  mortal: MortalServer
  procedure: string
  stages: Stage[]
  crowd: Crowd
}

/** People go on filing until some have filed under what is in force now. */
const someFiled = ({ crowd, stages }: Place): Promise<void> => until(() => crowd.filings.filter(({ filed }) => filed?.revision === stages.at(-1)!.revision).length >= 5)

const enter = async ({ stages }: Place, revision: string, allowed: string[], doing: () => Promise<unknown>): Promise<void> => {
  const from = Date.now()
  await doing()
  stages.push({ revision, allowed, from, surely: Date.now() })
}

const publishNow = async (place: Place, document: Procedure, plan: ChangePlan, also: string[] = []): Promise<string> => {
  const { approve, ask, signIn } = place.mortal
  const { id, hash } = await approve(place.procedure, document, plan)
  const Cookie = await signIn('reviewer')
  await enter(place, hash, [hash, ...also], () => ask('POST', `/api/designer/change-requests/${id}/publication`, { now: true }, { Cookie }))
  return id
}

const publishByClock = async (place: Place, document: Procedure, plan: ChangePlan): Promise<string> => {
  const { approve, ask, signIn } = place.mortal
  const { id, hash } = await approve(place.procedure, document, plan)
  const Cookie = await signIn('reviewer')
  const at = new Date(Date.now() + 1_000).toISOString()
  await ask('POST', `/api/designer/change-requests/${id}/publication`, { at }, { Cookie })
  await enter(place, hash, [hash], () => until(async () => (await ask('GET', `/api/procedures/${place.procedure}`)).body.revision === hash))
  return id
}

const drafts = async (place: Place, request: string): Promise<NonNullable<ChangeMigration['drafts']>> => {
  const { ask, signIn } = place.mortal
  const shown = await ask('GET', `/api/designer/change-requests/${request}/migration`, undefined, { Cookie: await signIn('reviewer') })
  return (shown.body as ChangeMigration).drafts!
}

/** In the middle of moving. */
const killMoving = async (place: Place, request: string): Promise<void> => {
  await until(async () => (await drafts(place, request)).moved > 0)
  await place.mortal.kill()
  await place.mortal.comeBack()
}

const leaveDrafts = async ({ ask, signIn }: MortalServer, procedure: string): Promise<string[]> => {
  const citizen = { Cookie: await signIn('applicant') }
  return Promise.all(Array.from({ length: untouched }, async (_, n) => {
    const { id } = (await ask('POST', '/api/dossiers', { procedure }, citizen)).body.dossier as Dossier
    await ask('PUT', `/api/dossiers/${id}/answers`, { answers: { ten: `Số ${n}`, tuoi: 30, khan: false, so: [{ ten: 'Bản sao', soBan: 1 }] } }, { ...citizen, 'If-Match': '"1"' })
    return id
  }))
}

const goThrough = async (place: Place): Promise<string[]> => {
  const { ask, signIn } = place.mortal
  const [first] = place.stages as [Stage]
  await someFiled(place)
  await publishNow(place, tightened(code, 12), finishing, [first.revision])
  await someFiled(place)
  await publishNow(place, renamedTo(100), asking)
  await someFiled(place)
  const moved = await publishNow(place, tightened(code, 20), moving)
  await killMoving(place, moved)
  await someFiled(place)
  await until(async () => (await drafts(place, moved)).state === 'done')
  const scheduled = await publishByClock(place, renamedTo(60), moving)
  await someFiled(place)
  await until(async () => (await drafts(place, scheduled)).state === 'done')
  const { revision: hash } = place.stages.at(-1)!
  const Cookie = await signIn('administrator')
  await enter(place, '', [], () => ask('POST', `/api/designer/procedures/${place.procedure}/withdrawal`, { reason: 'Sai mẫu', hash }, { Cookie }))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await publishNow(place, tightened(code, 200), finishing)
  await someFiled(place)
  await place.crowd.end()
  return [moved, scheduled]
}

interface Stored {
  id: string
  state: string
  revision: string
  code: string | null
  version: number
  body: string
}

const nameIn = ({ ten, hoTen }: Answers): unknown => ten ?? hoTen

/** Whether it was in force, or open to those who had begun, at some moment between asking and being told. */
const wasAllowed = (stages: readonly Stage[], { revision, sentAt, toldAt }: NonNullable<Filing['filed']>): boolean =>
  stages.some(({ allowed, from }, i) => allowed.includes(revision) && from <= toldAt && (stages[i + 1]?.surely ?? Infinity) >= sentAt)

const assertFilings = async (database: Database, { crowd, stages, procedure }: Place, stored: ReadonlyMap<string, Stored>): Promise<void> => {
  const revisions = createRevisions(database)
  for (const { id, saved, filed } of crowd.filings) {
    const row = stored.get(id)!
    const { answers, aside } = JSON.parse(row.body) as Pick<Dossier, 'answers' | 'aside'>
    if (!filed) {
      // Who came to an empty form may have left without a word.
      if (saved) expect([row.state, nameIn(answers), answers['tuoi'], aside], id).toEqual(['draft', nameIn(saved), saved['tuoi'], undefined])
      continue
    }
    expect([row.state, row.revision, row.code, wasAllowed(stages, filed)], JSON.stringify({ filed, stages })).toEqual(['open', filed.revision, filed.code, true])
    expect(answers, id).toMatchObject(saved!)
    const { form, validate } = (await revisions.get({ procedureId: procedure, revision: row.revision })).judges.applicant!
    expect(validateAnswers(form, answers, { validate, today: vietnamDate(new Date().toISOString()), calendar: calendar2026, files: new Map() })).toEqual([])
  }
  const filed = crowd.filings.flatMap((each) => each.filed ?? [])
  expect(new Set(filed.map((each) => each.code)).size).toBe(filed.length)
  expect([...stored.values()].filter(({ state }) => state === 'open')).toHaveLength(filed.length)
  expect(await database.read(`SELECT dossier_id FROM audit WHERE type = 'submit' GROUP BY dossier_id HAVING COUNT(*) > 1`)).toEqual([])
}

const assertLeft = (stored: ReadonlyMap<string, Stored>, left: readonly string[], { stages }: Place): void => {
  const [first, , , , last] = stages.map(({ revision }) => revision)
  left.forEach((id, n) => {
    const { state, revision, version, body } = stored.get(id)!
    const { answers, aside, moved } = JSON.parse(body) as Pick<Dossier, 'answers' | 'aside' | 'moved'>
    expect([state, revision, version, moved?.version], `${n}`).toEqual(['draft', last, 4, 4])
    expect([answers, aside]).toEqual([{ hoTen: `Số ${n}`, tuoi: 30, khan: false }, [expect.objectContaining({ pointer: '/so', value: [{ ten: 'Bản sao', soBan: 1 }] })]])
    expect(revision).not.toBe(first)
  })
}

const assertHistory = async (database: Database, { procedure, stages }: Place, left: readonly string[], requests: readonly string[]): Promise<void> => {
  const events = await database.read<{ type: string; revision: string; request_id: string | null }>(`SELECT type, revision, request_id FROM procedure_event WHERE procedure_id = ? ORDER BY number`, [procedure])
  expect(events.filter(({ type }) => type === 'published').map(({ revision }) => revision)).toEqual(stages.flatMap(({ revision }) => (revision ? [revision] : [])))
  expect(events.filter(({ type }) => type === 'migrated').map(({ request_id }) => request_id)).toEqual(requests)
  expect([await verifyProcedureEvents(database, procedure), (await verifyAudit(database)).faults]).toEqual([[], []])
  const letters = await database.read<{ dossier_id: string }>(`SELECT dossier_id FROM outbox WHERE kind = 'notify-moved' AND dossier_id IN (${left.map(() => '?').join(', ')})`, [...left])
  expect(letters.map(({ dossier_id }) => dossier_id).sort()).toEqual([...left].sort())
}

/** The second one runs in this process: it is not the one that is killed. */
const openSecond = (databaseUrl: string, dataDir: string): Promise<RunningServer> =>
  startServer(readConfig({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, MOTCUA_DEMO: '1', LOG_LEVEL: 'error', HOST: '127.0.0.1', RATE_FACTOR: '100000' }))

const openPlace = async (engine: Engine): Promise<{ mortal: MortalServer; urls: string[]; open: () => Promise<Database>; close: () => Promise<void> }> => {
  const postgres = engine === 'postgres' ? await openPostgresDatabase(officeTemplate) : undefined
  const mortal = await startMortalServer(postgres && { DATABASE_URL: postgres.url })
  const second = postgres && await openSecond(postgres.url, mortal.dataDir)
  return {
    mortal, urls: [mortal.url, ...(second ? [`http://127.0.0.1:${second.port}`] : [])],
    open: async () => {
      await mortal.kill()
      return openDatabase({ dataDir: mortal.dataDir, databaseUrl: postgres?.url }, (error) => { throw error })
    },
    close: async () => {
      await second?.stop()
      await mortal.close()
      await postgres?.stop()
    },
  }
}

describe('people who file while publications follow each other and a server dies', () => {
  it.concurrent.each<Engine>(['sqlite', 'postgres'])('lose nothing that they were told is kept, and are judged by a revision that was open to them on %s', async (engine) => {
    const { mortal, urls, open, close } = await openPlace(engine)
    try {
      const { id: procedure, hash } = await mortal.publish(buildProcedure(code))
      const left = await leaveDrafts(mortal, procedure)
      const place: Place = { mortal, procedure, stages: [{ revision: hash, allowed: [hash], from: 0, surely: 0 }], crowd: gatherCrowd(talker(urls), procedure, 8) }
      const requests = await goThrough(place)
      const database = await open()
      const rows = await database.read<Stored>('SELECT d.id, d.state, d.revision, d.code, d.version, b.body FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id WHERE d.procedure_id = ?', [procedure])
      const stored = new Map(rows.map((row) => [row.id, row]))
      await assertFilings(database, place, stored)
      assertLeft(stored, left, place)
      await assertHistory(database, place, left, requests)
      expect(place.crowd.turnedAway).toBeGreaterThan(0)
      await database.close()
    } finally {
      await close()
    }
  }, 240_000)
})
