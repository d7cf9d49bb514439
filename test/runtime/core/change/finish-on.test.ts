import { describe, expect, it } from 'vitest'
import { finishOn, type Publication } from '#core/change/finish-on.ts'
import type { Disposition } from '#schemas/generated/types.ts'

const message = { vi: 'Mẫu đơn đã đổi.', en: 'The form has changed.' }
const today = '2026-11-21'
const published = (revision: string, more: Partial<Disposition> = {}): Publication => ({ type: 'published', revision, disposition: { drafts: 'finish', open: 'stay', message, ...more } })
const plain = (revision: string): Publication => ({ type: 'published', revision })
const withdrawn = (revision: string): Publication => ({ type: 'withdrawn', revision })
const may = (inForce: string | undefined, ...publications: Publication[]) => finishOn('a', inForce, publications, today)

describe('finishOn', () => {
  it('lets a draft be filed under the revision in force, and under an older one that nothing was said about', () => {
    expect([may('a', plain('a')), may('b', plain('a'), plain('b')), may('b')]).toEqual([{ may: true }, { may: true }, { may: true }])
  })
  it('lets it be finished on the old revision to the end of its last day in Vietnam', () => {
    expect(may('b', plain('a'), published('b', { draftsUntil: '2026-11-21' }))).toEqual({ may: true })
    expect(may('b', plain('a'), published('b', { draftsUntil: '2026-11-20' }))).toEqual({ may: false, why: 'over', message })
  })
  it('keeps it where the applicant is asked again or the draft is moved', () => {
    for (const drafts of ['ask', 'move'] as const) expect(may('b', plain('a'), published('b', { drafts }))).toEqual({ may: false, why: drafts, message })
  })
  it('hears every publication since, also where a later one says nothing', () => {
    expect(may('c', plain('a'), published('b', { drafts: 'ask' }), plain('c'))).toMatchObject({ may: false, why: 'ask' })
    expect(may('c', plain('a'), published('b'), published('c', { drafts: 'move' }))).toMatchObject({ may: false, why: 'move' })
    // What was decided before the revision was published (again) is not about its drafts.
    expect(may('c', published('b', { drafts: 'ask' }), plain('a'), plain('c'))).toEqual({ may: true })
  })
  it('files nothing under what was withdrawn, until it is published again', () => {
    expect(may(undefined, plain('a'), withdrawn('a'))).toEqual({ may: false, why: 'withdrawn' })
    expect(may(undefined, plain('a'), plain('b'), withdrawn('b'))).toEqual({ may: false, why: 'withdrawn' })
    expect(may('b', plain('a'), withdrawn('a'), plain('b'))).toEqual({ may: false, why: 'withdrawn' })
    expect(may('a', plain('a'), withdrawn('a'), plain('a'))).toEqual({ may: true })
    expect(may('b', plain('a'), withdrawn('a'), plain('a'), plain('b'))).toEqual({ may: true })
  })
})
