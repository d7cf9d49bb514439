// Removing with a replacement: what read the one question reads the other, and then nothing stands in the way.
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { outermost, removeQuestions, usesAfter } from '../../../designer/form-editor/removal-commands.ts'
import { sampleProcedure } from './sample-procedure.ts'

const withSecondArea = (): Procedure => {
  const procedure = sampleProcedure()
  procedure.form!.schema.properties['dienTichSan'] = { type: 'number', title: 'Diện tích sàn', 'x-field': 'number' }
  procedure.form!.pages[0]!.sections[1]!.questions.push('/dienTichSan')
  return procedure
}

describe('removing a question that money depends on', () => {
  it('is blocked by the fee, and no longer when another question is read instead', () => {
    expect(usesAfter(withSecondArea(), { paths: ['/dienTich'] }).blocks.map((site) => site.where)).toEqual(['fee'])
    expect(usesAfter(withSecondArea(), { paths: ['/dienTich'], replaceBy: '/dienTichSan' }).blocks).toEqual([])
  })
  it('lets fees, conditions and formulas read the replacement', () => {
    const removed = carryOut(withSecondArea(), removeQuestions, { paths: ['/dienTich'], replaceBy: '/dienTichSan' }, {}, 0)!.document
    expect(removed.form!.schema.properties).not.toHaveProperty('dienTich')
    expect(removed.fees![0]!.amount).toEqual({ if: [{ '>': [{ var: 'dienTichSan' }, 100] }, 50000, 30000] })
    expect(removed.form!.rules!.find((rule) => rule.id === 'hoi-nhieu')!.when).toEqual({ required: ['dienTichSan'] })
    expect(removed.form!.pages[0]!.sections[1]!.questions).toEqual(['/dienTichSan'])
  })
})

it('a group that is removed takes its parts along only once', () => {
  expect(outermost(['/coSo', '/coSo/ten', '/lyDo'])).toEqual(['/coSo', '/lyDo'])
})
