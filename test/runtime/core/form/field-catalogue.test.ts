import { registerSchema, validate as independentValidator } from '@hyperjump/json-schema/draft-2020-12'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAnswer } from '#core/answers/format-answer.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { cataloguePatterns, fieldTypes } from '#core/form/field-catalogue.ts'
import { catalogueFieldPatterns as patterns } from '#core/form/field-types/field-type.ts'
import { isError } from '#core/issues/issue.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { hasMessage } from '#core/text/translate.ts'
import { inputKindOf } from '#core/form/input-kind.ts'
import { inputOf } from '#runtime/form/inputs/input-of.ts'
import { answersWithHidden, breaks } from '../../../fixtures/arbitrary-answers.ts'
import { everyField } from '../../../fixtures/every-field.ts'

describe('every field type', () => {
  const form = everyField()
  const compiled = compileForm(form)

  it('makes a form without design errors', () => {
    expect(lintForm(form).filter(isError)).toEqual([])
  })

  it.each(fieldTypes.map((each) => each.id))('%s has an input, and words for an answer that does not fit', (id) => {
    const { question, kind } = compiled.questions.get(`/${id}`)!
    if (kind !== 'group') expect(inputOf[inputKindOf(question)]).toBeDefined()
    if (question.pattern) expect(hasMessage(`pattern.${id}`)).toBe(true)
  })

  it('is judged alike by our validator and by an independent one', async () => {
    const ours = new Function('runtime', compileValidator(compiled.schema))(validatorRuntime) as CompiledValidator
    registerSchema(compiled.schema as never, 'https://motcua.test/every-field')
    const theirs = await independentValidator('https://motcua.test/every-field')
    for (const { valid, full } of fc.sample(answersWithHidden(compiled), { numRuns: 25, seed: 3 })) {
      expect([validateJson(compiled, ours, valid), theirs(valid as never).valid]).toEqual([[], true])
      for (const broken of breaks(compiled, valid, full)) expect([validateJson(compiled, ours, broken.answers).length > 0, theirs(broken.answers as never).valid], broken.how).toEqual([true, false])
    }
  })
})

describe('the patterns of the catalogue', () => {
  it.each<[keyof typeof patterns, string[], string[]]>([
    ['passport', ['C1234567', 'AB12CD'], ['c1234567', 'A12', 'A1234567890123']],
    ['personIdOrPassport', ['001085012345', 'C1234567'], ['12345678', '0010850123456']],
    ['oldPersonId', ['012345678'], ['01234567', '001085012345']],
    ['drivingLicence', ['790123456789'], ['79012345678']],
    ['vehiclePlate', ['51F-123.45', '51F12345', '59-X1 123.45', '59-X112345', '29A-1234'], ['51f-123.45', '5F-123.45', '59-X1 12']],
    ['hsCode', ['39072090'], ['390720']],
    ['wasteCode', ['12 01 03'], ['120103', '12 01']],
    ['website', ['https://coquan.vn', 'http://a.vn/b?c=d'], ['coquan.vn', 'https://', 'https://a b.vn']],
    ['time', ['08:30', '23:59'], ['8:30', '24:00', '08:60']],
    ['partialDate', ['1985', '1985-03', '1985-03-21'], ['85', '1985-13', '1985-03-32', '1985-3']],
  ])('%s takes what papers say and nothing else', (name, fine, wrong) => {
    const pattern = new RegExp(patterns[name], 'u')
    expect(fine.filter((text) => !pattern.test(text))).toEqual([])
    expect(wrong.filter((text) => pattern.test(text))).toEqual([])
    expect(cataloguePatterns.has(patterns[name])).toBe(true)
  })

  it('reads an incomplete date as people write it', () => {
    const question = { type: 'string' as const, 'x-field': 'partialDate' }
    expect(['1985', '1985-03', '1985-03-21'].map((value) => formatAnswer(question, value, undefined, 'vi'))).toEqual(['1985', '03/1985', '21/03/1985'])
    expect(formatAnswer(question, '1985-03', undefined, 'en')).toBe('March 1985')
  })
})
