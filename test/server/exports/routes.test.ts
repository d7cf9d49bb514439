import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProcedure } from '../../fixtures/build.ts'
import { openOffice, type Office, type Person } from '../../fixtures/open-office.ts'

describe('files made from procedures', () => {
  let office: Office
  let visitor: Person, administrator: Person, reviewer: Person
  let published: string

  beforeAll(async () => {
    office = await openOffice()
    visitor = await office.as()
    administrator = await office.as('administrator')
    reviewer = await office.as('reviewer')
    const { id, revision } = (await visitor.get('/api/procedures?q=DL-PDM-GH')).body.procedures[0]
    published = `/api/procedures/${id}/revisions/${revision}`
  })
  afterAll(() => office.close())

  const saveDraft = async (document: unknown): Promise<string> => {
    const { id, version } = (await administrator.post('/api/designer/procedures', { name: 'Bản nháp', code: '9.9' })).body
    expect((await administrator.put(`/api/designer/procedures/${id}/draft`, document, version)).status).toBe(200)
    return `/api/designer/procedures/${id}/draft`
  }

  it('gives everybody the types of a published revision, for ever', async () => {
    const types = await visitor.get(`${published}/types.ts`)
    expect([types.status, types.headers.get('Content-Type')]).toEqual([200, 'application/typescript; charset=utf-8'])
    expect(types.headers.get('Cache-Control')).toContain('immutable')
    expect(types.text).toMatch(/export interface Answers \{\n {2}coSo: CoSo\n/)
  })
  it('gives everybody the empty form of a published revision as a PDF in both languages, for ever', async () => {
    const [vietnamese, english, other] = await Promise.all(['', '?lang=en', '?lang=constructor'].map((query) => visitor.get(`${published}/form.pdf${query}`)))
    for (const form of [vietnamese!, english!, other!]) {
      expect([form.status, form.headers.get('Content-Type'), form.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
      expect(form.headers.get('Cache-Control')).toContain('immutable')
    }
    expect(english!.headers.get('Content-Disposition')).toBe('inline; filename="dl-pdm-gh-gia-han-hieu-luc-cua-quyet-dinh-phe-duyet-mau-phuong-tien-do-en.pdf"')
    expect(english!.text).not.toBe(vietnamese!.text)
    expect(other!.text).toBe(vietnamese!.text)
  })
  it('gives those who design and review the schema and types of a draft as it is saved', async () => {
    const draft = await saveDraft(buildProcedure('9.9'))
    for (const person of [administrator, reviewer]) {
      const [schema, types] = [await person.get(`${draft}/schema.json`), await person.get(`${draft}/types.ts`)]
      expect([schema.status, schema.headers.get('Content-Type'), types.status]).toEqual([200, 'application/schema+json', 200])
      expect(schema.body).toMatchObject({ type: 'object', additionalProperties: false })
      expect(types.text).toContain('export interface Answers {')
      const form = await person.get(`${draft}/form.pdf?lang=en`)
      expect([form.status, form.text.slice(0, 5)]).toEqual([200, '%PDF-'])
      expect([schema, types, form].map((each) => each.headers.get('Cache-Control'))).toEqual(['no-store', 'no-store', 'no-store'])
    }
    for (const file of ['schema.json', 'types.ts', 'form.pdf']) {
      expect((await visitor.get(`${draft}/${file}`)).status).toBe(401)
      expect((await (await office.as('applicant')).get(`${draft}/${file}`)).status).toBe(403)
    }
  })
  it('follows a draft that is saved again', async () => {
    const draft = await saveDraft(buildProcedure('9.9'))
    const document = buildProcedure('9.9')
    document.form!.schema.title = 'Tờ khai mới'
    await administrator.get(`${draft}/types.ts`)
    expect((await administrator.put(draft, document, 2)).status).toBe(200)
    expect((await administrator.get(`${draft}/types.ts`)).text).toContain('Tờ khai mới')
  })
  it('knows nothing of procedures without a form and of those that are not there', async () => {
    const { id } = (await administrator.post('/api/designer/procedures', { name: 'Chưa có đơn' })).body
    const { form: _form, ...rest } = buildProcedure('9.9')
    const bare = await saveDraft(rest)
    expect((await visitor.get(`/api/procedures/${id}/revisions/${'0'.repeat(64)}/types.ts`)).status).toBe(404)
    for (const file of ['types.ts', 'form.pdf']) expect((await administrator.get(`${bare}/${file}`)).status).toBe(404)
    expect((await administrator.get('/api/designer/procedures/constructor/draft/types.ts')).status).toBe(404)
  })
})
