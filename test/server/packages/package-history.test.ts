import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProcedurePackage } from '#schemas/generated/types.ts'
import { chainHistory, judgePackage, unchained, type PastRelease } from '../../../server/packages/package-history.ts'
import { contentHash } from '../../../server/procedures/content-hash.ts'
import { buildProcedure } from '../../fixtures/build.ts'

const document = buildProcedure()
const revision = contentHash(document)
const past: PastRelease[] = [
  { revision: 'a'.repeat(64), at: '2025-01-01T00:00:00.000Z', comment: 'Lần đầu' }, { revision: 'b'.repeat(64), at: '2025-06-01T00:00:00.000Z', legalBasis: 'NĐ 61/2018' }, { revision, at: '2026-01-01T00:00:00.000Z' },
]
const packed = (history: readonly PastRelease[] = past): ProcedurePackage =>
  ({ kind: 'mot-cua-procedure', packageVersion: 1, madeAt: '2026-11-20T02:00:00.000Z', origin: 'http://office.test', revision, document, history: chainHistory(history), codeLists: [], calendars: [] })

describe('the history in a package', () => {
  it('is whole as it was made, and says again what went into it', () => {
    expect(judgePackage(packed())).toEqual([])
    expect(judgePackage(packed([]))).toEqual([])
    expect(unchained(chainHistory(past))).toEqual(past)
  })
  it('tells where something was changed, left out or slipped in', () => {
    const changed = packed()
    changed.history[1]!.legalBasis = 'NĐ 1/2099'
    expect(judgePackage(changed)).toEqual([{ pointer: '/history/1', code: 'package.chain' }])
    const without = packed()
    without.history.splice(1, 1)
    expect(judgePackage(without)).toEqual([{ pointer: '/history/1', code: 'package.chain' }])
  })
  it('finds any single change of any release', () => {
    fc.assert(fc.property(fc.nat({ max: 2 }), fc.constantFrom('revision', 'at', 'comment', 'legalBasis', 'prev', 'hash'), fc.string({ minLength: 1 }), (at, name, value) => {
      const given = packed()
      Object.assign(given.history[at]!, { [name]: value })
      const before = packed().history[at] as unknown as Record<string, unknown>
      expect(judgePackage(given).length > 0).toBe(before[name] !== value)
    }))
  })
  it('tells when the document is another one', () => {
    const other = packed()
    other.document = buildProcedure('1.9')
    expect(judgePackage(other)).toEqual([{ pointer: '/revision', code: 'package.hash' }])
    expect(judgePackage(packed(past.slice(0, 2)))).toEqual([{ pointer: '/history/1/revision', code: 'package.end' }])
  })
})
