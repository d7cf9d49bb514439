// What officers record at a field inspection: the day, the finding, and remarks.
import type { Form } from '#schemas/generated/types.ts'

const named = (title: string, en: string) => ({ title, 'x-i18n': { en: { title: en } } })

export const fieldVisit = (): Form => ({
  schema: {
    type: 'object', required: ['ngayKiemTra', 'ketQuaKiemTra'],
    properties: {
      ngayKiemTra: { type: 'string', ...named('Ngày kiểm tra', 'Day of the inspection'), format: 'date', 'x-field': 'date' },
      ketQuaKiemTra: { type: 'string', ...named('Kết quả kiểm tra', 'Finding'), 'x-field': 'choice', 'x-widget': 'radio', oneOf: [{ const: 'dat', ...named('Đạt yêu cầu', 'Requirements met') }, { const: 'khongDat', ...named('Không đạt yêu cầu', 'Requirements not met') }] },
      nhanXet: { type: 'string', ...named('Nhận xét', 'Remarks'), maxLength: 2000, 'x-field': 'longText' },
    },
  },
  pages: [{ id: 'bien-ban', ...named('Biên bản kiểm tra', 'Record of the inspection'), sections: [{ questions: ['/ngayKiemTra', '/ketQuaKiemTra', '/nhanXet'] }] }],
  rules: [], checks: [],
})
