// A field type has several faces: the question it makes, the component that asks it, its words in the designer. Whoever
// adds one is told here what is missing.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { schemaFiles } from '#schemas/generate.ts'
import { files, readSource } from './source-files.ts'

const ajv = new Ajv2020({ strict: false, logger: false })
for (const file of schemaFiles()) ajv.addSchema(JSON.parse(readSource(`schemas/${file}`)) as object)
const isQuestion = ajv.getSchema('https://motcua.vn/schemas/form/question.schema.json')!

const locale = (lang: string) => JSON.parse(readSource(`designer/locales/${lang}.json`)) as { fields: Record<string, string>; fieldHints: Record<string, string> }
const codeLists = files('schemas/examples/code-lists').map((file) => (JSON.parse(readSource(file)) as { id: string }).id)

describe('the catalogue of field types', () => {
  it('has every type that the first procedures need', () => {
    expect(fieldTypes.map(({ id }) => id)).toEqual(expect.arrayContaining(['text', 'longText', 'number', 'money', 'date', 'yesNo', 'choice', 'choices', 'file', 'address', 'personId', 'taxCode', 'phone', 'email', 'country', 'group', 'table', 'computed']))
  })

  it.each(fieldTypes.map((fieldType) => [fieldType.id, fieldType] as const))('%s makes a valid question and has its words in both languages', (id, fieldType) => {
    expect(isQuestion(fieldType.create()), JSON.stringify(isQuestion.errors)).toBe(true)
    expect(fieldType.create()['x-field']).toBe(id)
    expect(fieldType.definitions?.filter((list) => !codeLists.includes(list)) ?? []).toEqual([])
    for (const lang of ['vi', 'en']) {
      expect(locale(lang).fields[id], `${lang} name`).toBeTruthy()
      expect(locale(lang).fieldHints[id], `${lang} hint`).toBeTruthy()
    }
  })
})
