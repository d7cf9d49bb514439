import { describe, expect, it } from 'vitest'
import { isClosed } from '#core/procedure/closure.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const { info } = buildProcedure()

describe('isClosed', () => {
  it.each<[string, object, string, boolean]>([
    ['takes dossiers when nothing says otherwise', {}, '2026-11-20', false],
    ['takes dossiers on the day before it is abolished', { closedFrom: '2023-01-01' }, '2022-12-31', false],
    ['takes none from the day on which it is abolished', { closedFrom: '2023-01-01' }, '2023-01-01', true],
    ['takes none on the last day of a suspension', { closedFrom: '2026-11-01', closedUntil: '2026-11-20' }, '2026-11-20', true],
    ['takes dossiers again after a suspension', { closedFrom: '2026-11-01', closedUntil: '2026-11-20' }, '2026-11-21', false],
  ])('%s', (_claim, closure, today, closed) => {
    expect(isClosed({ ...info, ...closure }, today)).toBe(closed)
  })
})
