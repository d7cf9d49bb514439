import { describe, expect, it } from 'vitest'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { submitDraft } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { pdfText } from '../../support/pdf-text.ts'

describe.each<Engine>(['sqlite', 'postgres'])('the form that was filled in, on %s', (engine) => {
  const { office, citizen, procedure } = sharedCounter(engine, buildProcedure('9.9'))

  const begin = async (answers: object): Promise<string> => {
    const { id, version } = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier as { id: string, version: number }
    expect((await citizen.put(`/api/dossiers/${id}/answers`, { answers }, version)).status).toBe(200)
    return id
  }
  const file = async (answers: object): Promise<string> => {
    const id = await begin(answers)
    expect((await submitDraft(citizen, id, 2)).status).toBe(201)
    return id
  }
  const read = async (person: Person, id: string, query = '') => {
    const reply = await person.get(`/api/dossiers/${id}/form.pdf${query}`)
    return { status: reply.status, headers: reply.headers, text: reply.status === 200 ? pdfText(reply.bytes) : '' }
  }

  it('is a draft for its author while it is one, whatever is still missing', async () => {
    const id = await begin({ ten: 'Nguyễn Văn An', khan: false, lyDo: 'chưa hỏi tới' })
    const draft = await read(citizen, id)
    expect([draft.status, draft.headers.get('Content-Type'), draft.headers.get('Cache-Control')]).toEqual([200, 'application/pdf', 'private, no-store'])
    expect(draft.headers.get('Content-Disposition')).toBe('inline; filename="9.9-thu-tuc-thu-nghiem-ban-nhap.pdf"')
    expect(draft.text).toContain('BẢN NHÁP')
    expect(draft.text).toContain('Nguyễn Văn An')
    expect(draft.text).toContain('(để trống)')
    expect(draft.text).not.toContain('chưa hỏi tới')
    expect((await read(citizen, id, '?lang=en')).text).toContain('DRAFT')
  })

  it('says what was filed with its code, to its owner and to officers', async () => {
    const id = await file(simpleAnswers())
    const { code } = (await citizen.get(`/api/dossiers/${id}`)).body.dossier as { code: string }
    for (const person of [citizen, await office.as('oneStop')]) {
      const { status, headers, text } = await read(person, id)
      expect([status, headers.get('Content-Disposition')]).toEqual([200, expect.stringContaining(code.toLowerCase())])
      expect(text).toContain(`Mã hồ sơ: ${code}`)
      expect(text).not.toContain('BẢN NHÁP')
      expect(text).toContain('Nguyễn Văn An')
    }
  })

  it('keeps from officers what their step keeps from them', async () => {
    const id = await file({ ...simpleAnswers(), tuoi: 137 })
    expect((await read(citizen, id)).text).toContain('137')
    const { text } = await read(await office.as('specialist'), id)
    expect(text).toContain('Nguyễn Văn An')
    expect(text).not.toContain('137')
  })

  it('does not exist for anybody else, and a draft for its author alone', async () => {
    const [draft, filed] = [await begin({}), await file(simpleAnswers())]
    const stranger = await office.as('administrator')
    expect(await Promise.all([read(stranger, filed), read(await office.as('oneStop'), draft), read(citizen, crypto.randomUUID()), read(await office.as(), filed)].map(async (reply) => (await reply).status))).toEqual([404, 404, 404, 401])
  })
})
