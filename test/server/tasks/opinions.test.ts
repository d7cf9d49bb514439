import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueueEntry } from '#schemas/generated/types.ts'
import { listEvents } from '../../../server/audit/repository.ts'
import { consultingProcedure } from '../../fixtures/consulting.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office } from '../../fixtures/open-office.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { fileOne } from '../../fixtures/queue.ts'

describe.each<Engine>(['sqlite', 'postgres'])('opinions asked for at the same time, on %s', (engine) => {
  let opened: Office
  let oneStop: Person
  let specialist: Person
  let id: string
  const queue = async (who: Person): Promise<QueueEntry[]> => (await who.get('/api/tasks')).body.tasks
  const opine = (who: Person, body: object) => who.post(`/api/tasks/${id}/opinions`, body)

  beforeAll(async () => {
    opened = await openOfficeOn(engine)
    const office = opened
    ;[oneStop, specialist] = [await office.as('oneStop'), await office.as('specialist')]
    id = (await fileOne(office, await office.publish(consultingProcedure()), 'opinions')).id
    await oneStop.post(`/api/tasks/${id}/actions`, { action: 'accept', version: 1 })
  })
  afterAll(() => opened.close())

  it('stand in the queue of everybody who is asked, each in their own words and time', async () => {
    expect(await queue(specialist)).toMatchObject([{ dossierId: id, kind: 'opinion', part: 'tax', stepTitle: 'Ý kiến thuế', role: 'specialist', 'x-i18n': { en: { stepTitle: 'Tax opinion' } } }])
    expect(await queue(oneStop)).toMatchObject([{ dossierId: id, kind: 'opinion', part: 'desk' }])
    expect((await specialist.get(`/api/tasks/${id}`)).body.opinions).toMatchObject([{ id: 'tax' }])
  })

  it('are judged by their own form and given by those who are asked', async () => {
    expect((await opine(oneStop, { opinion: 'tax', version: 2, text: 'Được' })).status).toBe(409)
    const wrong = await opine(specialist, { opinion: 'tax', version: 2, record: { soThue: -1 } })
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '#/record/soThue'])
    expect((await opine(specialist, { opinion: 'tax', version: 2, record: { soThue: 5 } })).body.dossier).toMatchObject({ step: 'consult', version: 3, opinions: { tax: { record: { soThue: 5 } } } })
    expect(await queue(specialist)).toEqual([])
  })

  it('let the dossier go on once all are in, and are written down', async () => {
    expect((await opine(oneStop, { opinion: 'desk', version: 3 })).body.errors[0].pointer).toBe('#/text')
    expect((await opine(oneStop, { opinion: 'desk', version: 3, text: 'Đồng ý' })).body.dossier.step).toBe('appraisal')
    expect((await queue(specialist))).toMatchObject([{ kind: 'step', step: 'appraisal' }])
    expect((await listEvents(opened.deps.database, id)).slice(-2).map(({ type, action }) => [type, action])).toEqual([['opine', 'tax'], ['opine', 'desk']])
  })
})
