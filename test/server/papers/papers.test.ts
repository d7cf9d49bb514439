// Papers on both engines: what a decision issues is written down with it, becomes one PDF however often it is tried, and
// stays as it was issued.
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { makePaper } from '../../../server/papers/make-paper.ts'
import { findPaper } from '../../../server/papers/repository.ts'
import { readVolume, registrars } from '../../../server/papers/read-register.ts'
import { createKnownProcedures } from '../../../server/statistics/known-procedures.ts'
import { sweepFiles } from '../../../server/files/sweep-files.ts'
import { fireDueTimers, withShared } from '../../../server/features.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { act, fileAtOnce, sendSupplement } from '../../fixtures/filing.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'

const withSlips = (): Procedure => {
  const base = buildProcedure()
  const issues = { accept: ['slip-01'], 'ask-supplement': ['slip-02'], 'refuse-intake': ['slip-03', 'slip-06'] } as Record<string, string[]>
  return {
    ...base,
    papers: ['01', '02', '03', '05', '06'].map((slip) => ({ id: `slip-${slip}`, title: `Mẫu ${slip}`, slip, signedBy: 'one-stop', prints: ['/ten'] })),
    workflow: {
      ...base.workflow!,
      steps: base.workflow!.steps.map((step) => ({
        ...step, ...(step.actions && { actions: step.actions.map((action) => ({ ...action, ...(issues[action.id] && { issues: issues[action.id]! }) })) }),
        ...(step.onExpiry && { onExpiry: { ...step.onExpiry, issues: ['slip-05'] } }),
      })),
    },
  }
}

describe.each<Engine>(['sqlite', 'postgres'])('papers on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine, withSlips())

  const file = async () => (await fileAtOnce(citizen, procedure)).body.dossier
  const papersOf = async (id: string) => (await citizen.get(`/api/dossiers/${id}`)).body.papers as { id: string; slip: string; number: number; issuedAt: string }[]
  const rows = async (dossier: string) => office.deps.database.read<{ n: number }>('SELECT count(*) AS n FROM paper WHERE dossier_id = ?', [dossier])

  it('lists the receipt for the applicant and the office and gives it as a PDF to both', async () => {
    const filed = await file()
    expect(await papersOf(filed.id)).toEqual([])
    await act(desk, filed.id, filed.version, { action: 'accept' })
    const [receipt, ...others] = await papersOf(filed.id)
    expect(others).toEqual([])
    expect(receipt).toMatchObject({ slip: '01', number: 1, issuedAt: office.clock.now })
    for (const person of [citizen, desk]) {
      const reply = await person.get(`/api/dossiers/${filed.id}/papers/${receipt!.id}.pdf`)
      expect([reply.status, reply.headers.get('Content-Type'), reply.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    }
  })

  it('shows papers and pictures to nobody else', async () => {
    const filed = await file()
    await act(desk, filed.id, filed.version, { action: 'accept' })
    const [receipt] = await papersOf(filed.id)
    const other = await file()
    expect((await citizen.get(`/api/dossiers/${other.id}/papers/${receipt!.id}.pdf`)).status).toBe(404)
    expect((await (await office.as('administrator')).get(`/api/dossiers/${filed.id}/papers/${receipt!.id}.pdf`)).status).toBe(404)
    expect((await (await office.as()).get(`/api/dossiers/${filed.id}/papers/${receipt!.id}.pdf`)).status).toBe(401)
    expect((await citizen.get(`/api/dossiers/${filed.id}/papers/..%2f..%2fsecret.pdf`)).status).toBe(404)
    const qr = await citizen.get(`/api/dossiers/${filed.id}/qr.svg`)
    expect([qr.status, qr.headers.get('Content-Type'), qr.text.slice(0, 4)]).toEqual([200, 'image/svg+xml', '<svg'])
    expect((await (await office.as('administrator')).get(`/api/dossiers/${filed.id}/qr.svg`)).status).toBe(404)
  })

  it('makes exactly one paper of an effect, over repetitions, crashes between the steps and makers at the same time', async () => {
    const filed = await file()
    await act(desk, filed.id, filed.version, { action: 'accept' })
    const [listed] = await papersOf(filed.id)
    const paper = (await findPaper(office.deps.database, listed!.id))!
    // Killed after storing and before noting it down: the bytes are there, the row says nothing.
    const stored = await makePaper({ ...office.deps, database: { ...office.deps.database, commit: () => Promise.reject(new Error('killed')) } }, paper).catch(() => undefined)
    expect(stored).toBeUndefined()
    await Promise.all([carryOutEffects(office), carryOutEffects(office), citizen.get(`/api/dossiers/${filed.id}/papers/${paper.id}.pdf`)])
    const first = (await findPaper(office.deps.database, paper.id))!.made
    await office.deps.database.commit([{ sql: `UPDATE outbox SET state = 'waiting', next_at = ? WHERE dossier_id = ?`, parameters: [office.clock.now, filed.id] }])
    await carryOutEffects(office)
    expect(first).toMatchObject({ size: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await findPaper(office.deps.database, paper.id))!.made).toEqual(first)
    expect(Number((await rows(filed.id))[0]!.n)).toBe(1)
  })

  it('numbers the papers of a year without a gap, also where decisions collide', async () => {
    const before = (await office.deps.database.read<{ n: number }>(`SELECT n FROM dossier_sequence WHERE key LIKE 'paper:%:01:%'`))[0]!.n
    const filed = await Promise.all(Array.from({ length: 6 }, file))
    const replies = await Promise.all(filed.flatMap((each) => [1, 2, 3].map(() => act(desk, each.id, each.version, { action: 'accept' }))))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(6)
    const numbers = (await Promise.all(filed.map((each) => papersOf(each.id)))).flat().map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 6 }, (_each, i) => Number(before) + 1 + i))
  })

  it('says what was decided when it was decided, whenever the PDF is made', async () => {
    const filed = await file()
    await act(desk, filed.id, filed.version, { action: 'ask-supplement', reason: 'Ghi rõ tên đệm', fields: ['/ten'] })
    const asked = (await citizen.get(`/api/dossiers/${filed.id}`)).body.dossier
    const saved = await citizen.put(`/api/dossiers/${filed.id}/answers`, { answers: { ...simpleAnswers(), ten: 'Nguyễn Văn Bình' } }, asked.version)
    await sendSupplement(citizen, filed.id, saved.body.version)
    const [slip] = await papersOf(filed.id)
    const { model } = (await findPaper(office.deps.database, slip!.id))!
    expect(model.blocks).toContainEqual({ kind: 'line', label: 'Họ và tên', text: 'Nguyễn Văn An' })
    expect(model.blocks).toContainEqual({ kind: 'line', label: 'Lý do', text: 'Ghi rõ tên đệm' })
    expect(model.blocks).toContainEqual({ kind: 'list', label: expect.any(String), items: ['Họ và tên'] })
  })

  it('issues the notice of a dossier that stops by itself, once', async () => {
    const filed = await file()
    await act(desk, filed.id, filed.version, { action: 'ask-supplement', reason: 'Thiếu', fields: ['/ten'] })
    const then = office.clock.now
    office.clock.now = '2026-12-30T02:00:00.000Z'
    await Promise.all([fireDueTimers(office.deps), fireDueTimers(office.deps)])
    expect((await papersOf(filed.id)).map(({ slip }) => slip)).toEqual(['02', '05'])
    office.clock.now = then
  })

  it('writes the control sheet from the audit trail, this decision included, for the office only', async () => {
    const filed = await file()
    await act(desk, filed.id, filed.version, { action: 'refuse-intake', reason: 'Không thuộc thẩm quyền' })
    const issued = (await desk.get(`/api/tasks/${filed.id}`)).body.papers as { id: string; slip: string }[]
    expect(issued.map(({ slip }) => slip).sort()).toEqual(['03', '06'])
    expect((await papersOf(filed.id)).map(({ slip }) => slip)).toEqual(['03'])
    const sheet = issued.find(({ slip }) => slip === '06')!
    const table = (await findPaper(office.deps.database, sheet.id))!.model.blocks.find((block) => block.kind === 'table')!
    expect(table.rows.map(([, , result, remark]) => [result, remark])).toEqual([['', 'Tiếp nhận hồ sơ'], ['Trước hạn', expect.stringMatching(/: Không thuộc thẩm quyền$/)]])
    expect((await desk.get(`/api/dossiers/${filed.id}/papers/${sheet.id}.pdf`)).text.slice(0, 5)).toBe('%PDF-')
    expect((await citizen.get(`/api/dossiers/${filed.id}/papers/${sheet.id}.pdf`)).status).toBe(404)
  })

  it('keeps the register of the year by the numbers of the receipts', async () => {
    const head = await office.as('head')
    const { registers } = (await head.get('/api/statistics/registers')).body
    const [row] = await office.deps.database.read<{ n: number }>(`SELECT count(*) AS n FROM paper WHERE slip = '01'`)
    expect(registers).toEqual([{ year: '2026', agencyCode: 'H99', agency: expect.any(String), dossiers: Number(row!.n), volumes: 1, closed: false }])
    const known = createKnownProcedures(office.deps.database)
    const registrar = registrars(await known()).find(({ agencyCode }) => agencyCode === 'H99')!
    const volume = (await readVolume(withShared(office.deps), await known(), registrar, '2026', 1))!
    expect(volume.entries.map(({ number }) => number)).toEqual(volume.entries.map((_entry, i) => i + 1))
    expect(volume).toMatchObject({ total: volume.entries.length, closed: false, entries: expect.arrayContaining([expect.objectContaining({ applicant: expect.any(String), channel: 'online' })]) })
    expect((await head.get('/api/statistics/registers/2026/H99/1.pdf')).text.slice(0, 5)).toBe('%PDF-')
    for (const none of ['2026/H99/2', '2026/H98/1', '1999/H99/1', '2026/H99/0']) expect((await head.get(`/api/statistics/registers/${none}.pdf`)).status, none).toBe(404)
  })

  it('keeps what was issued: the sweep of leftovers leaves it, and nothing changes it', async () => {
    await carryOutEffects(office)
    const [paper] = await office.deps.database.read<{ id: string }>('SELECT id FROM paper WHERE made_at IS NOT NULL LIMIT 1')
    await sweepFiles({ ...office.deps, now: () => '2027-12-01T00:00:00.000Z' })
    const stream = await office.deps.storage.get(paper!.id)
    stream?.destroy()
    expect(stream).toBeDefined()
    await expect(office.deps.database.commit([{ sql: 'UPDATE paper SET number = 99 WHERE id = ?', parameters: [paper!.id] }])).rejects.toThrow(/as it was issued/)
  })
})
