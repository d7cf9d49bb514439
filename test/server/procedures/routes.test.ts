import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import type { CataloguePage } from '#schemas/generated/types.ts'
import { judgeShape } from '../../../server/http/schemas.ts'
import { loadGallery } from '../../../server/features.ts'
import { buildProcedure, extension, simpleAnswers } from '../../fixtures/build.ts'
import { sharedDesignRoom, type Engine } from '../../fixtures/engines.ts'

const instantiate = (module: string): CompiledValidator => {
  const body = /^export default function \(runtime\) \{\n([\s\S]*)\n\}\n$/.exec(module)![1]!
  return (vm.compileFunction(body, ['runtime']) as (runtime: unknown) => CompiledValidator)(validatorRuntime)
}

describe.each<Engine>(['sqlite', 'postgres'])('procedures on %s', (engine) => {
  const { office, visitor, administrator, reviewer } = sharedDesignRoom(engine)

  it('finds published procedures without minding accents, case or order of words', async () => {
    const names = async (q: string) => ((await visitor.get(`/api/procedures?q=${encodeURIComponent(q)}`)).body.procedures as { code: string }[]).map(({ code }) => code)
    expect(await names('MẪU gia hạn')).toContain(extension().info.code)
    expect(await names('phuong tien do')).toContain(extension().info.code)
    expect(await names('DL-PDM-GH')).toEqual(['DL-PDM-GH'])
    expect(await names('type approval')).toContain(extension().info.code)
    expect(await names('không có thủ tục nào như vậy')).toEqual([])
    expect((await names('')).length).toBeGreaterThan(1)
  })

  it('narrows the catalogue by the address alone, and answers in the published shape', async () => {
    const page = async (query: string) => (await visitor.get(`/api/procedures?${query}`)).body as CataloguePage
    const births = await page('event=sinh-con')
    expect(judgeShape('api/catalogue-page', births, 0)).toEqual([])
    expect(births).toMatchObject({ total: 1, page: 1, pages: 1, procedures: [{ code: '1.001193', fee: { kind: 'varies' }, timeLimits: [{ amount: 1, unit: 'workingDay' }] }] })
    expect(births.facets.event).toContainEqual({ value: 'xe-co', title: 'Xe cộ, lái xe', 'x-i18n': { en: { title: 'Vehicles and driving' } }, count: 1 })
    expect((await page(`q=dang%20ky&field=${encodeURIComponent('Hộ tịch')}`)).total).toBe(1)
    expect((await page('page=99&level=full')).page).toBe(1)
    expect((await page('q=khai%20sinh%20phi%20hanh%20gia')).near[0]?.code).toBe('1.001193')
    expect((await page('q=HCFC%20polyol')).procedures[0]).toMatchObject({ closed: {} })
  })

  it('gives a published document, its schema and its validator at addresses that never change', async () => {
    const { id, revision } = (await visitor.get('/api/procedures?q=DL-PDM-GH')).body.procedures[0]
    const published = (await visitor.get(`/api/procedures/${id}`)).body
    expect(published).toMatchObject({ id, revision, document: extension() })

    const base = `/api/procedures/${id}/revisions/${revision}`
    expect((await visitor.get(base)).body.document).toEqual(extension())
    const schema = await visitor.get(`${base}/schema.json`)
    expect(schema.headers.get('Content-Type')).toBe('application/schema+json')
    expect(schema.headers.get('Cache-Control')).toContain('immutable')
    expect(schema.body).toMatchObject({ type: 'object', additionalProperties: false })
    const validator = await visitor.get(`${base}/validator.js`)
    expect(validator.headers.get('Content-Type')).toContain('text/javascript')
    expect(validator.headers.get('Cache-Control')).toContain('immutable')
    const step = await visitor.get(`${base}/steps/appraise/validator.js`)
    expect(instantiate(step.text)({ doiChieu: 'khop', ketLuan: 'dat' })).toBe(true)
    expect((await visitor.get(`${base}/steps/constructor/validator.js`)).status).toBe(404)
    expect(instantiate(validator.text)(extension().scenarios!.find((each) => each.expect.valid)!.answers)).toBe(true)
  })

  it('knows nothing of what was not published', async () => {
    const { id } = (await administrator.post('/api/designer/procedures', { name: 'Chưa công bố' })).body
    expect((await visitor.get(`/api/procedures/${id}`)).status).toBe(404)
    expect((await visitor.get(`/api/procedures/${id}/revisions/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await visitor.get('/api/procedures/..%2f..%2fetc')).status).toBe(404)
    expect((await visitor.get('/api/designer/procedures')).status).toBe(401)
    expect((await (await office.as('applicant')).get('/api/designer/procedures')).status).toBe(403)
    expect((await reviewer.post('/api/designer/procedures', { name: 'Của người thẩm định' })).status).toBe(403)
  })

  it('saves drafts whole, never over another person’s save, and never a wrong shape', async () => {
    const { id, version, document } = (await administrator.post('/api/designer/procedures', { name: 'Bản nháp', code: '1.5' })).body
    expect(document.info.name).toBe('Bản nháp')
    const path = `/api/designer/procedures/${id}/draft`
    const saved = await administrator.put(path, buildProcedure('1.5'), version)
    expect([saved.status, saved.body.version, saved.headers.get('ETag')]).toEqual([200, 2, '"2"'])

    expect((await administrator.put(path, buildProcedure('1.6'), version)).status).toBe(412)
    expect((await administrator.send('PUT', path, buildProcedure('1.6'))).status).toBe(428)
    const broken = await administrator.put(path, { ...buildProcedure('1.6'), workflow: { start: 1 }, script: 'x' }, 2)
    expect([broken.status, broken.body.type]).toEqual([422, '/problems/invalid-document'])
    expect(broken.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(expect.arrayContaining(['#/script', '#/workflow/start', '#/workflow/steps']))
    expect((await administrator.get(`/api/designer/procedures/${id}`)).body).toMatchObject({ version: 2, document: { info: { code: '1.5' } } })
  })

  it('begins a copy that is a draft of its own', async () => {
    const original = (await visitor.get('/api/procedures?q=DL-PDM-GH')).body.procedures[0]
    const copy = (await administrator.post('/api/designer/procedures', { name: 'Bản sao', code: '9.9', copyOf: original.id })).body
    expect(copy.document.info).toMatchObject({ name: 'Bản sao', code: '9.9' })
    expect(copy.document.form).toEqual(extension().form)
    expect((await administrator.post('/api/designer/procedures', { name: 'x', copyOf: crypto.randomUUID() })).status).toBe(422)
  })

  it('previews a saved draft by its own validator, and only that version', async () => {
    const { id } = (await administrator.post('/api/designer/procedures', { name: 'Xem thử', code: '1.7' })).body
    await administrator.put(`/api/designer/procedures/${id}/draft`, buildProcedure('1.7'), 1)
    const preview = await administrator.get(`/api/designer/procedures/${id}/draft/validator.js?version=2`)
    expect(preview.headers.get('Content-Type')).toContain('text/javascript')
    expect(instantiate(preview.text)(simpleAnswers())).toBe(true)
    expect((await administrator.get(`/api/designer/procedures/${id}/draft/validator.js?version=1`)).status).toBe(409)
    expect((await (await office.as('specialist')).get(`/api/designer/procedures/${id}/draft/validator.js?version=2`)).status).toBe(403)
  })

  it('loads the gallery once; loading it again changes nothing', async () => {
    const state = () => office.deps.database.read('SELECT id, draft_version, published_hash FROM procedure ORDER BY id')
    const before = await state()
    await loadGallery(office.deps)
    expect(await state()).toEqual(before)
    const listed = (await administrator.get('/api/designer/procedures')).body.procedures as { code: string; state: string }[]
    expect(listed.find(({ code }) => code === extension().info.code)).toMatchObject({ state: 'published' })
  })
})
