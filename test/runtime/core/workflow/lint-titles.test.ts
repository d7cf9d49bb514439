import { describe, expect, it } from 'vitest'
import { lintWorkflow } from '#core/workflow/lint-workflow.ts'
import { translateIssue } from '#core/text/translate.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'

describe('what has no name', () => {
  it('is told with its place: a step, a decision, an opinion', () => {
    const plain = buildWorkflow()
    const [intake, supplement, review, ...ends] = plain.steps
    const [accept, ask] = intake!.actions!
    const asked = { id: 'a', title: ' ', by: { role: 'specialist' }, within: { amount: 3, unit: 'workingDay' as const }, onExpiry: 'consents' as const }
    const nameless = { ...plain, steps: [
      { ...intake!, actions: [{ ...accept!, title: '', to: 'consult' }, { ...ask!, title: '' }] }, { ...supplement!, title: '' }, { ...review!, id: 'consult', kind: 'opinions' as const, opinions: [asked], otherwise: 'review', actions: [] }, review!, ...ends,
    ] }
    const found = lintWorkflow(nameless).filter(({ code }) => code.endsWith('WithoutTitle') || code === 'lint.actionRepeated')
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/steps/0/actions/0 lint.actionWithoutTitle', '/steps/0/actions/1 lint.actionWithoutTitle', '/steps/1 lint.stepWithoutTitle', '/steps/2/opinions/0 lint.opinionWithoutTitle',
    ])
    expect(translateIssue(found[0]!, 'vi')).toContain('Quyết định thứ 1 của bước “Tiếp nhận” chưa có tên')
    expect(translateIssue(found[2]!, 'en')).toContain('Step 2 has no name')
  })
})
