// A form with one question of every kind, for the tests of the renderer.
import type { Form } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { JudgingForm } from '#core/form/compiled-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'

export const sampleForm: Form = {
  schema: {
    type: 'object',
    required: ['kind', 'name', 'signedOn', 'rows', 'paper', 'agree'],
    properties: {
      kind: { type: 'string', oneOf: [{ const: 'new', title: 'Cấp mới', 'x-i18n': { en: { title: 'New' } } }, { const: 'again', title: 'Cấp lại' }], title: 'Bạn cần gì?', 'x-field': 'choice' },
      oldNumber: { type: 'string', maxLength: 20, title: 'Số giấy cũ', 'x-field': 'text' },
      name: { type: 'string', maxLength: 60, title: '$name.constructor', description: '$50 mỗi bản', 'x-field': 'text' },
      shortName: { type: 'string', maxLength: 60, title: 'Tên viết tắt', 'x-field': 'text', 'x-prefill': { from: 'formula', formula: { var: 'name' } } },
      code: { type: 'string', pattern: '^[0-9]{10}(-[0-9]{3})?$', maxLength: 14, title: 'Mã số thuế', 'x-field': 'taxCode' },
      signedOn: { type: 'string', format: 'date', title: 'Ngày quyết định', 'x-field': 'date' },
      rows: {
        type: 'array', title: 'Mẫu dấu', maxItems: 3, 'x-field': 'table', 'x-itemTitle': 'Mẫu dấu', 'x-addLabel': 'Thêm mẫu dấu',
        items: {
          type: 'object', required: ['label'],
          properties: {
            label: { type: 'string', maxLength: 30, title: 'Ký hiệu', 'x-field': 'text' },
            count: { type: 'integer', minimum: 1, title: 'Số lượng', 'x-field': 'integer' },
          },
        },
      },
      total: { type: 'number', readOnly: true, title: 'Tổng số con dấu', 'x-compute': { sum: [{ var: 'rows' }, { var: 'count' }] }, 'x-field': 'computed' },
      paper: { type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', maxLength: 36 }, maxItems: 1, title: 'Quyết định', 'x-field': 'file', 'x-file': { accept: ['pdf'], maxBytes: 1048576 } },
      agree: { type: 'boolean', const: true, title: 'Tôi cam đoan thông tin là đúng.', 'x-field': 'consent' },
    },
  },
  pages: [
    { id: 'about', title: 'Thông tin', sections: [{ title: 'Về cơ quan', questions: ['/kind', '/oldNumber', '/name', '/shortName', '/code', '/signedOn'] }] },
    { id: 'seals', title: 'Con dấu', sections: [{ questions: ['/rows', '/total', '/paper', '/agree'] }] },
  ],
  rules: [{ id: 'old', title: 'Hỏi số cũ', when: { properties: { kind: { const: 'again' } }, required: ['kind'] }, show: ['/oldNumber'], }, { id: 'oldNeeded', title: 'Cần số cũ', when: { properties: { kind: { const: 'again' } }, required: ['kind'] }, require: ['/oldNumber'] }],
}

export const compiledSample: JudgingForm = compileForm(sampleForm)

export const validatorOf = (compiled: JudgingForm): CompiledValidator => new Function('runtime', compileValidator(compiled.schema))(validatorRuntime) as CompiledValidator

export const fileId = '3b241101-e2bb-4255-8caf-4136c566a962'
