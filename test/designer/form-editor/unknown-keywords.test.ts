// Whatever an author does with a question, what somebody else wrote into it stays with it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { walkForm } from '#core/form/walk-form.ts'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { copyQuestions, readClip } from '../../../designer/form-editor/clip.ts'
import { formCommands as edit } from '../../../designer/form-editor/form-commands.ts'
import { sampleProcedure } from './sample-procedure.ts'

const strange = { vendor: { b: 1, a: [1, { d: 4, c: 3 }] }, 'x-other': 'giữ' }
const kept = JSON.stringify(strange)

/** The sample in which every question, option and column carries a foreign keyword. */
const marked = (): Procedure => {
  const procedure = sampleProcedure()
  const mark = (question: Question): void => {
    Object.assign(question, structuredClone(strange))
    Object.values(question.properties ?? {}).forEach(mark)
    if (question.items) mark(question.items)
    for (const option of question.oneOf ?? []) Object.assign(option, structuredClone(strange))
  }
  Object.values(procedure.form!.schema.properties).forEach(mark)
  return procedure
}

const strangeOf = (node: object): string => JSON.stringify({ vendor: (node as typeof strange).vendor, 'x-other': (node as typeof strange)['x-other'] })
const run = <Args>(command: Command<Args>, args: Args, document = marked()): Procedure => carryOut(document, command, args, {}, 0)!.document
const every = (procedure: Procedure): Question[] => walkForm(procedure.form!.schema).map(({ question }) => question)
const expectKept = (procedure: Procedure): void => {
  for (const question of every(procedure)) {
    expect(strangeOf(question), question.title).toBe(kept)
    for (const option of question.oneOf ?? []) if (question.title === 'Loại hình') expect(strangeOf(option)).toBe(kept)
  }
}

describe('a foreign keyword', () => {
  it.each<[string, () => Procedure]>([
    ['a new title and the name that follows it', () => run(edit.setQuestion, { path: '/lyDo', changes: { title: 'Lý do cấp' } })],
    ['a move', () => run(edit.moveQuestions, { paths: ['/lyDo', '/ngayKy'], to: { page: 'chi-tiet', section: 0, index: 0 } })],
    ['going into a group', () => run(edit.moveInto, { path: '/lyDo', parent: '/coSo', index: 0 })],
    ['gathering in a section', () => run(edit.gatherInSection, { paths: ['/lyDo', '/loaiHinh'], title: 'Mục' })],
    ['another order of columns', () => run(edit.moveColumn, { path: '/mau/*/kyHieu', index: 2 })],
    ['a new word of an option', () => run(edit.setOption, { path: '/loaiHinh', value: 'moi', changes: { title: 'Cấp mới' } })],
    ['another order of options', () => run(edit.moveOption, { path: '/loaiHinh', value: 'moi', index: 1 })],
    ['becoming required', () => run(edit.setRequired, { paths: ['/ngayKy'], required: true })],
    ['becoming another kind', () => run(edit.changeKind, { path: '/lyDo', type: 'text' })],
    ['becoming another kind with options', () => run(edit.changeKind, { path: '/loaiHinh', type: 'choices' })],
    ['the removal of another', () => run(edit.removeQuestions, { paths: ['/ngayKy'] })],
  ])('survives %s', (_what, make) => expectKept(make()))

  it('travels with a copy, through the clipboard too', () => {
    const procedure = marked()
    const clip = readClip(JSON.stringify(copyQuestions(procedure.form!, ['/loaiHinh', '/mau'])))!
    const pasted = run(edit.pasteQuestions, { clip, target: { at: { page: 'chung', section: 0, index: 0 } } }, procedure)
    expect(every(pasted)).toHaveLength(every(procedure).length + 5)
    expectKept(pasted)
  })

  it('survives any series of moves and renames', () => {
    const paths = (procedure: Procedure): string[] => walkForm(procedure.form!.schema).map(({ path }) => path)
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.constantFrom('Họ tên', 'Ngày', 'Số 2')), { maxLength: 12 }), (steps) => {
      let document = marked()
      for (const [n, at, title] of steps) {
        const path = paths(document)[at % paths(document).length]!
        const commands = [() => carryOut(document, edit.setQuestion, { path, changes: { title } }, {}, 0), () => carryOut(document, edit.moveQuestions, { paths: [path], to: { page: 'chung', section: 0, index: 0 } }, {}, 0), () => carryOut(document, edit.setRequired, { paths: [path], required: true }, {}, 0), () => carryOut(document, edit.changeKind, { path, type: 'text' }, {}, 0)]
        document = commands[n]!()?.document ?? document
      }
      for (const question of every(document)) expect(strangeOf(question)).toBe(kept)
    }), { numRuns: 60 })
  })
})
