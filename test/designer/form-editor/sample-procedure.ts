// A procedure in which everything that can refer to a question does: the ground on which commands are tested.
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Procedure } from '#schemas/generated/types.ts'

export const sampleProcedure = (): Procedure => {
  const procedure = emptyProcedure('Cấp phép cơ sở', 'TT-01')
  procedure.form = {
    schema: {
      type: 'object',
      properties: {
        loaiHinh: { type: 'string', title: 'Loại hình', oneOf: [{ const: 'moi', title: 'Mới' }, { const: 'capLai', title: 'Cấp lại' }], 'x-field': 'choice', 'x-widget': 'radio' },
        lyDo: { type: 'string', title: 'Lý do', maxLength: 500, 'x-field': 'longText' },
        dienTich: { type: 'number', title: 'Diện tích', 'x-field': 'number' },
        ngayKy: { type: 'string', format: 'date', title: 'Ngày ký', 'x-field': 'date' },
        coSo: { type: 'object', title: 'Cơ sở', 'x-field': 'group', required: ['ten'], properties: { ten: { type: 'string', title: 'Tên', maxLength: 255, 'x-field': 'text' }, tinh: { $ref: '#/$defs/provinces', title: 'Tỉnh' } } },
        mau: {
          type: 'array', title: 'Mẫu', maxItems: 20, 'x-field': 'table', 'x-uniqueBy': ['kyHieu'], 'x-itemTitle': '{kyHieu}',
          items: { type: 'object', required: ['kyHieu'], properties: { kyHieu: { type: 'string', title: 'Ký hiệu', maxLength: 50 }, soLuong: { type: 'integer', title: 'Số lượng' }, donGia: { type: 'integer', title: 'Đơn giá' } } },
        },
        tong: { type: 'number', title: 'Tổng', readOnly: true, 'x-compute': { sum: [{ var: 'mau' }, { '*': [{ var: 'soLuong' }, { var: 'donGia' }] }] }, 'x-field': 'computed' },
      },
      required: ['loaiHinh', 'lyDo'],
      $defs: { provinces: { type: 'string', oneOf: [{ const: '01', title: 'Hà Nội' }] } },
    },
    pages: [
      { id: 'chung', title: 'Chung', sections: [{ title: 'Đề nghị', questions: ['/loaiHinh', '/lyDo'] }, { questions: ['/dienTich'] }] },
      { id: 'chi-tiet', title: 'Chi tiết', when: { properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] }, sections: [{ questions: ['/ngayKy', '/coSo', '/mau', '/tong'] }] },
    ],
    rules: [
      { id: 'hoi-ly-do', title: '', when: { properties: { loaiHinh: { const: 'capLai' } }, required: ['loaiHinh'] }, show: ['/lyDo'] },
      { id: 'hoi-nhieu', title: '', when: { required: ['dienTich'] }, show: ['/ngayKy', '/coSo/ten'] },
      { id: 'don-gia', title: '', within: '/mau', when: { properties: { soLuong: { minimum: 10 } }, required: ['soLuong'] }, require: ['/donGia'] },
      { id: 'tu-choi', title: '', when: { properties: { ngayKy: { const: '2020-01-01' } }, required: ['ngayKy'] }, refuse: { message: 'Quá cũ', at: '/ngayKy' } },
    ],
    checks: [{ id: 'kiem-tra-ngay', formula: { '<=': [{ var: 'ngayKy' }, { today: [] }] }, at: '/ngayKy', message: 'Ngày ký phải trước hôm nay' }],
  }
  procedure.fees = [{ id: 'phi', kind: 'fee', title: 'Phí thẩm định', amount: { if: [{ '>': [{ var: 'dienTich' }, 100] }, 50000, 30000] }, when: { properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] } }]
  procedure.scenarios = [{ title: 'Mới', answers: { loaiHinh: 'moi', mau: [{ kyHieu: 'A', soLuong: 2 }] }, expect: { valid: true } }]
  return procedure
}
