// What a candidate would do to people who have answered: in one draft, and added up without a word about whose they are.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compiledOnce } from '#core/change/classify-change.ts'
import { replayOne, type ReplayCandidate, type ReplaySide } from '#core/change/replay.ts'
import { addUpReplay, mergeReplays, noReplays } from '#core/change/replay-totals.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import type { Fee, Form, Question, Workflow } from '#schemas/generated/types.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { buildForm, buildWorkflow, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const facts = { today: '2026-11-21' }
const sideOf = (source: Form, more: { fees?: readonly Fee[]; routing?: Workflow } = {}): ReplaySide => { const form = compiledOnce(source); return { judge: { form, validate: interpretSchema(form.schema) }, fees: [], ...more } }
const questions: Record<string, Question> = { ten: text('Họ và tên'), loai: choice('Loại', 'moi', 'lai'), ghiChu: text('Ghi chú') }
const base = sideOf(buildForm(questions, ['ten', 'loai']))
const replay = (form: Form, answers: Answers, more: Partial<ReplayCandidate> = {}) => replayOne({ ...sideOf(form), ...more }, answers, base, facts)

describe('replayOne', () => {
  const { ghiChu: _ghiChu, ...fewer } = questions

  it('leaves a draft as it is that nothing speaks against', () => {
    expect(replay(buildForm(questions, ['ten']), { ten: 'An' })).toEqual({ verdict: 'same', questions: [], reasons: [] })
  })
  it('asks again what was answered otherwise than is taken now', () => {
    expect(replay(buildForm({ ...questions, ten: text('Họ và tên', { maxLength: 3 }) }, ['ten', 'loai']), { ten: 'Bình', loai: 'moi' })).toEqual({ verdict: 'asksAgain', questions: ['/ten'], reasons: [{ path: '/ten', keyword: 'maxLength' }] })
  })
  it('does not count what was still to be answered anyway', () => {
    expect(replay(buildForm({ ...questions, loai: choice('Loại', 'moi') }, ['ten', 'loai']), { ten: 'An' }).verdict).toBe('same')
  })
  it('tells what loses its place, unless it moved along', () => {
    const answers = { ten: 'An', loai: 'moi', ghiChu: 'x' }
    expect(replay(buildForm(fewer, ['ten', 'loai']), answers)).toEqual({ verdict: 'losesData', questions: ['/ghiChu'], reasons: [{ path: '/ghiChu', keyword: 'noPlace' }] })
    expect(replay(buildForm({ ...fewer, them: text('Ghi thêm') }, ['ten', 'loai']), answers, { migrations: [{ from: '/ghiChu', to: '/them' }] }).verdict).toBe('same')
  })
  it('counts nothing as lost that nobody answered: what was worked out is gone with its question', () => {
    const worked: Question = { type: 'number', title: 'Tổng', readOnly: true, 'x-compute': 1 }
    const before = sideOf(buildForm({ ...questions, tong: worked, nhom: { type: 'object', title: 'Nhóm', properties: { thue: worked } } }, ['ten', 'loai']))
    expect(replayOne(base, { ten: 'An', loai: 'moi' }, before, facts)).toEqual({ verdict: 'same', questions: [], reasons: [] })
  })
  it('tells what people answered and is worked out from now on as lost', () => {
    const form = buildForm({ ...questions, ghiChu: { ...text('Ghi chú'), readOnly: true, 'x-compute': 'x' } }, ['ten', 'loai'])
    expect(replay(form, { ten: 'An', loai: 'moi', ghiChu: 'của tôi' })).toMatchObject({ verdict: 'losesData', reasons: [{ path: '/ghiChu', keyword: 'noPlace' }] })
  })
  it('tells an answer that is not asked for any more', () => {
    const form = buildForm(questions, ['ten', 'loai'], { rules: [rule('r', is('loai', 'lai'), { show: ['/ghiChu'] })] })
    expect(replay(form, { ten: 'An', loai: 'moi', ghiChu: 'x' }).reasons).toEqual([{ path: '/ghiChu', keyword: 'notAsked' }])
    expect(replay(form, { ten: 'An', loai: 'lai', ghiChu: 'x' }).verdict).toBe('same')
  })
  it('names columns without rows', () => {
    const table = (maxLength: number): Form => buildForm({ mau: { type: 'array', title: 'Mẫu', items: { type: 'object', properties: { a: text('A', { maxLength }) } } } })
    expect(replayOne(sideOf(table(1)), { mau: [{ a: 'x' }, { a: 'dài' }, { a: 'dài' }] }, sideOf(table(9)), facts).questions).toEqual(['/mau/*/a'])
  })
  it('computes the fee before and after', () => {
    const fee = (amount: number): Fee[] => [{ id: 'f', kind: 'fee', title: 'Phí', amount, when: is('loai', 'lai') }]
    const owed = (answers: Answers) => replayOne({ ...base, fees: fee(7000) }, answers, { ...base, fees: fee(5000) }, facts).fee
    expect([owed({ ten: 'An', loai: 'lai' }), owed({ ten: 'An', loai: 'moi' })]).toEqual([{ before: 5000, after: 7000 }, undefined])
  })
  it('follows the way of a dossier from where it stands', () => {
    const routing = buildWorkflow()
    const shorter: Workflow = { ...routing, steps: routing.steps.map((step) => (step.id === 'intake' ? { ...step, actions: [{ id: 'accept', title: 'Tiếp nhận', to: 'granted' }] } : step)) }
    const at = (step?: string) => replayOne({ ...base, routing: shorter }, { ten: 'An', loai: 'moi' }, { ...base, routing }, facts, step === undefined ? undefined : { step, records: {} }).route
    expect(at()).toEqual({ before: ['intake', 'review', 'granted'], after: ['intake', 'granted'] })
    expect(at('review')).toBeUndefined()
  })
  it.each(['02-gia-han-phe-duyet-mau.json', '15-dang-ky-khai-sinh.json'])('finds nothing between %s and itself, for finished and unfinished drafts', (file) => {
    const procedure = readGallery(file)
    const side = sideOf(procedure.form!, { fees: procedure.fees ?? [], ...(procedure.workflow && { routing: procedure.workflow }) })
    for (const { valid, full } of fc.sample(answersWithHidden(side.judge.form), { numRuns: 20, seed: 3 })) {
      for (const draft of [valid, full, Object.fromEntries(Object.entries(valid).slice(0, 2))]) expect(replayOne({ ...side }, draft, side, facts)).toEqual({ verdict: 'same', questions: [], reasons: [] })
    }
  })
})

describe('addUpReplay', () => {
  const secret = 'Nguyễn Thị Bí Mật'
  const candidate = buildForm({ ten: text('Họ và tên', { maxLength: 5 }), loai: choice('Loại', 'moi') }, ['ten', 'loai'])
  const drafts: Answers[] = [{ ten: secret, loai: 'moi' }, { ten: secret, loai: 'lai' }, { ten: 'An', loai: 'moi', ghiChu: secret }, { ten: 'An', loai: 'moi' }]
  const replays = drafts.map((answers) => replayOne({ ...sideOf(candidate), fees: [{ id: 'f', kind: 'fee', title: 'Phí', amount: 1000 }] }, answers, base, facts))

  it('counts people by verdict, question and reason', () => {
    expect(addUpReplay(replays)).toEqual({
      replayed: 4, verdicts: { same: 1, asksAgain: 2, losesData: 1 },
      questions: [{ path: '/ten', count: 2 }, { path: '/ghiChu', count: 1 }, { path: '/loai', count: 1 }],
      reasons: [{ path: '/ten', keyword: 'maxLength', count: 2 }, { path: '/ghiChu', keyword: 'noPlace', count: 1 }, { path: '/loai', keyword: 'enum', count: 1 }],
      fees: { more: 4, less: 0, difference: 4000 }, routes: [],
    })
  })
  it('says nothing of whose answers they were', () => {
    expect(JSON.stringify([replays, addUpReplay(replays)])).not.toContain(secret)
  })
  it('comes to the same in slices of any size', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...replays), { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (list, size) => {
      const slices = Array.from({ length: Math.ceil(list.length / size) }, (_each, i) => addUpReplay(list.slice(i * size, (i + 1) * size)))
      expect(slices.reduce(mergeReplays, noReplays)).toEqual(addUpReplay(list))
    }))
  })
})
