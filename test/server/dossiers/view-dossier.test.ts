import { describe, expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { ownView } from '../../../server/dossiers/view-dossier.ts'
import { buildDossier } from '../../fixtures/core-builders.ts'

describe('what an applicant is told of a dossier', () => {
  it('leaves out who has it, what other units say, how it was rated and which timers came', () => {
    const inside = { opinions: { a: { text: 'x', at: '2026-11-19T03:00:00Z' } }, assignee: { id: 'lan', name: 'Lan', at: '2026-11-19T03:00:00Z', step: 'intake' }, fired: ['late'], risk: { step: 'risk', score: 5, reasons: ['new'] } }
    expect(ownView(buildDossier({ ...inside, state: 'open', records: { intake: { note: 'x' } } }), emptyProcedure('x', 'y'))).toEqual(buildDossier({ state: 'open' }))
  })
})
