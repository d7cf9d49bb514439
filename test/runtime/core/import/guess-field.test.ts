// Proves the guesses on the titles that forms really use, and that no title can make the guess slow.
import { describe, expect, test } from 'vitest'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { guessField, withGuess } from '#core/import/guess-field.ts'

const known: Record<string, string[]> = {
  date: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Sinh ngày', 'Ngày cấp', '3. Ngày hết hạn', 'Cấp ngày', 'Date of birth', 'Ngày cấp giấy phép', 'Có giá trị đến'],
  personId: ['Số CCCD', 'Số định danh cá nhân', 'Số căn cước công dân/CMND', 'CMND số', 'Personal identification number', 'Căn cước công dân số'],
  taxCode: ['Mã số thuế', 'MST', 'Mã số thuế (nếu có)', 'Tax code'],
  enterpriseCode: ['Mã số doanh nghiệp'],
  phone: ['Điện thoại', 'Số điện thoại', 'ĐT', 'Số điện thoại của người nộp thuế', 'Tel', 'Phone number'],
  email: ['Email', 'E-mail', 'Thư điện tử', 'Địa chỉ thư điện tử', 'Địa chỉ email'],
  address: ['Địa chỉ', 'Địa chỉ trụ sở chính', 'Nơi thường trú', 'Nơi ở hiện nay', 'Chỗ ở hiện tại', 'Quê quán', 'Registered office'],
  country: ['Quốc tịch', 'Nước sản xuất', 'Xuất xứ', 'Nationality'],
  money: ['Số tiền', 'Vốn điều lệ', 'Tổng vốn đầu tư (đồng)', 'Đơn giá'],
  integer: ['Số lượng', 'Năm sinh', 'Số người', 'Tuổi'],
  number: ['Diện tích (m2)', 'Khối lượng', 'Tỷ lệ góp vốn (%)'],
  longText: ['Lý do', 'Nội dung đề nghị', 'Ghi chú', 'Mô tả'],
  choice: ['Giới tính', 'Dân tộc', 'Loại hình doanh nghiệp', 'Tình trạng hôn nhân', 'Sex'],
  file: ['Bản sao giấy chứng nhận', 'Tài liệu kèm theo', 'Ảnh thẻ'],
  yesNo: ['Có yêu cầu cấp bản điện tử không?', 'Đã từng được cấp chưa?', 'Do you live here?'],
  consent: ['Tôi cam đoan những lời khai trên là đúng sự thật', 'Tôi xin cam đoan nội dung là đúng', 'Chúng tôi cam kết thực hiện đúng'],
  table: ['Danh sách thành viên'],
  text: ['Họ và tên', 'Họ, chữ đệm, tên', 'Tên doanh nghiệp', 'Số giấy phép', 'Nơi cấp', 'Nghề nghiệp', 'Tên phương tiện đo', 'Ký hiệu', 'Số tài khoản', 'Nơi sinh', ''],
}

describe('the kind of a question', () => {
  test.each(Object.entries(known).flatMap(([type, titles]) => titles.map((title) => [title, type] as const)))('“%s” asks for %s', (title, type) => {
    expect(guessField(title).type).toBe(type)
  })

  test('is always one of the catalogue', () => {
    const ids = new Set(fieldTypes.map((each) => each.id))
    expect(Object.keys(known).filter((type) => !ids.has(type))).toEqual([])
  })

  test('brings what a browser may fill in, and options where the words leave no doubt', () => {
    expect(guessField('Ngày sinh').autocomplete).toBe('bday')
    expect(guessField('Họ và tên').autocomplete).toBe('name')
    expect(guessField('Họ và tên cha').autocomplete).toBeUndefined()
    expect(withGuess({ type: 'string', title: 'Giới tính' }, guessField('Giới tính')).oneOf?.map((option) => option.title)).toEqual(['Nam', 'Nữ'])
  })

  test('does not hang on any title', () => {
    // A pattern that backtracks would need hours: the test then runs out of its time.
    for (const title of ['ngay '.repeat(20_000), 'co '.repeat(50_000), `co${' khong'.repeat(20_000)}`, '-'.repeat(100_000)]) expect(guessField(title).type).toBeTypeOf('string')
  })
})
