import { describe, expect, it } from 'vitest'
import { completion } from '#core/workflow/completion.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const workflow = buildProcedure().workflow!

describe('completion', () => {
  it.each([
    ['at its first step', { state: 'open', step: 'intake', publicStatus: 'submitted' }, { state: 'received', done: 0, of: 3 }],
    ['under way', { state: 'open', step: 'decision', publicStatus: 'processing' }, { state: 'processing', done: 2, of: 3 }],
    ['waiting for its applicant, as far as the step that asked', { state: 'open', step: 'supplement', publicStatus: 'supplement' }, { state: 'waiting', done: 0, of: 3 }],
    ['granted', { state: 'ended', step: 'granted', publicStatus: 'returned' }, { state: 'finished', done: 3, of: 3 }],
    ['refused, which nobody else is told', { state: 'ended', step: 'refused', publicStatus: 'refused' }, { state: 'finished', done: 3, of: 3 }],
  ] as const)('of a dossier %s', (_, standing, expected) => {
    expect(completion(workflow, standing)).toEqual(expected)
  })
})
