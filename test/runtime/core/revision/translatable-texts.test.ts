import { describe, expect, it } from 'vitest'
import { missingEnglish, staleEnglish } from '#core/revision/missing-english.ts'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { translatableTexts } from '#core/revision/translatable-texts.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const texts = (procedure = buildProcedure()) => new Map(translatableTexts(procedure).map((each) => [each.pointer, each]))

describe('translatableTexts', () => {
  it('finds what people read, in every part', () => {
    const procedure = buildProcedure()
    Object.assign(procedure.form!.schema.properties['ten']!, { 'x-messages': { maxLength: 'Dài quá' }, 'x-unit': 'chữ' })
    procedure.info.results = [{ title: 'Giấy phép', kind: 'Bản giấy' }]
    const found = texts(procedure)
    for (const pointer of ['/info/name', '/info/sequence', '/info/components/0/title', '/info/results/0/kind', '/form/schema/properties/ten/title', '/form/schema/properties/ten/x-messages/maxLength', '/form/schema/properties/ten/x-unit', '/form/schema/properties/so/items/properties/ten/title', '/form/pages/0/title', '/fees/0/title', '/workflow/steps/0/title', '/workflow/steps/0/actions/0/title']) expect(found.has(pointer), pointer).toBe(true)
  })
  it('passes over codes, laws, scenarios and code lists', () => {
    const procedure = buildProcedure()
    procedure.info.legalBasis = [{ number: '1/2020', title: 'Luật' }]
    procedure.form!.schema.$defs = { ds: { type: 'string', title: 'Danh sách', oneOf: [{ const: 'a', title: 'A' }] } }
    for (const pointer of texts(procedure).keys()) expect(pointer).not.toMatch(/legalBasis|scenarios|\$defs|\/channels\/\d\/kind|\/info\/code/)
  })
  it('takes a question called title for a question', () => {
    const procedure = buildProcedure()
    procedure.form!.schema.properties['title'] = { type: 'string', title: 'Nhan đề' }
    expect(texts(procedure).has('/form/schema/properties/title')).toBe(false)
    expect(texts(procedure).get('/form/schema/properties/title/title')!.vi).toBe('Nhan đề')
  })
  it('does not translate the name of a column', () => {
    const procedure = buildProcedure()
    procedure.form!.schema.properties['so']!['x-itemTitle'] = 'ten'
    expect(texts(procedure).has('/form/schema/properties/so/x-itemTitle')).toBe(false)
    procedure.form!.schema.properties['so']!['x-itemTitle'] = 'Bản {n}'
    expect(texts(procedure).has('/form/schema/properties/so/x-itemTitle')).toBe(true)
  })
})

describe('the languages check', () => {
  it('counts every gap, and what the Vietnamese has left behind', () => {
    const procedure = buildProcedure()
    procedure.form!.schema.properties['ten']!['x-i18n'] = { en: { title: 'Name' }, stale: { en: ['title', 'description'] } }
    expect(missingEnglish(procedure)).not.toContain('/form/schema/properties/ten/title')
    expect(staleEnglish(procedure)).toEqual(['/form/schema/properties/ten/title'])
    expect(publishChecks(procedure).find(({ id }) => id === 'languages')).toMatchObject({ verdict: 'warn', issues: [{ code: 'publish.englishMissing', params: { count: missingEnglish(procedure).length } }, { code: 'publish.englishStale', params: { count: 1 } }] })
  })
})
