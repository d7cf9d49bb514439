import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueEntry } from '#schemas/generated/types.ts'
import { withShared } from '../../../server/features.ts'
import { indexWords, nameEarlierDossiers } from '../../../server/tasks/index-words.ts'
import { buildForm, buildProcedure } from '../../fixtures/build.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'
import { fileOne, type Filed } from '../../fixtures/queue.ts'

const withNumbers = () => {
  const procedure = buildProcedure()
  const { ten, tuoi, khan, lyDo } = procedure.form!.schema.properties
  const form = buildForm({
    ten: ten!, tuoi: tuoi!, khan: khan!, lyDo: lyDo!, soDinhDanh: { type: 'string', title: 'Số định danh', maxLength: 12, 'x-field': 'personId' },
    dienThoai: { type: 'string', title: 'Điện thoại', maxLength: 13, 'x-field': 'phone' }, benh: { type: 'string', title: 'Bệnh', maxLength: 50, 'x-field': 'text', 'x-privacy': { class: 'sensitive' } },
  }, ['ten', 'tuoi', 'khan', 'lyDo'])
  return { ...procedure, form: { ...form, rules: procedure.form!.rules ?? [] }, scenarios: [] }
}

describe.each<Engine>(['sqlite', 'postgres'])('the search on %s', (engine) => {
  const { office, oneStop, specialist } = sharedOffice(engine, 'oneStop', 'specialist')
  let quang: Filed
  let huong: Filed
  let plain: Filed
  let other: { id: string }

  beforeAll(async () => {
    const [procedure, second] = [await office.publish(withNumbers()), await office.publish(buildProcedure('1.000009'))]
    other = second
    quang = await fileOne(office, procedure, 'quang', { ten: 'Đỗ Quang Đạt', soDinhDanh: '001099012345', dienThoai: '0912 345 678', benh: 'Viêm gan' })
    huong = await fileOne(office, procedure, 'huong', { ten: 'Lê Thị Hương' })
    plain = await fileOne(office, second, 'plain', { ten: 'Trần Hương Giang' })
  })

  const find = async (q: string, more = '', who = oneStop): Promise<string[]> => {
    const { status, body } = await who.get(`/api/tasks?tab=filed&q=${encodeURIComponent(q)}${more}`)
    expect(status).toBe(200)
    return (body.tasks as QueueEntry[]).map((task) => task.dossierId)
  }

  const finds = async (): Promise<void> => {
    for (const typed of ['đỗ quang đạt', 'do quang dat', 'DAT  Quang', 'quang da', quang.code, quang.code.toLowerCase().replaceAll('-', ' ')]) expect(await find(typed), typed).toEqual([quang.id])
    expect(await find('huong')).toEqual([plain.id, huong.id])
    expect(await find('thu tuc')).toEqual([plain.id, huong.id, quang.id])
    expect(await find('uang')).toEqual([])
    expect(await find('huong', `&procedure=${other.id}`)).toEqual([plain.id])
    expect(await find('huong', '&channel=post')).toEqual([])
    expect(await find('huong', '&receivedFrom=2026-11-21')).toEqual([])
    expect(await find('huong', '&step=intake')).toEqual([plain.id, huong.id])
  }

  it('finds by code, name, subject and procedure, without accents, before the index has the words', finds)

  it('finds the same once the index has them', async () => {
    while (await indexWords(office.deps)) expect(true).toBe(true)
    expect(await office.deps.database.read('SELECT n FROM search_entry WHERE indexed = 0')).toHaveLength(engine === 'sqlite' ? 0 : 3)
    await finds()
  })

  it('finds a person by number for those who may look for people, and by the last digits of a phone', async () => {
    expect(await find('001099012345')).toEqual([quang.id])
    expect(await find('001099012345', '', specialist)).toEqual([])
    expect(await find('01099012345')).toEqual([])
    expect(await find('345678')).toEqual([quang.id])
    expect(await find('45678', '', specialist)).toEqual([quang.id])
  })

  it('finds nothing by what is sensitive or kept from an officer', async () => {
    expect(await find('viem gan')).toEqual([])
  })

  it('reads signs as blanks, so that nobody can write a query of their own', async () => {
    for (const typed of ['"', `' OR 1=1 --`, 'quang*', '=i001099012345', 'huong AND', '&|!()', '%', '_', 'quang:*']) expect((await oneStop.get(`/api/tasks?tab=filed&q=${encodeURIComponent(typed)}`)).status, typed).toBe(200)
    expect(await find('=p')).toEqual([])
    expect(await find('%%')).toHaveLength(3)
  })

  it('no longer finds in the queue what has ended, and goes on finding it among all', async () => {
    const inQueue = async (): Promise<QueueEntry[]> => (await oneStop.get(`/api/tasks?tab=all&q=huong`)).body.tasks
    expect((await inQueue()).map((task) => task.dossierId)).toEqual(expect.arrayContaining([huong.id, plain.id]))
    const applicant = await office.as('applicant')
    expect((await applicant.post(`/api/dossiers/${huong.id}/withdrawal`, { version: 1, reason: 'Đổi ý' })).status).toBe(200)
    expect((await inQueue()).map((task) => task.dossierId)).toEqual([plain.id])
    await indexWords(office.deps)
    expect((await inQueue()).map((task) => task.dossierId)).toEqual([plain.id])
    expect(await find('le huong')).toEqual([huong.id])
  })

  it('gives words to dossiers of before there was a search', async () => {
    const { database } = office.deps
    await database.commit([{ sql: 'DELETE FROM search_entry WHERE dossier_id = ?', parameters: [quang.id] }])
    expect(await find('quang dat')).toEqual([])
    expect(await nameEarlierDossiers(withShared(office.deps))).toBe(1)
    expect(await find('quang dat')).toEqual([quang.id])
  })
})
