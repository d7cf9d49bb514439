// Words that Vietnamese people write into forms, chosen by what a question is called. All of them are made up: names of
// people and organisations belong to nobody, numbers have the structure and check digits of real ones.
import { foldText } from '../text/format.ts'
import type { Chance } from './chance.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const middles = { female: ['Thị', 'Thị Ngọc', 'Thị Thu', 'Thị Minh', 'Khánh'], male: ['Văn', 'Đức', 'Minh', 'Hữu', 'Quang', 'Xuân'] }
const given = { female: ['Hương', 'Lan', 'Mai', 'Hạnh', 'Thảo', 'Yến', 'Trang', 'Bích', 'Ngân'], male: ['Bình', 'Sơn', 'Dũng', 'Tùng', 'Hải', 'Nam', 'Phúc', 'Khoa', 'Thắng'] }
const trades = ['Cơ khí Thành Đạt', 'Thiết bị Sao Mai', 'Đo lường Phương Nam', 'Kỹ thuật An Phát', 'Xây dựng Bình Minh', 'Thực phẩm Hương Quê', 'Công nghệ Tân Tiến']
const streets = ['Trần Hưng Đạo', 'Lê Lợi', 'Nguyễn Trãi', 'Hai Bà Trưng', 'Quang Trung', 'Phan Chu Trinh', 'Lý Thường Kiệt']
const communes: Record<string, readonly string[]> = { '01': ['Phường Hoàn Kiếm', 'Phường Ba Đình', 'Phường Cầu Giấy'], '79': ['Phường Sài Gòn', 'Phường Bến Thành'], '48': ['Phường Hải Châu', 'Phường Sơn Trà'], '31': ['Phường Hồng Bàng'] }
const sentences = ['Đề nghị cơ quan xem xét, giải quyết theo quy định.', 'Bổ sung theo nhu cầu hoạt động của đơn vị.', 'Thông tin thay đổi so với lần đăng ký trước.', 'Thực hiện theo hướng dẫn của Bộ phận Một cửa.']
const brands = ['Thăng Long', 'Sông Hồng', 'Bạch Mai', 'Hòa Phát', 'Tân Á']

export const personName = (chance: Chance): string => {
  const sex = chance.often(0.5) ? 'female' : 'male'
  return `${chance.pick(families)} ${chance.pick(middles[sex])} ${chance.pick(given[sex])}`
}

/** Provinces whose communes are known here; the first that an address offers is as good as any other. */
export const knownProvinces: readonly string[] = Object.keys(communes)

export const communeOf = (province: unknown, chance: Chance): string => chance.pick(communes[String(province)] ?? ['Phường Trung Tâm', 'Xã Tân Phú', 'Xã Hòa Bình'])

const streetAddress = (chance: Chance): string => `Số ${chance.between(2, 198)} đường ${chance.pick(streets)}`

/** First registered in one of four provinces, a man or woman born in 1960 to 1999. */
export const personId = (chance: Chance): string => `0${chance.pick(['01', '79', '48', '31'])}${chance.between(0, 1)}${chance.between(60, 99)}${chance.digits(6)}`

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Ten digits whose tenth checks the others; one number in eleven has none and is passed over. */
export const enterpriseCode = (chance: Chance): string => {
  for (;;) {
    const digits = `0${chance.digits(8)}`
    const check = 10 - ([...digits].reduce((sum, digit, i) => sum + weights[i]! * Number(digit), 0) % 11)
    if (check >= 0 && check <= 9) return digits + check
  }
}

export const phone = (chance: Chance): string => `0${chance.pick(['91', '90', '98', '86', '35', '77'])}${chance.digits(7)}`

export const email = (chance: Chance): string => `${foldText(`${chance.pick(given.female)}.${chance.pick(families)}`)}${chance.between(1, 99)}@example.vn`

type Writer = (chance: Chance) => string

const number = (letters: string): Writer => (chance) => `${chance.between(12, 980)}/${letters}`

/** By what the folded title or name of a question holds; the first that fits. */
const writers: readonly [RegExp, Writer][] = [
  [/e-?mail|thu dien tu/, email], [/dien thoai|phone|fax/, phone],
  [/chuc vu|chuc danh/, (chance) => chance.pick(['Giám đốc', 'Phó Giám đốc', 'Trưởng phòng', 'Chủ tịch Hội đồng quản trị'])],
  [/quoc tich/, () => 'Việt Nam'], [/dan toc/, () => 'Kinh'],
  [/so quyet dinh/, number('QĐ-UBND')], [/so (giay|chung nhan|van ban|the)|so hieu|so don/, number('GCN-SKHCN')],
  [/noi cap/, () => 'Cục Cảnh sát quản lý hành chính về trật tự xã hội'], [/co quan (cap|quyet dinh|ban hanh)/, (chance) => chance.pick(['Sở Tài chính thành phố Hà Nội', 'Ủy ban nhân dân thành phố Hà Nội', 'Sở Khoa học và Công nghệ thành phố Hà Nội'])],
  [/so nha|duong, thon/, streetAddress],
  [/dia chi|tru so|noi o|noi thuong tru|cho o|dia diem/, (chance) => `${streetAddress(chance)}, ${chance.pick(communes['01']!)}, thành phố Hà Nội`],
  [/xa, phuong|commune/, (chance) => communeOf('01', chance)],
  [/ten.*(co so|to chuc|doanh nghiep|cong ty|don vi|co quan|nha san xuat|hang)|^(co so|don vi|noi lam viec|co quan)|^(to chuc|doanh nghiep|cong ty)/, (chance) => `Công ty TNHH ${chance.pick(trades)}`],
  [/ho (va )?ten|ho, ten|nguoi |ten (chu|nguoi)|dai dien|ky boi/, personName],
  [/kieu|ky hieu|model|ma (hieu|mau)|viet tat/, (chance) => `${chance.pick(['TL', 'SH', 'BM'])}-${chance.between(100, 990)}`],
  [/nhan hieu|thuong hieu|hang san xuat/, (chance) => chance.pick(brands)],
  [/noi san xuat|xuat xu|nuoc san xuat/, () => 'Việt Nam'], [/website|trang (thong tin|web)/, () => 'https://example.vn'],
  [/chuyen nganh|nganh/, (chance) => chance.pick(['Kỹ thuật đo lường', 'Cơ khí chế tạo', 'Công nghệ thực phẩm', 'Hóa phân tích'])], [/giao dich quoc te|tieng anh|tieng nuoc ngoai/, () => 'An Phat Technology Co., Ltd'],
  [/so luong/, (chance) => String(chance.between(1, 20))], [/don vi tinh/, (chance) => chance.pick(['cái', 'bộ', 'kg'])],
]

const cut = (text: string, most: number): string => [...text].slice(0, most).join('').trim()

/** A text for a question of this title and name, never longer than it may be; long questions get sentences. */
export const writeText = (title: string, name: string, bounds: { least: number; most: number }, chance: Chance): string => {
  const folded = foldText(title || name)
  const writer = writers.find(([test]) => test.test(folded))?.[1]
  let text = writer?.(chance) ?? (bounds.most > 255 ? chance.pick(sentences) : `${cut(title.split(/[(:,]/)[0] ?? '', 40) || 'Nội dung'} ${chance.between(1, 99)}`)
  while ([...text].length < bounds.least) text += ` ${chance.pick(sentences)}`
  return cut(text, bounds.most)
}
