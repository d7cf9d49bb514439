import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumCounters, type Counter } from '#core/statistics/counter.ts'
import { fewestShown, hideSmall, makePublicReport } from '#core/statistics/public-report.ts'
import { promptnessOf } from '#core/statistics/promptness.ts'

const counts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 12 })

describe('what is kept back', () => {
  it('is every figure below five, and nothing that is none', () => {
    fc.assert(fc.property(counts, (values) => {
      const shown = hideSmall(values)
      expect(shown).toHaveLength(values.length)
      shown.forEach((value, i) => expect(value === null || (value === values[i] && (value === 0 || value >= fewestShown))).toBe(true))
    }))
  })
  it('cannot be worked out from the sum: what is kept back together is five or more, or all there is', () => {
    fc.assert(fc.property(counts, (values) => {
      const hidden = values.filter((_value, i) => hideSmall(values)[i] === null)
      const rest = values.filter((_value, i) => hideSmall(values)[i] !== null)
      const sum = hidden.reduce((all, each) => all + each, 0)
      expect(hidden.length === 0 || sum >= fewestShown || rest.every((value) => value === 0)).toBe(true)
      expect(hidden.length !== 1 || rest.every((value) => value === 0)).toBe(true)
    }))
  })
})

const counter = (changed: Partial<Counter>): Counter => ({ month: '2026-03', procedureId: 'p', kind: 'received', part: 'online', detail: '', by: 1, ...changed })

describe('the statistics for everybody', () => {
  const report = makePublicReport({
    year: '2026', years: ['2026'], asOf: '2026-11-20T02:00:00.000Z', recent: [counter({ kind: 'hours', part: '', detail: '16', by: 30 })], open: new Map(), indicators: ['thaiDo'],
    counters: [counter({ by: 40 }), counter({ kind: 'ended', part: 'granted', detail: 'early', by: 30 }), counter({ kind: 'officer', part: 'somebody', detail: 'late', by: 9 }), counter({ kind: 'rating', part: '', by: 3 }), counter({ kind: 'rating', part: 'thaiDo', detail: '0', by: 1 })],
    known: [{ id: 'p', name: 'Thủ tục', office: 'Quầy', agency: 'Sở', agencyCode: 'H99' }],
  })
  it('name no officer and no mark of few people', () => {
    expect(JSON.stringify(report)).not.toContain('somebody')
    expect([report.raters, report.ratings]).toEqual([0, []])
  })
  it('end with the present month, and tell the time that was measured', () => {
    expect(report.months.at(-1)?.month).toBe('2026-11')
    expect(report.procedures).toEqual([{ id: 'p', name: 'Thủ tục', figures: { received: 40, settled: 30, late: 0 }, time: { dossiers: 30, half: 2, nine: 2 } }])
  })
})

describe('counters', () => {
  it('come to the same in whatever order and however they are parted', () => {
    const some = fc.array(fc.record({ month: fc.constantFrom('2026-01', '2026-02'), procedureId: fc.constantFrom('p', 'q'), kind: fc.constantFrom('received' as const, 'ended' as const), part: fc.constantFrom('online', 'post'), detail: fc.constantFrom('', 'late'), by: fc.integer({ min: -3, max: 3 }) }))
    fc.assert(fc.property(some, some, (a, b) => {
      expect(sumCounters([...sumCounters(a), ...sumCounters(b)])).toEqual(sumCounters([...b, ...a]))
    }))
  })
})

describe('promptness', () => {
  it('is early on a day before, on time until the hour, late after it', () => {
    const due = '2026-11-20T10:00:00.000Z'
    expect(['2026-11-19T16:00:00.000Z', '2026-11-19T18:00:00.000Z', due, '2026-11-20T10:00:01.000Z'].map((at) => promptnessOf(at, due))).toEqual(['early', 'onTime', 'onTime', 'late'])
    expect(promptnessOf(due, undefined)).toBe('untimed')
  })
})
