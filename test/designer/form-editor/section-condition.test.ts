// The condition of a section follows its questions like any other: renamed, removed, compared options, gathered sections.
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { formCommands as edit } from '../../../designer/form-editor/form-commands.ts'
import { usesOf } from '../../../designer/form-editor/form-rules.ts'
import { conditionSites } from '../../../designer/form-editor/reference-sites.ts'
import { sampleProcedure } from './sample-procedure.ts'

const forNew = { properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] }
const withCondition = (): Procedure => {
  const procedure = sampleProcedure()
  procedure.form!.pages[1]!.sections = [{ questions: ['/ngayKy'] }, { title: 'Cơ sở', when: forNew, questions: ['/coSo', '/mau', '/tong'] }]
  return procedure
}
const sectionsAfter = <Args>(command: Command<Args>, args: Args) => carryOut(withCondition(), command, args, {}, 0)!.document.form!.pages[1]!.sections

describe('the condition of a section', () => {
  it('is set and dropped by the same command as its heading', () => {
    expect(sectionsAfter(edit.setSection, { page: 'chi-tiet', section: 0, changes: { when: { required: ['lyDo'] } } })[0]).toEqual({ questions: ['/ngayKy'], when: { required: ['lyDo'] } })
    expect(sectionsAfter(edit.setSection, { page: 'chi-tiet', section: 1, changes: { when: undefined } })[1]).not.toHaveProperty('when')
  })
  it('is a use of the question that it reads, and goes with it', () => {
    expect(usesOf(withCondition(), ['/loaiHinh']).follows).toContainEqual({ where: 'section', title: 'Cơ sở', pointer: '/form/pages/1/sections/1' })
    const free = withCondition()
    delete free.fees
    expect(carryOut(free, edit.removeQuestions, { paths: ['/loaiHinh'] }, {}, 0)!.document.form!.pages[1]!.sections[1]).not.toHaveProperty('when')
  })
  it('follows a new name', () => {
    const renamed = carryOut(withCondition(), edit.setQuestion, { path: '/loaiHinh', changes: { title: 'Hình thức' } }, {}, 0)!.document
    expect(renamed.form!.pages[1]!.sections[1]!.when).toEqual({ properties: { hinhThuc: { const: 'moi' } }, required: ['hinhThuc'] })
    expect(conditionSites(renamed, {}).filter((site) => site.where === 'section')).toHaveLength(1)
  })
  it('stays with questions that are gathered under a heading of their own', () => {
    const sections = sectionsAfter(edit.gatherInSection, { paths: ['/mau'], title: 'Mẫu' })
    expect(sections.map((section) => [section.questions, section.when])).toEqual([[['/ngayKy'], undefined], [['/coSo'], forNew], [['/mau'], forNew], [['/tong'], forNew]])
  })
})
