// What readers of the data are written, and when: a letter for each change of their data, in their language, once.
import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { publishDue } from '../../../server/features.ts'
import type { FakeMail } from '../../../server/integrations/mail/fake.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'
import { sharedReviewRoom, widened } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('letters to readers of the data on %s', (engine) => {
  const { room } = sharedReviewRoom(engine)

  const now = '2026-11-20T02:00:00.000Z'
  const midnight = '2026-11-30T17:00:00.000Z'
  const at = (id: string): string => `/api/designer/procedures/${id}/readers`
  const addressesOf = (code: string) => ({ viet: `viet-${code}@x.test`, english: `english-${code}@x.test` })

  /** Published, with a reader in each language. */
  const read = async (code: string, document = buildProcedure(code)) => {
    const inForce = await room.putInForce(document)
    const { viet, english } = addressesOf(code)
    await room.administrator.post(at(inForce.id), { name: 'Cục Thống kê', email: viet, language: 'vi' })
    await room.administrator.post(at(inForce.id), { name: 'Registry', email: english, language: 'en' })
    return inForce
  }
  const lettersTo = async (code: string) => {
    await carryOutEffects(room.office)
    const { viet, english } = addressesOf(code)
    const { inbox } = room.office.deps.mail as FakeMail
    return { viet: inbox.filter(({ to }) => to === viet), english: inbox.filter(({ to }) => to === english) }
  }
  const subjectsTo = async (code: string) => {
    const { viet, english } = await lettersTo(code)
    return { viet: viet.map(({ subject }) => subject), english: english.map(({ subject }) => subject) }
  }
  const clockAt = async (instant: string): Promise<void> => {
    room.office.clock.now = instant
    await publishDue(room.office.deps)
    await carryOutEffects(room.office)
    room.office.clock.now = now
  }
  const publishNext = async ({ id, version }: { id: string; version: number }, document: Procedure, plan = {}) => {
    const request = await room.approveNext(id, version, document, plan)
    expect((await room.publish(room.reviewer, request)).status).toBe(201)
    return request
  }

  it('tell each in their language, once, what changes by path, since when, on what basis and where the schema is', async () => {
    const before = await read('8.1')
    expect(await subjectsTo('8.1')).toEqual({ viet: [], english: [] })
    const { hash } = await publishNext(before, widened('8.1'), { legalBasis: 'Thông tư 1/2026' })
    await carryOutEffects(room.office)
    await room.office.deps.database.commit([{ sql: `UPDATE outbox SET state = 'waiting', next_at = ? WHERE kind = 'notify-reader'`, parameters: [now] }])
    const { viet: [viet, ...again], english: [english] } = await lettersTo('8.1')
    expect(again).toEqual([])
    expect([viet!.subject, viet!.language]).toEqual(['Dữ liệu thay đổi: Thủ tục thử nghiệm', 'vi'])
    expect([english!.subject, english!.language]).toEqual([expect.stringContaining('The data change: '), 'en'])
    for (const words of ['Thủ tục thử nghiệm (8.1)', '09:00, 20/11/2026', 'Thông tư 1/2026', '- /ten: ', 'gỡ địa chỉ']) expect(viet!.text).toContain(words)
    expect(english!.text).toContain('takes it off the list')
    const address = `http://office.test/api/procedures/${before.id}`
    for (const url of [`http://office.test/thu-tuc/${before.id}/du-lieu`, `${address}/revisions/${hash}/schema.json`, `${address}/revisions/${hash}/types.ts`, `${address}/changes.json`]) {
      expect(viet!.text.split(/\s+/)).toContain(url)
      expect(viet!.html).toContain(`href="${url}"`)
      expect((await room.visitor.get(url.slice('http://office.test'.length))).status).not.toBe(404)
    }
    expect(english!.text).toContain(`${address}/changes.json?lang=en`)
    expect(`${viet!.text} ${english!.text}`).not.toMatch(/Thẩm Định|Quản Trị|Xin thẩm định/)
  })

  it('are not written where nothing changes for the data, nor to whoever was taken off the list meanwhile', async () => {
    const before = await read('8.2')
    await publishNext(before, create(buildProcedure('8.2'), (draft) => { draft.form!.schema.properties['ten']!.description = 'Như trên giấy tờ' }))
    expect(await subjectsTo('8.2')).toEqual({ viet: [], english: [] })
    await publishNext({ ...before, version: before.version + 1 }, widened('8.2'))
    const { readers } = (await room.administrator.get(at(before.id))).body as { readers: { id: string, language: string }[] }
    await room.administrator.send('DELETE', `${at(before.id)}/${readers.find(({ language }) => language === 'vi')!.id}`)
    expect(await subjectsTo('8.2')).toEqual({ viet: [], english: [expect.any(String)] })
  })

  it('come in advance with the day, and again when it has come', async () => {
    const before = await read('8.3')
    const request = await publishNext(before, widened('8.3'), { publishAt: '2026-12-01' })
    const { viet: [planned] } = await lettersTo('8.3')
    expect(planned!.subject).toBe('Dữ liệu sẽ thay đổi từ ngày 01/12/2026: Thủ tục thử nghiệm')
    for (const words of ['00:00, 01/12/2026', '- /ten: ', `revisions/${request.hash}/schema.json`]) expect(planned!.text).toContain(words)
    await clockAt(midnight)
    await clockAt(midnight)
    expect((await subjectsTo('8.3')).viet).toEqual([planned!.subject, 'Dữ liệu thay đổi: Thủ tục thử nghiệm'])
  })

  it('take back a day that was told, whatever took it back', async () => {
    const before = await read('8.4')
    const request = await publishNext(before, widened('8.4'), { publishAt: '2026-12-01' })
    await room.reviewer.send('DELETE', `/api/designer/change-requests/${request.id}/schedule`)
    await room.publish(room.reviewer, request, { at: '2026-12-05' })
    await room.save(before.id, widened('8.4', 300), before.version + 1)
    const { viet } = await lettersTo('8.4')
    expect(viet[1]!.text).not.toMatch(/\/ten|schema\.json/)
    expect(viet.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Dữ liệu sẽ thay đổi từ ngày 01/12/2026', 'Dữ liệu chưa thay đổi vào ngày 01/12/2026', 'Dữ liệu sẽ thay đổi từ ngày 05/12/2026', 'Dữ liệu chưa thay đổi vào ngày 05/12/2026',
    ])
  })

  it('tell that a revision is withdrawn, and that dossiers are taken again', async () => {
    const { id, hash, version } = await read('8.5')
    await room.administrator.post(`/api/designer/procedures/${id}/withdrawal`, { hash, reason: 'Sai căn cứ' })
    const { viet: [withdrawn] } = await lettersTo('8.5')
    expect(withdrawn!.subject).toBe('Tạm ngừng nhận hồ sơ: Thủ tục thử nghiệm')
    expect(withdrawn!.text).not.toContain('Sai căn cứ')
    await publishNext({ id, version }, buildProcedure('8.5'))
    const { viet, english } = await lettersTo('8.5')
    expect([viet.length, viet[1]!.subject, english[1]!.subject]).toEqual([2, 'Nhận hồ sơ trở lại: Thủ tục thử nghiệm', expect.stringContaining('Dossiers are taken again: ')])
    expect(viet[1]!.text).toContain('Không có thay đổi nào đối với người đọc dữ liệu.')
  })

  it('say how many more changes there are than somebody reads', async () => {
    const before = await read('8.6')
    await publishNext(before, create(buildProcedure('8.6'), (draft) => {
      for (let i = 0; i < 33; i++) {
        draft.form!.schema.properties[`them${i}`] = { type: 'string', title: `Thêm ${i}`, maxLength: 100, 'x-field': 'text' }
        draft.form!.pages[0]!.sections[0]!.questions.push(`/them${i}`)
      }
    }))
    const { english: [letter] } = await lettersTo('8.6')
    expect(letter!.text.match(/^- \/them/gm)).toHaveLength(30)
    expect(letter!.text).toContain('There are 3 more changes')
  })
})
