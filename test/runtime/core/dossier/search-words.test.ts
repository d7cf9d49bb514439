import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMark, readSought, searchWords, type Sought } from '#core/dossier/search-words.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { buildForm, buildProcedure } from '../../../fixtures/build.ts'
import { buildDossier, text } from '../../../fixtures/core-builders.ts'

const form = compileForm(buildForm({
  thietBi: text('Thiết bị'), benh: text('Bệnh', { 'x-privacy': { class: 'sensitive' } }), kin: text('Kín'),
  soDinhDanh: { type: 'string', title: 'Số định danh', 'x-field': 'personId' }, dienThoai: { type: 'string', title: 'Điện thoại', 'x-field': 'phone' },
}))
const procedure = buildProcedure()
const hiding = { ...procedure, workflow: { ...procedure.workflow!, steps: procedure.workflow!.steps.map((step) => ({ ...step, sees: { hide: ['/kin'] } })) } }
const dossier = buildDossier({
  code: 'H99-261120-0007', applicantName: 'Đỗ Thị Hương', state: 'open',
  answers: { thietBi: 'Cân điện tử', benh: 'Viêm gan', kin: 'bí mật', soDinhDanh: '001099012345', dienThoai: '0912 345 678' },
})
const words = searchWords(dossier, hiding, form).trim().split(' ')

describe('searchWords', () => {
  it('holds code, applicant, procedure and subject, folded', () => {
    expect(words).toEqual(expect.arrayContaining(['h99', '261120', '0007', 'do', 'thi', 'huong', 'thu', 'tuc', 'can', 'dien', 'tu']))
  })

  it('leaves out what is sensitive and what an officer of the procedure is kept from', () => {
    for (const word of ['viem', 'gan', 'mat']) expect(words).not.toContain(word)
  })

  it('keeps numbers of people as whole values that no word of anybody reaches', () => {
    expect(words).toEqual(expect.arrayContaining(['=i001099012345', '=t8765432190', '=conline', openMark]))
    expect(words).not.toContain('001099012345')
  })

  it('says of a dossier that has ended that it is open no more', () => {
    expect(searchWords({ ...dossier, state: 'ended' }, hiding, form)).not.toContain(openMark)
  })
})

const has = (all: readonly string[], sought: readonly Sought[]): boolean => sought.every(({ any }) => any.some(({ word, begins }) => all.some((each) => (begins ? each.startsWith(word) : each === word))))

describe('readSought', () => {
  it('asks for every word, and for the beginning of the last one, which may not be finished', () => {
    expect(readSought('Đỗ hươ', false)).toEqual([{ any: [{ word: 'do', begins: false }] }, { any: [{ word: 'huo', begins: true }] }])
  })

  it('asks for a person by number only where that is allowed', () => {
    expect(has(words, readSought('001099012345', true))).toBe(true)
    expect(has(words, readSought('001099012345', false))).toBe(false)
    expect(has(words, readSought('345678', false))).toBe(true)
    expect(has(words, readSought('678', false))).toBe(false)
  })

  it('finds whatever is typed of the name and the code, with or without accents, in any order', () => {
    const typed = fc.shuffledSubarray(['đỗ', 'Do', 'thị', 'HƯƠNG', 'huong', '0007', 'H99-261120'], { minLength: 1 })
    fc.assert(fc.property(typed, (parts) => has(words, readSought(parts.join(' '), false))))
  })

  it('never lets anything through that a query of a database could read as its own', () => {
    fc.assert(fc.property(fc.string(), fc.boolean(), (typed, persons) =>
      readSought(typed, persons).every(({ any }) => any.every(({ word }) => /^(=[it])?[\p{L}\p{N}]+$/u.test(word)))))
  })
})
