// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import questionSchema from '../../../../schemas/form/question.schema.json' with { type: 'json' }
import { provideFormEditor } from '../../../../designer/form-editor/use-form-editor.ts'
import QuestionSettings from '../../../../designer/form-editor/QuestionSettings.vue'
import { describedFields, settingsFor, type Setting } from '../../../../designer/form-editor/settings/setting-schemas.ts'
import { everyField } from '../../../fixtures/every-field.ts'
import { onScreen, openDocument } from '../../open-document.ts'

const keywords = Object.keys(questionSchema.properties)

const open = (path: string) => {
  const store = openDocument({ ...emptyProcedure('Thử', 'T-1'), form: everyField() })
  const Frame = defineComponent({ setup: () => { provideFormEditor({}); return () => h(QuestionSettings, { path }) } })
  const screen = mount(Frame, onScreen())
  const question = () => store.document.form!.schema.properties[path.slice(1)]!
  const field = (label: string) => {
    const found = screen.findAll('label').find((each) => each.text().startsWith(label))
    if (!found) throw new Error(`No ${label} among ${screen.findAll('label').map((each) => each.text()).join(' | ')}`)
    const id = found.attributes('for')
    return id === undefined ? found.find('input') : screen.find(`#${CSS.escape(id)}`)
  }
  return { screen, question, field }
}

beforeEach(() => {
  document.body.innerHTML = ''
  // The office has no lists here; what is pinned stands.
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 404 })))
})

describe('the settings of field types', () => {
  it('are described for every type of the catalogue, and for no other', () => {
    expect(describedFields().sort()).toEqual(fieldTypes.map((each) => each.id).sort())
  })

  it('are keywords of a question, with words in both languages', () => {
    const all = fieldTypes.flatMap((each) => settingsFor(each.id, 'text'))
    expect(all.map(([keyword]) => keyword).filter((keyword) => !keywords.includes(keyword))).toEqual([])
    const wordless = (settings: readonly [string, Setting][]): string[] => settings.flatMap(([name, setting]) => [
      ...(setting.title && setting['x-i18n']?.en?.['title'] && (!setting.description || setting['x-i18n'].en['description']) ? [] : [name]),
      ...(setting.oneOf ?? []).filter((option) => !option['x-i18n']?.en?.['title']).map((option) => `${name} ${option.const}`), ...wordless(Object.entries(setting.properties ?? {})),
    ])
    expect(wordless(all)).toEqual([])
  })

  it.each(fieldTypes.map((each) => each.id))('of %s are drawn', (id) => {
    const { screen } = open(`/${id}`)
    expect(screen.find('#question-title').exists()).toBe(true)
    const drawn = settingsFor(id, 'text').filter(([, setting]) => !['dateChecks', 'addColumn', 'component', 'columns', 'address', 'options', 'defaultOption', 'formula'].includes(setting['x-control'] ?? ''))
    for (const [, setting] of drawn) expect(screen.text(), setting.title).toContain(setting.title)
  })

  it('change the question, and take nothing that does not fit', async () => {
    const { field, question } = open('/text')
    await field('Nhiều nhất (ký tự)').setValue('40')
    await field('Gợi ý khi gõ').setValue('Một\nHai')
    await field('Mẫu mà câu trả lời').setValue('^[A-Z]+$')
    await field('Trình duyệt điền giúp').setValue('name')
    expect(question()).toMatchObject({ maxLength: 40, examples: ['Một', 'Hai'], pattern: '^[A-Z]+$', 'x-autocomplete': 'name' })

    await field('Nhiều nhất (ký tự)').setValue('0')
    await field('Trình duyệt điền giúp').setValue('')
    expect([question().maxLength, question()['x-autocomplete']]).toEqual([40, undefined])
  })

  it('try a pattern on an answer', async () => {
    const { field, screen } = open('/text')
    await field('Mẫu mà câu trả lời').setValue('^[0-9]{6}$')
    await field('Thử với một câu trả lời').setValue('12345')
    expect(screen.text()).toContain('Không khớp')
    await field('Thử với một câu trả lời').setValue('123456')
    expect(screen.text()).toContain('Khớp, câu trả lời này được nhận.')
  })

  it('make and remove what consists of several settings', async () => {
    const { field, question } = open('/text')
    await field('Mức độ').setValue('sensitive')
    await field('Giữ bao nhiêu tháng').setValue('24')
    expect(question()['x-privacy']).toEqual({ class: 'sensitive', keepMonths: 24 })
    await field('Mức độ').setValue('')
    expect(question()['x-privacy']).toBeUndefined()

    await field('Lấy từ').setValue('profile')
    await field('Dữ liệu').setValue('person.fullName')
    await field('Người dân sửa được').setValue(false)
    expect(question()['x-prefill']).toEqual({ from: 'profile', key: 'person.fullName', editable: false })
    await field('Lấy từ').setValue('formula')
    expect(question()['x-prefill']).toEqual({ from: 'formula', editable: false })
  })

  it('keep the author\'s words for a fault in both languages', async () => {
    const { field, question } = open('/text')
    await field('Lời báo khi chưa trả lời').setValue('Hãy ghi tên.')
    await field('Lời báo khi chưa trả lời (').setValue('Please write the name.')
    expect([question()['x-messages'], question()['x-i18n']]).toEqual([{ required: 'Hãy ghi tên.' }, { en: { 'x-messages.required': 'Please write the name.' } }])
  })

  it('are found by their words, without accents, the folded ones too', async () => {
    const { screen } = open('/text')
    const shown = (): string[] => screen.findAll('label').map((each) => each.text())
    await screen.get('input[type=search]').setValue('goi y khi go')
    expect(shown()).toContain('Gợi ý khi gõ')
    expect(shown()).not.toContain('Mức độ')
    await screen.get('input[type=search]').setValue('khong co gi nhu the')
    expect(screen.text()).toContain('Không có thiết lập nào khớp.')
  })
})
