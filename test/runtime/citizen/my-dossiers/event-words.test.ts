import { describe, expect, it } from 'vitest'
import type { Dossier, DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { toHappenings } from '#runtime/citizen/my-dossiers/event-words.ts'

const workflow: Workflow = {
  roles: [{ id: 'one-stop', title: 'Bộ phận Một cửa' }], start: 'intake',
  steps: [
    { id: 'intake', kind: 'task', title: 'Tiếp nhận', by: { role: 'one-stop' }, publicStatus: 'submitted', actions: [{ id: 'ask', title: 'Yêu cầu bổ sung', to: 'wait' }, { id: 'ok', title: 'Tiếp nhận hồ sơ', to: 'done' }] },
    { id: 'wait', kind: 'applicant', title: 'Chờ bổ sung', publicStatus: 'supplement' },
    { id: 'done', kind: 'end', title: 'Xong', publicStatus: 'returned', outcome: 'granted' },
  ],
}
const dossier: Dossier = { id: 'd', procedureId: 'p', revision: 'r', applicantId: 'a', channel: 'online', state: 'open', step: 'intake', answers: {}, records: {}, version: 3 }
const event = (more: Partial<DossierEvent>): DossierEvent => ({ dossierId: 'd', version: 1, at: '2026-11-21T02:00:00Z', type: 'submit', actor: 'Vũ Công Dân', ...more })

describe('toHappenings', () => {
  it('speaks of the person as "you" and of officers by what they decided', () => {
    const [first, second] = toHappenings([event({}), event({ version: 2, type: 'act', action: 'ask', from: 'intake', to: 'wait', actor: 'Bộ phận Một cửa', reason: 'Thiếu bản sao' })], dossier, workflow)

    expect(first).toMatchObject({ title: 'Bạn đã nộp hồ sơ', time: '09:00, 21/11/2026' })
    expect(first).not.toHaveProperty('by')
    expect(second).toMatchObject({ title: 'Yêu cầu bổ sung', by: 'Bộ phận Một cửa', text: 'Thiếu bản sao', tone: 'warn' })
  })

  it('ends with where the dossier stands, while it is open', () => {
    expect(toHappenings([event({})], dossier, workflow).at(-1)).toMatchObject({ title: 'Hiện ở bước: Tiếp nhận', by: 'Bộ phận Một cửa', current: true })
    expect(toHappenings([event({})], { ...dossier, state: 'ended', step: 'done' }, workflow)).toHaveLength(1)
  })

  it('says something of a decision that the workflow does not know', () => {
    expect(toHappenings([event({ type: 'act', action: 'gone', from: 'intake' })], dossier, workflow)[0]?.title).toBe('Cơ quan xử lý hồ sơ')
  })
})
