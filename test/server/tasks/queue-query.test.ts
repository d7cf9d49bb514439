import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRevisions } from '../../../server/procedures/revision.ts'
import { listEveryDossier, listTasks, tasksOnPage, type QueuePage } from '../../../server/tasks/queue-query.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'
import type { Office } from '../../fixtures/open-office.ts'

const filed = tasksOnPage * 2 + 30

describe.each<Engine>(['sqlite', 'postgres'])('the queue on %s', (engine) => {
  let office: Office
  const read = () => ({ database: office.deps.database, revisions: createRevisions(office.deps.database) })

  beforeAll(async () => {
    office = await openOfficeOn(engine)
    const procedure = await office.publish(buildProcedure())
    const citizen = await office.as('applicant')
    const days = ['2026-11-20', '2026-11-18', '2026-11-19']
    for (let i = 0; i < filed; i++) {
      office.clock.now = `${days[i % 3]}T0${i % 9}:00:00.000Z`
      await fileAtOnce(citizen, procedure)
    }
    // Some steps have no time limit.
    await office.deps.database.commit([{ sql: `UPDATE dossier SET step_due_at = NULL WHERE id IN (SELECT id FROM dossier ORDER BY id LIMIT 40)`, parameters: [] }])
  })
  afterAll(() => office.close())

  const readAll = async (page: (after?: string) => Promise<QueuePage>) => {
    const pages = [await page()]
    for (let last = pages[0]!; last.next !== undefined; pages.push(last)) last = await page(last.next)
    return pages.flatMap(({ tasks }) => tasks)
  }

  it('gives every task once, earliest due first, those without a limit last', async () => {
    const tasks = await readAll((after) => listTasks(read(), ['one-stop', 'clerk'], after))
    expect(new Set(tasks.map((task) => task.dossierId)).size).toBe(filed)
    expect(tasks).toHaveLength(filed)
    const due = tasks.map((task) => task.stepDueAt ?? '9999')
    expect(due).toEqual([...due].sort())
    expect(due.filter((each) => each === '9999')).toHaveLength(40)
  })

  it('gives an officer nothing of other roles', async () => {
    expect((await listTasks(read(), ['specialist'])).tasks).toEqual([])
    expect((await listTasks(read(), [])).tasks).toEqual([])
  })

  it('gives every filed dossier once, newest first', async () => {
    const tasks = await readAll((after) => listEveryDossier(read(), after))
    expect(new Set(tasks.map((task) => task.dossierId)).size).toBe(filed)
    const submitted = tasks.map((task) => task.submittedAt ?? '')
    expect(submitted).toEqual([...submitted].sort().reverse())
  })

  it('starts again from the top for a place that it never gave out', async () => {
    const first = await listTasks(read(), ['one-stop'])
    for (const after of ['', 'x', '%%%', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')]) {
      expect((await listTasks(read(), ['one-stop'], after)).tasks[0]).toEqual(first.tasks[0])
    }
  })
})
