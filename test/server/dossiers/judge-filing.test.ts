import { beforeAll, describe, expect, it } from 'vitest'
import { toWorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { HandlingFacts } from '../../../server/dossiers/facts.ts'
import { judgeDraft, judgeWhole } from '../../../server/dossiers/judge-filing.ts'
import { ProblemError } from '../../../server/http/problem-response.ts'
import type { Revision } from '../../../server/procedures/revision.ts'
import { compileProcedure } from '../../../server/validators/compile-procedure.ts'
import { createJudges } from '../../../server/validators/validator-cache.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'

const calendar = toWorkingCalendar({ utcOffsetMinutes: 420, hours: [{ from: '07:30', to: '17:00' }], weekend: [0, 6], days: [] })
const facts: HandlingFacts = { actor: { id: 'a', name: 'An', roles: ['applicant'] }, now: '2026-11-20T03:00:00.000Z', today: '2026-11-20', calendar }
const procedure = buildProcedure()
let revision: Revision

beforeAll(async () => {
  const compiled = await compileProcedure(procedure)
  if ('issues' in compiled) throw new Error('does not compile')
  revision = { hash: 'h', procedureId: 'p', publishedAt: facts.now, procedure, judges: createJudges(procedure, compiled.validators), schema: compiled.schema, validators: compiled.validators }
})

const refusals = (judge: () => unknown): { pointer: string; code: string }[] => {
  try {
    judge()
    return []
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.issues.map(({ pointer, code }) => ({ pointer, code }))
  }
}

describe('judgeDraft', () => {
  it('drops what is not asked any more, computes, and works out the fee', () => {
    const filing = judgeDraft(revision, { ...simpleAnswers(), ten: '  An ', lyDo: 'đã bỏ', gapDoi: 1 }, new Map(), facts)
    expect(filing).toEqual({ answers: { ten: 'An', tuoi: 30, khan: false, gapDoi: 60 }, fee: expect.objectContaining({ total: 0 }) as unknown })
    expect(judgeDraft(revision, { ...simpleAnswers(), khan: true, lyDo: 'Gấp' }, new Map(), facts).fee).toMatchObject({ charges: 50000, total: 50000 })
  })

  it('puts every fault at its place in the request', () => {
    expect(refusals(() => judgeDraft(revision, { tuoi: 200, khan: true, la: 1 }, new Map(), facts))).toEqual(expect.arrayContaining([
      { pointer: '/answers/ten', code: 'required' }, { pointer: '/answers/tuoi', code: 'maximum' }, { pointer: '/answers/lyDo', code: 'required' }, { pointer: '/answers/la', code: 'unknown' },
    ]))
  })
})

describe('judgeWhole', () => {
  it('accepts what the form asks', () => {
    expect(judgeWhole(revision, simpleAnswers(), facts).answers).toMatchObject({ gapDoi: 60 })
  })

  it.each<[string, Answers, string]>([
    ['to a question that is not asked', { lyDo: 'Gấp' }, '/answers/lyDo'],
    ['that we compute', { gapDoi: 60 }, '/answers/gapDoi'],
    ['to a question that does not exist', { la: 1 }, '/answers/la'],
    ['of another type', { tuoi: '30' }, '/answers/tuoi'],
    ['that is null where a group belongs', { so: 'không phải bảng' }, '/answers/so'],
    ['with an unknown column', { so: [{ ten: 'Một', la: 1 }] }, '/answers/so/0/la'],
  ])('refuses an answer %s', (_, change, pointer) => {
    expect(refusals(() => judgeWhole(revision, { ...simpleAnswers(), ...change }, facts)).map((issue) => issue.pointer)).toEqual([pointer])
  })
})
