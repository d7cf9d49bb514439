import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { writeEnglish } from '../../../designer/editing/english.ts'
import { emptyHistory, record, undo } from '../../../designer/editing/history.ts'
import { formCommands as edit } from '../../../designer/form-editor/form-commands.ts'
import { setInfo } from '../../../designer/info-editor/info-commands.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const translated = (): Procedure => {
  const procedure = sampleProcedure()
  const { lyDo, loaiHinh } = procedure.form!.schema.properties
  Object.assign(lyDo!, { 'description': 'Nêu ngắn', 'x-messages': { maxLength: 'Dài quá' }, 'x-i18n': { en: { 'title': 'Reason', 'description': 'In short', 'x-messages.maxLength': 'Too long' } } })
  loaiHinh!.oneOf![0]!['x-i18n'] = { en: { title: 'New' } }
  procedure.info['x-i18n'] = { en: { name: 'Licence' } }
  return procedure
}

const run = <Args>(command: Command<Args>, args: Args, document = translated()): Procedure => {
  const done = carryOut(document, command, args, {}, 0)!
  expect(undo(record(emptyHistory, done.entry), done.document)!.document).toEqual(document)
  return done.document
}
const questionsOf = (procedure: Procedure) => procedure.form!.schema.properties

describe('a translation', () => {
  it('is marked when its Vietnamese changes, also where the name follows the title', () => {
    const { lyDoCap } = questionsOf(run(edit.setQuestion, { path: '/lyDo', changes: { title: 'Lý do cấp' } }))
    expect(lyDoCap!['x-i18n']!.stale).toEqual({ en: ['title'] })
  })
  it('is marked text by text, once, messages included', () => {
    const first = run(edit.setQuestion, { path: '/lyDo', changes: { 'x-messages': { maxLength: 'Quá dài' } } })
    const second = run(edit.setQuestion, { path: '/lyDo', changes: { 'x-messages': { maxLength: 'Dài' }, 'description': 'Khác' } }, first)
    expect(questionsOf(second)['lyDo']!['x-i18n']!.stale).toEqual({ en: ['x-messages.maxLength', 'description'] })
  })
  it('is marked for options and for the information too', () => {
    expect(questionsOf(run(edit.setOption, { path: '/loaiHinh', value: 'moi', changes: { title: 'Cấp mới' } }))['loaiHinh']!.oneOf![0]!['x-i18n']).toEqual({ en: { title: 'New' }, stale: { en: ['title'] } })
    expect(run(setInfo, { changes: { name: 'Giấy phép' } }).info['x-i18n']).toEqual({ en: { name: 'Licence' }, stale: { en: ['name'] } })
  })
  it('stays as it is through moves, other settings and the loss of the text', () => {
    for (const document of [run(edit.moveQuestions, { paths: ['/lyDo'], to: { page: 'chi-tiet', section: 0, index: 0 } }), run(edit.moveInto, { path: '/lyDo', parent: '/coSo', index: 0 }), run(edit.setQuestion, { path: '/lyDo', changes: { maxLength: 9 } }), run(edit.setQuestion, { path: '/lyDo', changes: { description: undefined } })]) {
      expect(JSON.stringify(document)).not.toContain('"stale"')
    }
  })
  it('is up to date again as soon as somebody translates, and only that text', () => {
    const changed = run(edit.setQuestion, { path: '/lyDo', changes: { description: 'Khác', 'x-messages': { maxLength: 'Quá dài' } } })
    const { lyDo } = questionsOf(changed)
    const again = run(edit.setQuestion, { path: '/lyDo', changes: { 'x-i18n': writeEnglish(lyDo!, 'description', 'Other') } }, changed)
    expect(questionsOf(again)['lyDo']!['x-i18n']).toMatchObject({ en: { description: 'Other' }, stale: { en: ['x-messages.maxLength'] } })
  })
  it('is not marked when both languages change at once', () => {
    const document = run(edit.setQuestion, { path: '/lyDo', changes: { 'title': 'Căn cứ', 'x-i18n': { en: { title: 'Grounds' } } } })
    expect(JSON.stringify(document)).not.toContain('"stale"')
  })
})
