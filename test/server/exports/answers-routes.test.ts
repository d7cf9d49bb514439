// The answers of one procedure as one table over its revisions, for those who may see its dossiers and its figures.
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { renamed } from '../../fixtures/renamed.ts'
import { finishOnOld, openReviewRoomOn, type ReviewRoom } from '../../fixtures/review-room.ts'

const first = (code: string): Procedure => {
  const document = buildProcedure(code)
  document.form!.schema.properties['benh'] = { type: 'string', title: 'Bệnh', maxLength: 50, 'x-field': 'text', 'x-privacy': { class: 'sensitive', purpose: 'Xét hỗ trợ' } }
  document.form!.pages[0]!.sections[0]!.questions.push('/benh')
  document.workflow!.steps.find(({ id }) => id === 'decision')!.sees = { hide: ['/tuoi'] }
  return document
}

describe.each<Engine>(['sqlite', 'postgres'])('the table of answers on %s', (engine) => {
  let room = {} as ReviewRoom
  let head = {} as Person
  let id = ''
  beforeAll(async () => {
    room = await openReviewRoomOn(engine)
    head = await room.office.as('head')
    const citizen = await room.office.as('applicant')
    const published = await room.putInForce(first('8.1'))
    id = published.id
    await fileAtOnce(citizen, published, { ...simpleAnswers(), ten: '=HYPERLINK("x")', benh: 'Kín', so: [{ ten: 'A', soBan: 1 }, { ten: 'B' }] })
    room.office.clock.now = '2026-11-20T03:00:00.000Z'
    const next = await room.approveNext(id, published.version, renamed(first('8.1'), '/ten', 'hoTen'), { disposition: finishOnOld })
    await room.publish(room.reviewer, next)
    const { ten, ...rest } = simpleAnswers()
    await fileAtOnce(citizen, { id, hash: next.hash }, { ...rest, hoTen: ten })
  })
  afterAll(() => room.office.close())

  const csv = async (query = ''): Promise<Record<string, string>[]> =>
    Papa.parse<Record<string, string>>((await head.get(`/api/statistics/procedures/${id}/answers.csv${query}`)).text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data

  it('has a column for each answer under its newest name, and a row for each dossier', async () => {
    const rows = await csv()
    expect(rows.map((row) => row['/hoTen'])).toEqual([`'=HYPERLINK("x")`, simpleAnswers()['ten']])
    expect(rows[0]).toMatchObject({ '/so/*/ten': 'A\nB', '/so/*/soBan': '1\n', '/khan': 'false', 'state': 'open', 'channel': 'online' })
    expect(rows[0]!['revision']).not.toBe(rows[1]!['revision'])
    expect(Object.keys(rows[0]!)).not.toContain('/ten')
  })

  it('holds nothing sensitive, and nothing that a step hides from who asks', async () => {
    const reply = await head.get(`/api/statistics/procedures/${id}/answers.csv`)
    expect(reply.text).not.toContain('Kín')
    expect(reply.text).not.toContain('/benh')
    expect((await csv()).map((row) => row['/tuoi'])).toEqual(['', ''])
    expect(reply.headers.get('Cache-Control')).toBe('private, no-store')
  })

  it('is of the months that are asked for', async () => {
    expect(await csv('?from=2026-11&to=2026-11')).toHaveLength(2)
    expect(await csv('?from=2026-01&to=2026-10')).toHaveLength(0)
    expect((await head.get(`/api/statistics/procedures/${id}/answers.csv?from=2026-13`)).status).toBe(422)
  })

  it('is a workbook too', async () => {
    const { bytes, headers } = await head.get(`/api/statistics/procedures/${id}/answers.xlsx`)
    expect(headers.get('Content-Disposition')).toContain('.xlsx')
    const parts = unzipSync(bytes)
    expect(Object.values(parts).map((part) => strFromU8(part)).join('')).toContain('/hoTen')
  })

  it('holds no cell that a spreadsheet refuses: what is longer is cut, says so, and stands whole in the CSV', async () => {
    const document = buildProcedure('8.2')
    document.form!.schema.properties['so']!.items!.properties!['ten']!.maxLength = 20_000
    const published = await room.putInForce(document)
    const text = `${'Lời dài 𝄞 '.repeat(1_500)}hết\uffff`
    expect((await fileAtOnce(await room.office.as('applicant'), published, { ...simpleAnswers(), so: [{ ten: text }, { ten: text }, { ten: text }] })).status).toBe(201)
    const at = `/api/statistics/procedures/${published.id}/answers`
    const [workbook, csv] = await Promise.all([head.get(`${at}.xlsx`), head.get(`${at}.csv`)])
    const sheet = Object.values(unzipSync(workbook.bytes)).map((part) => strFromU8(part)).join('')
    const cells = [...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]!)
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(32_767)
    expect(cells.find((cell) => cell.startsWith('Lời dài'))).toMatch(new RegExp(`cut: ${3 * text.length + 2} characters`))
    expect(sheet).not.toMatch(/[\ufffe\uffff]/)
    expect(csv.text).toContain(text)
  })

  it('is for those who answer for an office and may see dossiers, and for nobody else', async () => {
    const address = `/api/statistics/procedures/${id}/answers.csv`
    const others = await Promise.all([undefined, 'applicant', 'administrator', 'reviewer', 'specialist'].map(async (who) => (await (await room.office.as(who as 'applicant')).get(address)).status))
    expect(others).toEqual([401, 403, 403, 403, 403])
    expect((await head.get(`/api/statistics/procedures/${crypto.randomUUID()}/answers.csv`)).status).toBe(404)
  })
})
