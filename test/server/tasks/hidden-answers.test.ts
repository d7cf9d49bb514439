import { describe, expect, it } from 'vitest'
import type { Dossier } from '#schemas/generated/types.ts'
import { hiddenPaths, hideAnswers, isHidden } from '../../../server/tasks/hidden-answers.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'

const workflow = buildProcedure().workflow!
const at = (step: string): Dossier =>
  ({ id: 'd', procedureId: 'p', revision: 'r', applicantId: 'a', channel: 'online', state: 'open', step, version: 1, records: {}, answers: { ...simpleAnswers(), so: [{ ten: 'Một', soBan: 1 }, { ten: 'Hai', soBan: 2 }] } })

describe('hiddenPaths', () => {
  it('keeps from the officer of the step what the step hides', () => {
    expect(hiddenPaths(workflow, at('appraisal'), ['specialist'])).toEqual(['/tuoi'])
  })

  it('keeps it from the same officer in every other step too', () => {
    expect(hiddenPaths(workflow, at('decision'), ['specialist'])).toEqual(['/tuoi'])
  })

  it('hides nothing from the officer of a step that hides nothing', () => {
    expect(hiddenPaths(workflow, at('intake'), ['one-stop'])).toEqual([])
  })
})

describe('hideAnswers', () => {
  it('removes what is hidden and leaves the rest', () => {
    expect(hideAnswers(at('appraisal'), ['/tuoi']).answers).not.toHaveProperty('tuoi')
    expect(hideAnswers(at('appraisal'), ['/so/*/soBan']).answers.so).toEqual([{ ten: 'Một' }, { ten: 'Hai' }])
    expect(hideAnswers(at('appraisal'), ['/so/*']).answers.so).toEqual([])
  })

  it('knows that a file under a hidden question is hidden', () => {
    expect(isHidden(['/so'], '/so/0/tep')).toBe(true)
    expect(isHidden(['/so/*/tep'], '/so/0/tep')).toBe(true)
    expect(isHidden(['/so'], '/soKhac')).toBe(false)
  })
})
