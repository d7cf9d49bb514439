import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CodeList } from '#schemas/generated/types.ts'
import { loadCodeLists } from '../../../server/code-lists/load-code-lists.ts'
import { sharedDesignRoom, type Engine } from '../../fixtures/engines.ts'

const communes = (count: number, first = 0) => ['const,title,titleEn,parent', ...Array.from({ length: count }, (_each, i) => `${String(first + i).padStart(5, '0')},Xã số ${first + i},Commune ${first + i},${i % 2 === 0 ? '01' : '79'}`)].join('\n')
const base = { title: 'Xã, phường, đặc khu', titleEn: 'Communes', source: 'Quyết định 19/2025/QĐ-TTg', validFrom: '2025-07-01', parentList: 'provinces' }

describe.each<Engine>(['sqlite', 'postgres'])('code lists on %s', (engine) => {
  const { office, visitor, administrator, reviewer } = sharedDesignRoom(engine)

  it('come with the product, and anybody may read them', async () => {
    const provinces = (await visitor.get('/api/code-lists/provinces')).body as CodeList
    expect(provinces.items).toHaveLength(34)
    expect((await visitor.get('/api/code-lists')).body.codeLists).toContainEqual(expect.objectContaining({ id: 'countries', number: 1, latest: 1, savedBy: 'Một Cửa' }))
    for (const path of ['nothing', '__proto__', 'provinces/versions/9', 'provinces/versions/x']) expect((await visitor.get(`/api/code-lists/${path}`)).status).toBe(404)
  })

  it('say what an import would change before anything is stored', async () => {
    const reply = await administrator.put('/api/code-lists/communes', { ...base, table: communes(3321), dryRun: true }, 0)
    expect(reply.status).toBe(200)
    expect([reply.body.added.length, reply.body.changed, reply.body.ended, reply.body.number]).toEqual([3321, [], [], undefined])
    expect((await visitor.get('/api/code-lists/communes')).status).toBe(404)
  })

  it('keep every version: the one of a day is found by the day', async () => {
    expect((await administrator.put('/api/code-lists/communes', { ...base, table: communes(3321) }, 0)).body.number).toBe(1)
    const next = await administrator.put('/api/code-lists/communes', { ...base, validFrom: '2027-01-01', table: communes(3320, 1) }, 1)
    expect(next.status).toBe(201)
    expect(next.body).toMatchObject({ number: 2, added: [], ended: [{ const: '00000', title: 'Xã số 0' }] })

    const on = async (day: string) => ((await visitor.get(`/api/code-lists/communes?on=${day}`)).body as CodeList).items.length
    expect([await on('2026-01-01'), await on('2027-01-01'), await on('2020-01-01')]).toEqual([3321, 3320, 3320])
    expect((await visitor.get('/api/code-lists/communes/versions')).body.versions).toMatchObject([{ number: 1, count: 3321, savedBy: 'Nguyễn Quản Trị' }, { number: 2, count: 3320 }])
    expect((await visitor.get('/api/code-lists/communes/versions/1')).body.items[0]).toEqual({ const: '00000', title: 'Xã số 0', parent: '01', 'x-i18n': { en: { title: 'Commune 0' } } })
    expect((await visitor.get('/api/code-lists?on=2026-01-01')).body.codeLists).toContainEqual(expect.objectContaining({ id: 'communes', number: 1, latest: 2, count: 3321 }))
  })

  it('refuse to overwrite what somebody else stored meanwhile', async () => {
    expect((await administrator.put('/api/code-lists/communes', { ...base, table: communes(2) }, 1)).status).toBe(412)
    expect((await administrator.send('PUT', '/api/code-lists/communes', { ...base, table: communes(2) })).status).toBe(428)
    await expect(office.deps.database.commit([{ sql: 'DELETE FROM code_list_version', parameters: [] }])).rejects.toThrow()
  })

  it('name the lines that must be mended, and store nothing', async () => {
    const reply = await administrator.put('/api/code-lists/broken', { ...base, table: 'const,title,parent\n1,A,01\n1,B,77\n,C,' }, 0)
    expect(reply.status).toBe(422)
    expect(reply.body.errors.map((error: { code: string; params: { line: number } }) => `${error.params.line} ${error.code}`)).toEqual(['3 codeList.constRepeated', '3 codeList.parentUnknown', '4 codeList.constMissing'])
    expect(reply.body.errors[0].detail).toContain('Dòng 3')
    expect((await administrator.put('/api/code-lists/broken', { ...base, items: [] }, 0)).status).toBe(422)
    expect((await administrator.put('/api/code-lists/broken', { ...base, parentList: 'khong-co', table: communes(1) }, 0)).status).toBe(422)
    expect((await visitor.get('/api/code-lists/broken')).status).toBe(404)
  })

  it('warn of leading zeros that a spreadsheet swallowed', async () => {
    expect((await administrator.put('/api/code-lists/provinces', { title: 'Tỉnh', source: 'x', validFrom: '2027-01-01', table: 'const,title\n1,Hà Nội\n79,TP. Hồ Chí Minh', dryRun: true }, 0)).body.lostZeros).toEqual(['1'])
  })

  it('are stored by administrators only', async () => {
    expect((await reviewer.put('/api/code-lists/mine', { ...base, table: communes(1) }, 0)).status).toBe(403)
    expect((await visitor.put('/api/code-lists/mine', { ...base, table: communes(1) }, 0)).status).toBe(401)
  })

  it('follow the product until the office has a version of its own', async () => {
    const read = (file: string) => JSON.parse(readFileSync(new URL(`../../../schemas/examples/code-lists/${file}.json`, import.meta.url), 'utf8')) as CodeList
    const newer = { ...read('countries'), validFrom: '2026-01-01' }
    await loadCodeLists(office.deps, [newer, { ...newer, id: 'communes' }], 'Một Cửa')
    await loadCodeLists(office.deps, [newer], 'Một Cửa')

    expect((await visitor.get('/api/code-lists/countries/versions')).body.versions).toHaveLength(2)
    expect((await visitor.get('/api/code-lists/communes/versions')).body.versions).toHaveLength(2)
  })
})
