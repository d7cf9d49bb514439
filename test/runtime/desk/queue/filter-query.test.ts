import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toQuery } from '#runtime/client/queue.ts'
import { readFilters, setFilters, tabNames, withFilter } from '../../../../runtime/desk/queue/filter-query.ts'

const filters = fc.record({
  tab: fc.constantFrom(...tabNames), status: fc.constantFrom('overdue', 'soon', 'onTime'), channel: fc.constantFrom('online', 'counter', 'post'), step: fc.constantFrom('intake', 'review-2'),
  procedure: fc.uuid(), assignee: fc.uuid(), receivedFrom: fc.constant('2026-11-01'), q: fc.string({ minLength: 1, maxLength: 200 }),
}, { requiredKeys: ['tab'] })

describe('the filters in the address', () => {
  it('come back as they were set', () => {
    fc.assert(fc.property(filters, (each) => {
      const { status, ...rest } = each
      expect(readFilters(toQuery(each as never))).toEqual(each.tab === 'filed' ? rest : { ...rest, ...(status && { status }) })
    }))
  })
  it('leave out what the queue does not know', () => {
    expect(readFilters({ tab: 'everything', status: 'late', channel: ['online', 'post'], procedure: '7', receivedFrom: 'hôm qua', q: '' })).toEqual({ tab: 'unit' })
  })
})

describe('withFilter', () => {
  it('takes a filter away that has no value', () => {
    expect(withFilter({ tab: 'mine', channel: 'post' }, 'channel', '')).toEqual({ tab: 'mine' })
  })
  it('forgets the step with its procedure, and the time limit among dossiers that may have ended', () => {
    expect(withFilter({ tab: 'unit', procedure: 'p', step: 'intake' }, 'procedure', 'q')).toEqual({ tab: 'unit', procedure: 'q' })
    expect(withFilter({ tab: 'unit', status: 'overdue' }, 'tab', 'filed')).toEqual({ tab: 'filed' })
  })
})

describe('setFilters', () => {
  it('lists what is set, without the tab', () => {
    expect(setFilters({ tab: 'all', status: 'soon', q: 'hoa' })).toEqual([{ name: 'q', value: 'hoa' }, { name: 'status', value: 'soon' }])
  })
})
