// A fix fixes: after one press the problem is gone, nothing else got worse, and undo brings everything back.
import { describe, expect, it } from 'vitest'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { isError, type Issue } from '#core/issues/issue.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { emptyHistory, record, undo } from '../../../designer/editing/history.ts'
import { mends } from '../../../designer/problems/mends.ts'
import { acceptProblem, mendProblem, reopenProblem } from '../../../designer/problems/problem-commands.ts'
import { orderedText } from '../form-editor/ordered-text.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const issuesOf = (procedure: Procedure): Issue[] => publishChecks(procedure).flatMap((check) => check.issues)

/** The sample with one thing wrong. */
const spoilt = (spoil: (form: Form) => void): Procedure => {
  const procedure = sampleProcedure()
  spoil(procedure.form!)
  return procedure
}

const cases: Record<string, (form: Form) => void> = {
  'lint.boundsCrossed': ({ schema }) => Object.assign(schema.properties['lyDo']!, { minLength: 600 }),
  'lint.patternInvalid': ({ schema }) => Object.assign(schema.properties['lyDo']!, { pattern: '(' }),
  'lint.fileRuleMissing': ({ schema, pages }) => { schema.properties['tep'] = { type: 'array', title: 'Tệp', 'x-field': 'file' }; pages[0]!.sections[0]!.questions.push('/tep') },
  'lint.requiredUnknown': ({ schema }) => { schema.required!.push('khongCo') },
  'lint.unknownPath': ({ rules }) => { rules![1]!.show!.push('/khongCo') },
  'lint.notOnPage': ({ schema }) => { schema.properties['moi'] = { type: 'string', title: 'Mới', maxLength: 20, 'x-field': 'text' } },
  'lint.onTwoPages': ({ pages }) => { pages[1]!.sections[0]!.questions.push('/lyDo') },
  'lint.emptyPage': ({ pages }) => { pages.push({ id: 'trong', title: 'Trống', sections: [{ questions: [] }] }) },
  'lint.ruleWithoutEffect': ({ rules }) => { rules!.push({ id: 'khong', title: '', when: { required: ['lyDo'] } }) },
  'lint.placeConditionEmpty': ({ pages }) => { pages[0]!.sections[1]!.when = {} },
  'lint.conditionEmpty': ({ rules }) => { rules!.push({ id: 'khong', title: '', when: {}, show: ['/tong'] }) },
  'lint.idRepeated': ({ rules }) => { rules!.push({ id: 'hoi-ly-do', title: '', when: { required: ['ngayKy'] }, require: ['/tong'] }) },
  'lint.optionRepeated': ({ schema }) => { schema.properties['loaiHinh']!.oneOf!.push({ const: 'moi', title: 'Mới nữa' }) },
  'lint.longList': ({ schema }) => { schema.properties['loaiHinh']!.oneOf!.push(...Array.from({ length: 20 }, (_each, i) => ({ const: `k${i}`, title: `Loại ${i}` }))) },
  'lint.autocompleteMissing': ({ schema, pages }) => { schema.properties['thu'] = { type: 'string', title: 'Thư điện tử', format: 'email', maxLength: 200, 'x-field': 'email', 'x-privacy': { class: 'basic' } }; pages[0]!.sections[0]!.questions.push('/thu') },
  'lint.privacyMissing': ({ schema }) => { schema.properties['lyDo']!.title = 'Họ và tên' },
  'lint.sensitiveUnmarked': ({ schema }) => { schema.properties['lyDo']!.title = 'Tôn giáo' },
  'lint.shouting': ({ schema }) => { schema.properties['lyDo']!.title = 'LÝ DO ĐỀ NGHỊ' },
  'lint.pleaseNoise': ({ schema }) => { schema.properties['lyDo']!.description = 'Vui lòng ghi rõ lý do.' },
}

describe('the fix of', () => {
  it.each(Object.keys(mends))('%s makes it go, and nothing else come', (code) => {
    const before = spoilt(cases[code]!)
    const issue = issuesOf(before).find((each) => each.code === code)
    expect(issue, 'the case shows the problem').toBeDefined()

    const done = carryOut(before, mendProblem, { issue: issue! }, {}, 0)!

    expect(issuesOf(done.document).filter((each) => each.code === code)).toEqual([])
    const errors = (procedure: Procedure) => issuesOf(procedure).filter(isError).length
    expect(errors(done.document)).toBeLessThanOrEqual(errors(before))
    expect(orderedText(undo(record(emptyHistory, done.entry), done.document)!.document)).toBe(orderedText(before))
  })
})

describe('leaving a problem', () => {
  const before = spoilt(cases['lint.shouting']!)
  const issue = issuesOf(before).find((each) => each.code === 'lint.shouting')!

  it('takes it off the list with a reason, and back', () => {
    const left = carryOut(before, acceptProblem, { issue, reason: 'Tên theo mẫu của luật' }, {}, 0)!.document
    expect(issuesOf(left)).not.toContainEqual(issue)
    expect(left.accepted).toEqual([{ code: 'lint.shouting', at: issue.pointer, reason: 'Tên theo mẫu của luật' }])
    expect(issuesOf(carryOut(left, reopenProblem, { code: issue.code, at: issue.pointer }, {}, 0)!.document)).toContainEqual(issue)
  })
  it('needs a reason', () => {
    expect(carryOut(before, acceptProblem, { issue, reason: '  ' }, {}, 0)).toBeUndefined()
  })
  it('never hides what blocks a publication', () => {
    const broken = spoilt(cases['lint.requiredUnknown']!)
    const blocking = issuesOf(broken).find((each) => each.code === 'lint.requiredUnknown')!
    expect(issuesOf(carryOut(broken, acceptProblem, { issue: blocking, reason: 'Không sao' }, {}, 0)!.document)).toContainEqual(blocking)
  })
})
