// Whatever an author does, in whatever order: undoing all of it gives back the document, and redoing all of it too.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { walkForm } from '#core/form/walk-form.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { emptyHistory, record, redo, undo, type History } from '../../../designer/editing/history.ts'
import { copyQuestions } from '../../../designer/form-editor/clip.ts'
import { knownHere } from '../../../designer/form-editor/paste-command.ts'
import { mends } from '../../../designer/problems/mends.ts'
import { patternIds } from '../../../designer/workflow-editor/patterns/patterns.ts'
import { sourceFiles, readSource } from '../../architecture/source-files.ts'
import { everyCommand, vocabulary } from './every-command.ts'
import { orderedText } from './ordered-text.ts'
import { sampleProcedure } from './sample-procedure.ts'

type Step = (document: Procedure) => { command: Command<never>, args: object }

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

const conditions = [{ required: ['lyDo'] }, { properties: { dienTich: { minimum: 3 } }, required: ['dienTich'] }]
const brought: Form = { schema: { type: 'object', properties: { lyDo: { type: 'string', title: 'Lý do' }, moi: { type: 'string', title: 'Mới' } } }, pages: [{ id: 'p', title: 'Chung', sections: [{ questions: ['/lyDo', '/moi'] }] }], advanced: [{ id: 'a', title: '', schema: { anyOf: [{ required: ['lyDo'] }, { required: ['moi'] }] } }] }
const titles = ['Họ và tên', 'Ngày ký', '', 'Mẫu số 2', 'Địa chỉ']

/** Arguments that fit any command: each takes what it knows. Some point at nothing, as a late click may. */
const argsFor = (document: Procedure, [a, b, c]: readonly [number, number, number]): object => {
  const form = document.form!
  const paths = [...walkForm(form.schema).map((visit) => visit.path), '/khongCo']
  const clip = copyQuestions(form, [pick(paths, a), pick(paths, c)])
  const page = pick([...form.pages.map((each) => each.id), 'khong-co'], b)
  const title = pick(titles, c)
  const step = document.workflow?.steps[a % (document.workflow.steps.length || 1)]
  return {
    type: pick(['text', 'choice', 'table', 'file'], a), title, at: { page, section: c % 2, index: b % 3 }, to: { page, section: c % 2, index: b % 3 },
    parent: pick(['/mau', '/coSo', ''], a), path: pick(paths, a), paths: [pick(paths, a), pick(paths, b)], replaceBy: c % 4 === 0 ? pick(paths, c) : undefined, page, section: c % 2, index: c, required: b % 2 === 0, keepQuestions: a % 2 === 0,
    form: brought, clip, target: a % 2 === 0 ? { at: { page, section: c % 2, index: b % 3 } } : { parent: pick(['/mau', '/coSo'], b), index: c % 3 }, connect: knownHere(form, clip),
    issue: { code: pick(Object.keys(mends), a), pointer: pick(['/form/schema/properties/lyDo', '/form/rules/1', '/form/pages/0', '/form/schema/properties/mau/items/properties/kyHieu/title', '/khong/co'], b), params: { path: pick(paths, c), name: 'lyDo' } }, reason: title, code: 'lint.shouting',
    next: pick(['moi', 'khac', 'doi'], c), options: pick([[{ const: 'moi', title: 'Mới' }, { const: 'b', title: 'B', parent: '01' }], [{ const: 'capLai', title }]], c),
    definition: pick([{ type: 'string', title: 'Tỉnh', 'x-codeList': 'provinces', 'x-codeListFrom': '2026-01-01', oneOf: [{ const: '01', title: 'Hà Nội' }, { const: '79', title: 'Khác' }] }, { type: 'string', oneOf: [{ const: 'a', title: 'A' }] }], b), name: pick(['provinces', 'khongCo'], a),
    by: pick([undefined, '/loaiHinh', '/coSo/tinh', '/khongCo'], c), titles: [title, 'Khác'], value: pick(['moi', 'capLai', 'khac'], b), changes: b % 2 === 0 ? { title } : { description: title || undefined },
    owner: `/form/schema/properties${pick(paths, b)}`, key: pick(['title', 'description'], a), text: pick(titles, b), replacements: [{ owner: `/form/schema/properties${pick(paths, a)}`, key: 'title', language: pick(['vi', 'en'], b), text: title }], translations: [{ owner: '/info', key: 'name', text: title }, { owner: `/form/pages/${a % 3}`, key: 'title', text: title }],
    when: c % 3 === 0 ? undefined : pick(conditions, c), rule: { title, when: pick(conditions, c), show: [pick(paths, a)] }, check: { formula: { '>': [{ var: 'dienTich' }, c] }, at: pick(paths, a), message: title },
    id: pick(['hoi-ly-do', 'a', 'phi', 'kiem-tra-ngay', 'tu-choi', 'intake', 'grant'], a), kind: pick(['fee', 'charge'], a), typing: c % 2 === 0 ? 'same' : undefined, scenarios: [{ title, answers: { lyDo: title }, expect: { valid: true } }], branches: [], role: { id: 'clerk', title: 'Văn thư' },
    after: b % 2 === 0 ? undefined : step?.id, has: b % 2 === 0, pattern: pick(patternIds, b), way: pick(['intake/action/accept', 'decision/action/grant', 'khong/otherwise'], c),
    ...(step && a % 3 === 0 && { action: step.actions?.[0]?.id }),
  }
}

// Commands of a form read `step` as "whose form": only those of the workflow are given one.
const stepOf = (command: Command<never>, document: Procedure, n: number): object => (['addAction', 'setAction', 'removeAction', 'moveAction', 'setBranches'].includes(command.name) ? { step: pick(document.workflow!.steps, n)?.id, to: pick(document.workflow!.steps, n + 1)?.id } : {})

const anyStep = fc.tuple(fc.nat(everyCommand.length - 1), fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40))).map(([n, numbers]): Step => (document) => {
  const command = everyCommand[n]!
  const kind = command.name === 'addStep' ? { kind: 'task' } : {}
  return { command, args: { ...argsFor(document, numbers), ...stepOf(command, document, numbers[0]), ...kind } }
})

it('undo after any commands is identity, and so is redo after undo', () => {
  fc.assert(fc.property(fc.array(anyStep, { minLength: 1, maxLength: 25 }), (steps) => {
    const start = sampleProcedure()
    let document = start
    let history: History = emptyHistory
    steps.forEach((step, i) => {
      const { command, args } = step(document)
      const done = carryOut(document, command, args as never, {}, i * 1000)
      if (!done) return
      document = done.document
      history = record(history, done.entry)
    })
    const end = orderedText(document)

    for (let back = undo(history, document); back; back = undo(history, document)) ({ document, history } = back)
    expect(orderedText(document)).toBe(orderedText(start))

    for (let again = redo(history, document); again; again = redo(history, document)) ({ document, history } = again)
    expect(orderedText(document)).toBe(end)
  }), { numRuns: 300 })
})

it('every command of the designer is part of that vocabulary', () => {
  const commands = sourceFiles('designer').flatMap((file) => [...readSource(file).matchAll(/export const (\w+): Command</g)].map((match) => match[1]!))
  expect(commands.toSorted()).toEqual(Object.keys(vocabulary).toSorted())
})
