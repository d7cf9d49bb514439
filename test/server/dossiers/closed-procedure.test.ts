// A suspended or abolished procedure takes nothing new; what was filed before stays to be looked up and handled.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { act, fileAtOnce, submitDraft } from '../../fixtures/filing.ts'
import { openOffice, type Office, type Person, type Revision } from '../../fixtures/open-office.ts'

const notice = 'Đã bãi bỏ từ 01/12/2026: hãy làm thủ tục 1.000002.'

describe('a procedure that is closed from 1 December 2026', () => {
  let office: Office
  let citizen: Person
  let desk: Person
  let revision: Revision

  beforeAll(async () => {
    office = await openOffice()
    citizen = await office.as('applicant')
    desk = await office.as('oneStop')
    const procedure = buildProcedure('1.000009')
    revision = await office.publish({ ...procedure, info: { ...procedure.info, closedFrom: '2026-12-01', closureNotice: notice } })
  })
  afterAll(() => office.close())

  it('takes dossiers before, hands them on afterwards, and refuses new ones in the words of its notice', async () => {
    office.clock.now = '2026-11-30T02:00:00.000Z'
    const filed = await fileAtOnce(citizen, revision)
    expect(filed.status).toBe(201)
    const draft = await citizen.post('/api/dossiers', { procedure: revision.id })
    expect(draft.status).toBe(201)
    const saved = await citizen.put(`/api/dossiers/${draft.body.dossier.id}/answers`, { answers: simpleAnswers() }, draft.body.dossier.version)

    // Midnight of 1 December in Vietnam.
    office.clock.now = '2026-11-30T17:00:00.000Z'
    const refused = [
      await citizen.post('/api/dossiers', { procedure: revision.id }),
      await fileAtOnce(citizen, revision),
      await submitDraft(citizen, draft.body.dossier.id, saved.body.version),
    ]
    for (const reply of refused) expect([reply.status, reply.body.type, reply.body.detail]).toEqual([409, '/problems/action-not-available', notice])

    expect((await citizen.get(`/api/dossiers/${filed.body.dossier.id}`)).status).toBe(200)
    const accepted = await act(desk, filed.body.dossier.id, filed.body.dossier.version, { action: 'accept' })
    expect([accepted.status, accepted.text]).toEqual([200, expect.any(String)])
  })
})
