import { beforeAll, describe, expect, it } from 'vitest'
import { buildProcedure } from '../../fixtures/build.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { fileOne, type Filed } from '../../fixtures/queue.ts'

describe.each<Engine>(['sqlite', 'postgres'])('the examination of a dossier, on %s', (engine) => {
  const { office, oneStop, specialist, applicant: citizen } = sharedOffice(engine, 'oneStop', 'specialist', 'applicant')
  let filed: Filed
  beforeAll(async () => { filed = await fileOne(office, await office.publish(buildProcedure()), 'examined') })

  const note = (who: Person, text: string, number: number, question = '/ten') => who.send('PUT', `/api/tasks/${filed.id}/remarks`, { question, text, number })
  const remarks = async (who: Person) => (await who.get(`/api/tasks/${filed.id}/examination`)).body.remarks as { question: string; text: string; number: number }[]

  describe('remarks beside answers', () => {
    it('are written, changed and removed by officers, and read by their colleagues', async () => {
      expect((await note(oneStop, ' Tên chưa khớp giấy tờ. ', 0)).status).toBe(200)
      expect(await remarks(specialist)).toMatchObject([{ question: '/ten', text: 'Tên chưa khớp giấy tờ.', number: 1, author: 'Trần Một Cửa' }])
      expect((await note(specialist, 'Đã đối chiếu.', 1)).body.remarks).toMatchObject([{ text: 'Đã đối chiếu.', number: 2, author: 'Phạm Chuyên Viên' }])
      expect((await note(oneStop, '', 2)).body.remarks).toEqual([])
    })

    it('of two officers who write at once the second is told', async () => {
      expect((await note(oneStop, 'Một', 0)).status).toBe(200)
      for (const number of [0, 7]) expect((await note(specialist, 'Hai', number)).status).toBe(409)
      expect((await note(specialist, '', 7)).status).toBe(409)
      expect(await remarks(oneStop)).toMatchObject([{ text: 'Một', number: 1 }])
    })

    it('stand at questions that the form has', async () => {
      expect((await note(oneStop, 'Ở đâu?', 0, '/khongCo')).body.errors[0].pointer).toBe('#/question')
      expect((await note(oneStop, 'Ở đâu?', 0, 'ten')).status).toBe(422)
    })

    it('at an answer that is kept from an officer are kept from them too', async () => {
      expect((await note(oneStop, 'Chưa đủ tuổi?', 0, '/tuoi')).status).toBe(200)
      expect((await remarks(oneStop)).map(({ question }) => question)).toContain('/tuoi')
      expect((await remarks(specialist)).map(({ question }) => question)).not.toContain('/tuoi')
      expect((await note(specialist, 'Đủ.', 1, '/tuoi')).status).toBe(422)
    })

    it('are no business of applicants', async () => {
      expect((await citizen.get(`/api/tasks/${filed.id}/examination`)).status).toBe(403)
      expect((await note(citizen, 'Tôi', 0)).status).toBe(403)
    })
  })

  describe('a supplement', () => {
    it('leaves what stood there before, beside what the office asked', async () => {
      const view = (await oneStop.get(`/api/tasks/${filed.id}`)).body
      const asks = view.actions.find((action: { asks?: string[] }) => action.asks?.includes('fields'))
      expect((await oneStop.post(`/api/tasks/${filed.id}/actions`, { action: asks.id, version: view.dossier.version, reason: 'Ghi đúng tên.', fields: ['/ten'] })).status).toBe(200)
      const before = (await citizen.get(`/api/dossiers/${filed.id}`)).body.dossier
      const saved = await citizen.put(`/api/dossiers/${filed.id}/answers`, { answers: { ...before.answers, ten: 'Tên mới' } }, before.version)
      const sent = await citizen.send('POST', `/api/dossiers/${filed.id}/supplement`, {}, { 'If-Match': `"${saved.body.version}"` })
      expect(sent.status, sent.text).toBe(200)
      expect((await oneStop.get(`/api/tasks/${filed.id}/examination`)).body.completion).toMatchObject({ reason: 'Ghi đúng tên.', before: [{ question: '/ten', value: before.answers.ten }] })
    })
  })
})
