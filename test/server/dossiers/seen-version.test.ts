import { afterEach, describe, expect, it } from 'vitest'
import type { Procedure, StepTimer } from '#schemas/generated/types.ts'
import { fireDueTimers } from '../../../server/features.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'

/** Reminders come after a working day in each step, and a report to the head after two. */
const reminding = (): Procedure => {
  const procedure = buildProcedure()
  const timers: StepTimer[] = [{ id: 'again', after: { amount: 1, unit: 'workingDay' }, of: 'entered', do: 'remind' }, { id: 'told', after: { amount: 2, unit: 'workingDay' }, of: 'entered', do: 'escalate', role: 'head' }]
  return { ...procedure, workflow: { ...procedure.workflow!, steps: procedure.workflow!.steps.map((step) => (step.kind === 'end' ? step : { ...step, timers })) } }
}

const friday = '2026-11-20T02:00:00.000Z'
const aWeekLater = '2026-11-27T02:00:00.000Z'

describe.each<Engine>(['sqlite', 'postgres'])('a reminder that comes while somebody writes, on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine, reminding())
  afterEach(() => { office.clock.now = friday })
  const file = async (): Promise<string> => (await fileAtOnce(citizen, procedure)).body.dossier.id as string
  const remind = async (): Promise<void> => {
    office.clock.now = aWeekLater
    expect(await fireDueTimers(office.deps)).toBe(2)
  }
  const ask = (id: string) => desk.post(`/api/tasks/${id}/actions`, { action: 'ask-supplement', version: 1, reason: 'Thiếu', fields: ['/ten', '/tuoi'] })
  const save = (id: string, version: number, ten: string) => citizen.put(`/api/dossiers/${id}/answers`, { answers: { ...simpleAnswers(), ten } }, version)

  it('takes nothing of an unfinished supplement away, and lets it be saved and sent from where it was', async () => {
    const id = await file()
    expect((await ask(id)).status).toBe(200)
    expect((await save(id, 2, 'Nguyễn Văn A')).body).toEqual({ version: 3 })
    await remind()
    expect((await citizen.get(`/api/dossiers/${id}`)).body.dossier).toMatchObject({ version: 5, answers: { ten: 'Nguyễn Văn A' } })
    expect((await save(id, 3, 'Nguyễn Văn An B')).body).toEqual({ version: 6 })
    expect((await save(id, 3, 'Tab khác')).status).toBe(412)
    const sent = await citizen.send('POST', `/api/dossiers/${id}/supplement`, {}, { 'If-Match': '"6"' })
    expect([sent.status, sent.body.dossier.answers.ten]).toEqual([200, 'Nguyễn Văn An B'])
  })

  it('stands in the way neither of the first save nor of a supplement that is sent at once', async () => {
    const id = await file()
    await ask(id)
    await remind()
    expect((await citizen.send('POST', `/api/dossiers/${id}/supplement`, {}, { 'If-Match': '"2"' })).status).toBe(200)
  })

  it('leaves what an officer records, and does not hide what somebody else did', async () => {
    const [one, other] = [await file(), await file()]
    office.clock.now = aWeekLater
    expect(await fireDueTimers(office.deps)).toBe(4)
    expect((await desk.post(`/api/tasks/${one}/actions`, { action: 'accept', version: 1 })).body.dossier).toMatchObject({ version: 4 })
    expect((await desk.post(`/api/tasks/${other}/assignment`, { version: 1, to: desk.id })).status).toBe(200)
    expect((await desk.post(`/api/tasks/${other}/actions`, { action: 'accept', version: 3 })).status).toBe(409)
    expect((await citizen.post(`/api/dossiers/${one}/withdrawal`, { version: 3, reason: 'Thôi' })).status).toBe(409)
  })

  it('meets a withdrawal that was begun before', async () => {
    const id = await file()
    await remind()
    const withdrawn = await citizen.post(`/api/dossiers/${id}/withdrawal`, { version: 1, reason: 'Nộp nhầm' })
    expect([withdrawn.status, withdrawn.body.dossier?.state]).toEqual([200, 'ended'])
  })
})
