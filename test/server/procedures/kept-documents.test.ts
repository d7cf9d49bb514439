// What an author wrote comes back to the last byte, on both engines: order of names, keywords that nobody knows, and all.
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { buildProcedure, readGallery } from '../../fixtures/build.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'

const strange = (): Procedure => {
  const procedure = buildProcedure('1.000077')
  const { ten } = procedure.form!.schema.properties
  procedure.form!.schema.properties['ten'] = { 'zVendor': { b: 1, a: [null, 1.5, { y: 1, x: 2 }] }, ...ten, 'x-vendor': 'ghi chú', '$comment': 'sau cùng' } as NonNullable<typeof ten>
  Object.assign(procedure.form!.schema, { zLast: true })
  procedure.form!.schema.properties['loai'] = { type: 'string', title: 'Loại', 'x-field': 'choice', oneOf: [{ zFirst: 1, const: 'a', title: 'A' }, { const: 'b', title: 'B', sort: 2 }] } as never
  procedure.form!.pages[0]!.sections[0]!.questions.push('/loai')
  return procedure
}

describe.each<Engine>(['sqlite', 'postgres'])('a document on %s', (engine) => {
  const { office, administrator } = sharedOffice(engine, 'administrator')

  const begin = async (): Promise<string> => (await administrator.post('/api/designer/procedures', { name: 'Giữ nguyên' })).body.id as string

  it.each<[string, () => Procedure]>([['with unknown keywords', strange], ['of the gallery', () => readGallery('02-gia-han-phe-duyet-mau.json')], ['of the gallery, with code lists', () => readGallery('03-dang-ky-to-chuc-khoa-hoc-cong-nghe.json')]])('%s comes back as it was saved', async (_title, make) => {
    const id = await begin()
    expect((await administrator.put(`/api/designer/procedures/${id}/draft`, make(), 1)).status).toBe(200)
    const back = (await administrator.get(`/api/designer/procedures/${id}`)).body.document as Procedure
    expect(JSON.stringify(back)).toBe(JSON.stringify(make()))
  })

  it('keeps what it was published with, and judges without what nobody knows', async () => {
    const { id, hash } = await office.publish(strange())
    const published = (await administrator.get(`/api/procedures/${id}/revisions/${hash}`)).body.document as Procedure
    expect(JSON.stringify(published)).toBe(JSON.stringify(strange()))
    const schema = (await administrator.get(`/api/procedures/${id}/revisions/${hash}/schema.json`)).text
    for (const name of ['zVendor', 'x-vendor', '$comment', 'zLast', 'zFirst', '"sort"']) expect(schema).not.toContain(name)
  })

  it('is not published with a constraint that a form cannot use', async () => {
    const procedure = strange()
    Object.assign(procedure.form!.schema.properties['ten']!, { not: { const: 'x' } })
    await expect(office.publish(procedure)).rejects.toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ code: 'lint.keywordAsserts', pointer: '/form/schema/properties/ten/not' })]) })
  })

  it.each([['__proto__', '/form/schema/properties/ten/__proto__'], ['constructor', '/form/schema/properties/ten/constructor'], ['toString', '/form/schema/properties/ten/toString']])('is refused with the name %s, at its place', async (name, pointer) => {
    const id = await begin()
    const text = JSON.stringify(buildProcedure()).replace('"ten":{', `"ten":{${JSON.stringify(name)}:1,`)
    const reply = await administrator.send('PUT', `/api/designer/procedures/${id}/draft`, text, { 'If-Match': '"1"', 'Content-Type': 'application/json' })
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: `#${pointer}` }] } })
  })
})
