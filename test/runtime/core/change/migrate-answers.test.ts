// Answers follow their questions to other names and places, and nothing that was answered is deleted on the way.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyAnswers } from '#core/answers/tidy-answers.ts'
import { compiledOnce } from '#core/change/classify-change.ts'
import { inverseMigrations, migrateAnswers, putBack } from '#core/change/migrate-answers.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import { createChance } from '#core/scenario/chance.ts'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { changeGrounds, gallery } from '../../../fixtures/change-grounds.ts'
import { buildForm, text } from '../../../fixtures/core-builders.ts'
import { mutate, mutateOften } from '../../../fixtures/mutations.ts'

const form = (properties: Record<string, Question>): CompiledForm => compiledOnce(buildForm(properties))
const group = (properties: Record<string, Question>): Question => ({ type: 'object', title: 'Nhóm', properties })
const table = (properties: Record<string, Question>): Question => ({ type: 'array', title: 'Bảng', items: { type: 'object', properties } })

describe('migrateAnswers', () => {
  it('follows a rename, a move into a group and out of it', () => {
    expect(migrateAnswers({ ten: 'An' }, [{ from: '/ten', to: '/hoTen' }], form({ ten: text('') }), form({ hoTen: text('') }))).toEqual({ answers: { hoTen: 'An' }, aside: [] })
    expect(migrateAnswers({ ten: 'An' }, [{ from: '/ten', to: '/nguoi/ten' }], form({ ten: text('') }), form({ nguoi: group({ ten: text('') }) })).answers).toEqual({ nguoi: { ten: 'An' } })
    expect(migrateAnswers({ nguoi: { ten: 'An' } }, [{ from: '/nguoi/ten', to: '/ten' }], form({ nguoi: group({ ten: text('') }) }), form({ ten: text('') }))).toEqual({ answers: { ten: 'An' }, aside: [] })
  })
  it('follows in every row, and a table with its rows', () => {
    const [before, after] = [form({ mau: table({ a: text('') }) }), form({ mauXe: table({ b: text('') }) })]
    expect(migrateAnswers({ mau: [{ a: '1' }, { a: '2' }] }, [{ from: '/mau', to: '/mauXe' }, { from: '/mauXe/*/a', to: '/mauXe/*/b' }], before, after).answers).toEqual({ mauXe: [{ b: '1' }, { b: '2' }] })
  })
  it('follows one migration after the other, over several revisions', () => {
    expect(migrateAnswers({ a: 'An' }, [{ from: '/a', to: '/b' }, { from: '/b', to: '/c' }], form({ a: text('') }), form({ c: text('') })).answers).toEqual({ c: 'An' })
  })
  it('sets aside what has no place, under the name that it had', () => {
    expect(migrateAnswers({ a: 'An', fax: '1' }, [{ from: '/fax', to: '/soFax' }], form({ a: text(''), fax: text('') }), form({ a: text('') }))).toEqual({ answers: { a: 'An' }, aside: [{ pointer: '/fax', value: '1' }] })
  })
  it('chooses no row for an answer that went into a table, nor for one that left it', () => {
    expect(migrateAnswers({ a: 'An' }, [{ from: '/a', to: '/mau/*/a' }], form({ a: text('') }), form({ mau: table({ a: text('') }) }))).toEqual({ answers: {}, aside: [{ pointer: '/a', value: 'An' }] })
    expect(migrateAnswers({ mau: [{ a: '1' }] }, [{ from: '/mau/*/a', to: '/a' }], form({ mau: table({ a: text('') }) }), form({ a: text(''), mau: table({ b: text('') }) })).aside).toEqual([{ pointer: '/mau', value: [{ a: '1' }] }])
  })
  it('makes room for a question that took the name of another', () => {
    expect(migrateAnswers({ a: 'An', b: 'Bình' }, [{ from: '/a', to: '/b' }], form({ a: text(''), b: text('') }), form({ b: text('') }))).toEqual({ answers: { b: 'An' }, aside: [{ pointer: '/b', value: 'Bình' }] })
  })
  it('sets aside a list where one answer is asked for, and one where a list is', () => {
    expect(migrateAnswers({ a: ['x'] }, [], form({ a: { type: 'array', title: '', items: text('') } }), form({ a: text('') })).aside).toEqual([{ pointer: '/a', value: ['x'] }])
    expect(migrateAnswers({ a: ['x'] }, [], form({ a: { type: 'array', title: '', items: text('') } }), form({ a: table({ b: text('') }) })).aside).toEqual([{ pointer: '/a', value: ['x'] }])
  })
  it('leaves alone what a form never asked that a migration speaks of', () => {
    expect(migrateAnswers({ b: 'An' }, [{ from: '/a', to: '/c' }], form({ b: text('') }), form({ b: text('') }))).toEqual({ answers: { b: 'An' }, aside: [] })
  })
  it('carries no name that would change every object', () => {
    const hostile = JSON.parse('{"a":"An","fax":"1","__proto__":{"polluted":"x"},"constructor":"y"}') as Record<string, unknown>
    const there = migrateAnswers(hostile, [], form({ a: text('') }), form({ a: text(''), b: text('') }))
    expect(there).toEqual({ answers: { a: 'An' }, aside: [{ pointer: '/fax', value: '1' }] })
    putBack(there)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  it.each(gallery)('gives back every answer on the way back, whatever changed in %s', (file) => {
    const procedure = changeGrounds(file)
    const before = compiledOnce(procedure.form!)
    const chance = createChance(file.length)
    const renamed = (document: Procedure): Procedure => mutate(document, chance, chance.pick(['renamed', 'moved into a group', 'question removed']))?.document ?? document
    for (const { full } of fc.sample(answersWithHidden(before), { numRuns: 8, seed: 7 })) {
      const { document } = mutateOften(renamed(renamed(procedure)), chance, 2)
      const after = compiledOnce(document.form!)
      const migrations = document.migrations ?? []
      const original = tidyAnswers(full)
      const there = migrateAnswers(original, migrations, before, after)
      const back = migrateAnswers(there.answers, inverseMigrations(migrations, before), after, before)
      expect(back.aside).toEqual([])
      expect(canonicalJson(putBack({ answers: back.answers, aside: there.aside }))).toBe(canonicalJson(original))
    }
  })
})
