import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DossierEvent } from '#schemas/generated/types.ts'
import { boundOf, officeHours, officeTime } from '#core/statistics/office-time.ts'
import { officeTimeWords } from '#core/statistics/office-time-words.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { extension } from '../../../fixtures/build.ts'

const workflow = extension().workflow!
const event = (version: number, at: string, to: string, from?: string): DossierEvent => ({ dossierId: 'd', version, at, type: version === 1 ? 'submit' : 'act', actor: 'Ai đó', to, ...(from !== undefined && { from }) })

describe('the time that an office took', () => {
  it('runs through opening hours, without what the applicant was waited for', () => {
    const events = [
      event(1, '2026-11-19T01:30:00.000Z', 'intake'), event(2, '2026-11-19T03:30:00.000Z', 'assign', 'intake'), event(3, '2026-11-19T04:30:00.000Z', 'supplement', 'assign'),
      event(4, '2026-11-26T01:30:00.000Z', 'assign', 'supplement'), event(5, '2026-11-26T02:30:00.000Z', 'granted', 'assign'),
    ]
    expect(officeHours(workflow, events, events[0]!.at, calendar2026)).toBe(4)
  })
  it('begins when paper was received, not when it was entered', () => {
    const events = [event(1, '2026-11-19T03:30:00.000Z', 'intake'), event(2, '2026-11-19T04:30:00.000Z', 'granted', 'intake')]
    expect(officeHours(workflow, events, '2026-11-19T01:30:00.000Z', calendar2026)).toBe(3)
  })
})

describe('a measured time', () => {
  const hours = fc.double({ min: 0, max: 2000, noNaN: true })
  it('is never shorter than half, or nine of ten, of the dossiers really took', () => {
    fc.assert(fc.property(fc.array(hours, { minLength: 1, maxLength: 60 }), (all) => {
      const classes = new Map<number, number>()
      for (const each of all) classes.set(boundOf(each), (classes.get(boundOf(each)) ?? 0) + 1)
      const { dossiers, half, nine } = officeTime(classes, 1)!
      const share = (days: number): number => all.filter((each) => each <= days * 8 + 1e-6).length / all.length
      expect(dossiers).toBe(all.length)
      expect(share(half)).toBeGreaterThanOrEqual(0.5)
      expect(share(nine)).toBeGreaterThanOrEqual(0.9)
      expect(nine).toBeGreaterThanOrEqual(half)
    }))
  })
  it('lies at most half a day above what is up to ten days', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 80, noNaN: true }), (each) => {
      expect(boundOf(each) - each).toBeLessThanOrEqual(4)
    }))
  })
  it('is not told of few dossiers, nor where it is beyond all classes', () => {
    expect(officeTime(new Map([[8, 19]]), 20)).toBeUndefined()
    expect(officeTime(new Map([[boundOf(5000), 30]]), 20)).toBeUndefined()
    expect(officeTime(new Map(), 0)).toBeUndefined()
  })
  it('is told in hours below a day', () => {
    expect([officeTimeWords(0.25, 'vi'), officeTimeWords(1, 'en'), officeTimeWords(4.5, 'vi')]).toEqual(['2 giờ làm việc', '1 working day', '4,5 ngày làm việc'])
  })
})
