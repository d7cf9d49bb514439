import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueueEntry, QueueFilters, QueuePage } from '#schemas/generated/types.ts'
import { createRevisions } from '../../../server/procedures/revision.ts'
import { findFiled } from '../../../server/tasks/find-filed.ts'
import { momentOf } from '../../../server/tasks/queue-filters.ts'
import { listTasks, tasksOnPage, type Asked } from '../../../server/tasks/queue-query.ts'
import type { OpenTab, Viewer } from '../../../server/tasks/queue-scope.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { calendar2026 } from '../../fixtures/calendar.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office } from '../../fixtures/open-office.ts'
import { fileOne } from '../../fixtures/queue.ts'

const filed = tasksOnPage * 2 + 30
const withoutClock = 40
const byPost = 30

describe.each<Engine>(['sqlite', 'postgres'])('the queue on %s', (engine) => {
  let opened: Office
  let procedure: { id: string; hash: string }
  let other: { id: string; hash: string }
  const source = () => ({ database: opened.deps.database, revisions: createRevisions(opened.deps.database) })
  const asked = (filters: QueueFilters = {}, after?: string): Asked => ({ filters, moment: momentOf('2026-11-20T03:00:00.000Z', calendar2026), persons: true, after })
  const at = (...places: string[]) => ({ places: { own: new Set(places) } })
  const oneStop: Viewer = { id: 'officer-1', roles: ['one-stop', 'clerk'], ...at() }

  beforeAll(async () => {
    opened = await openOfficeOn(engine)
    const office = opened
    ;[procedure, other] = [await office.publish(buildProcedure()), await office.publish(buildProcedure('1.000002'))]
    const days = ['2026-11-20', '2026-11-18', '2026-11-19']
    for (let i = 0; i < filed; i++) {
      office.clock.now = `${days[i % 3]}T0${i % 9}:00:00.000Z`
      await fileOne(office, i % 10 === 0 ? other : procedure, `queue-${i}`)
    }
    await office.deps.database.commit([
      { sql: `UPDATE task SET place = '9999-12-31T23:59:59.999Z0' WHERE dossier_id IN (SELECT id FROM dossier ORDER BY id LIMIT ${withoutClock})`, parameters: [] },
      { sql: `UPDATE task SET channel = 'post', place = SUBSTR(place, 1, 24) || '1' WHERE dossier_id IN (SELECT id FROM dossier ORDER BY id DESC LIMIT ${byPost})`, parameters: [] },
      { sql: `UPDATE dossier SET channel = 'post' WHERE id IN (SELECT dossier_id FROM task WHERE channel = 'post')`, parameters: [] },
    ])
  })
  afterAll(() => opened.close())

  const readAll = async (page: (after?: string) => Promise<QueuePage>): Promise<QueueEntry[]> => {
    const pages = [await page()]
    for (let last = pages[0]!; last.next !== undefined; pages.push(last)) last = await page(last.next)
    return pages.flatMap(({ tasks }) => tasks)
  }
  const listed = (tab: OpenTab, filters: QueueFilters = {}, viewer = oneStop) => readAll((after) => listTasks(source(), viewer, tab, asked(filters, after)))
  const dueOf = ({ stepDueAt, dueAt, status }: QueueEntry): string => (status === undefined ? '9999' : [stepDueAt, dueAt].filter((each) => each !== null).sort()[0] ?? '9999')

  it('gives every task once, what is due first before the others, what no clock runs for last', async () => {
    const tasks = await listed('unit')
    expect(new Set(tasks.map((task) => task.dossierId)).size).toBe(filed)
    expect(tasks).toHaveLength(filed)
    const due = tasks.map(dueOf)
    expect(due).toEqual([...due].sort())
    expect(due.filter((each) => each === '9999')).toHaveLength(withoutClock)
  })

  it('puts what was filed online before what came by post with the same due date', async () => {
    const keys = (await listed('all')).map((task) => `${dueOf(task)} ${task.channel === 'online' ? 0 : 1}`)
    expect(keys).toEqual([...keys].sort())
    expect(keys.filter((key) => key.endsWith('1'))).toHaveLength(byPost)
  })

  it('gives an officer nothing of other roles, and of a unit nothing to others', async () => {
    expect((await listTasks(source(), { id: 'x', roles: ['specialist'], ...at() }, 'unit', asked())).tasks).toEqual([])
    expect((await listTasks(source(), { id: 'x', roles: [], ...at() }, 'unit', asked())).tasks).toEqual([])
    const [one] = await listed('unit')
    const { database } = opened.deps
    await database.commit([{ sql: `UPDATE task SET unit = 'H26.02' WHERE dossier_id = ?`, parameters: [one!.dossierId] }])
    expect((await listed('unit')).map((task) => task.dossierId)).not.toContain(one!.dossierId)
    expect(await listed('unit', {}, { ...oneStop, ...at('one-stop/H26.02') })).toHaveLength(filed)
    await database.commit([{ sql: `UPDATE task SET unit = '' WHERE dossier_id = ?`, parameters: [one!.dossierId] }])
  })

  it('parts what is overdue, what is due soon and what has time', async () => {
    const all = await listed('unit')
    for (const status of ['overdue', 'soon', 'onTime'] as const) expect(await listed('unit', { status })).toEqual(all.filter((task) => task.status === status))
    expect(new Set(all.map((task) => task.status))).toEqual(new Set(['overdue', 'soon', undefined]))
  })

  it('filters by procedure, step, channel and day of receipt, alone and together', async () => {
    const all = await listed('unit')
    expect(await listed('unit', { procedure: other.id })).toEqual(all.filter((task) => task.procedureId === other.id))
    expect(await listed('unit', { step: 'decision' })).toEqual([])
    expect(await listed('unit', { channel: 'post', procedure: procedure.id })).toEqual(all.filter((task) => task.channel === 'post' && task.procedureId === procedure.id))
    const onThe19th = await listed('all', { receivedFrom: '2026-11-19', receivedTo: '2026-11-19' })
    expect(onThe19th).toEqual(all.filter((task) => task.submittedAt!.startsWith('2026-11-19')))
    expect(onThe19th.length).toBeGreaterThan(20)
  })

  it('finds words without accents within a tab too', async () => {
    expect(await listed('unit', { q: 'nguyễn văn an' })).toHaveLength(filed)
    expect(await listed('unit', { q: 'vu cong dan' })).toHaveLength(filed)
    expect(await listed('unit', { q: 'le thi' })).toEqual([])
  })

  it('gives every filed dossier once, newest first', async () => {
    const tasks = await readAll((after) => findFiled(source(), asked({}, after)))
    expect(new Set(tasks.map((task) => task.dossierId)).size).toBe(filed)
    const submitted = tasks.map((task) => task.submittedAt ?? '')
    expect(submitted).toEqual([...submitted].sort().reverse())
  })

  it('starts again from the top for a place that it never gave out', async () => {
    const top = await listTasks(source(), oneStop, 'unit', asked())
    for (const after of ['', 'x', '%%%', Buffer.from('[1,2,3]').toString('base64url'), Buffer.from('{}').toString('base64url')]) {
      expect((await listTasks(source(), oneStop, 'unit', asked({}, after))).tasks[0]).toEqual(top.tasks[0])
    }
  })
})
