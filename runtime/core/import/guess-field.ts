// Guesses what kind of question a title asks for, in the words that Vietnamese forms use and in English: "Ngày sinh" is a
// date, "Giới tính" a choice of two. A guess is offered and never decides: the author sees it and may take another.
import type { Option, Question } from '#schemas/generated/types.ts'
import { foldText } from '../text/format.ts'

export interface FieldGuess {
  /** Field type of the catalogue. */
  type: string
  /** What a browser may fill in (WCAG 2.2, 1.3.5). */
  autocomplete?: string
  options?: Option[]
}

/** Identity papers carry these two words. */
const sexes: Option[] = [
  { const: 'nam', title: 'Nam', 'x-i18n': { en: { title: 'Male' } } },
  { const: 'nu', title: 'Nữ', 'x-i18n': { en: { title: 'Female' } } },
]

const words = (...alternatives: string[]): RegExp => new RegExp(`(?:^|[^a-z0-9])(?:${alternatives.join('|')})(?:$|[^a-z0-9])`)

/** In this order: what is named first wins, so "số điện thoại của người nộp thuế" is a telephone number. */
const rules: readonly [RegExp, FieldGuess][] = [
  [/^(?:toi|chung toi|nguoi khai|i)\b.{0,30}\b(?:cam doan|cam ket|xin cam|dong y|declare|confirm|agree)/, { type: 'consent' }],
  [/^(?:cam doan|cam ket)\b|^loi cam doan/, { type: 'consent' }],
  [/^(?:co|da|dang|duoc)\b.*\b(?:khong|chua)\s*\??$|\b(?:hay khong|co khong|dung khong|phai khong|hay chua)\b|^(?:is|are|has|have|do|does|did|will)\b.*\?$/, { type: 'yesNo' }],
  [/^(?:gioi tinh|sex|gender)\b/, { type: 'choice', autocomplete: 'sex', options: sexes }],
  [words('ngay.{0,12} sinh', 'ngay sinh', 'sinh ngay', 'date of birth', 'birth ?date'), { type: 'date', autocomplete: 'bday' }],
  [/^(?:so luong|so nguoi|so lan|so thang|so ngay|so nam|nam sinh|nam|tu nam|den nam|tuoi|tong so|stt|so tang|so ban|so con|quantity|number of|age|year)\b/, { type: 'integer' }],
  [/^(?:ban sao|ban chup|ban scan|tep|file|anh the|anh chan dung|tai lieu|van ban|giay to|hinh anh|photo|scan|attachment|upload)\b|\b(?:kem theo|dinh kem|ban sao|to attach|attached)\b/, { type: 'file' }],
  [/^(?:so |mobile |telephone |phone )?(?:dien thoai|dtdd|dt|phone|telephone|mobile|tel)\b|\b(?:so dien thoai|phone number|telephone number)\b/, { type: 'phone', autocomplete: 'tel' }],
  [words('e-?mail', 'thu dien tu', 'hop thu dien tu', 'dia chi thu'), { type: 'email', autocomplete: 'email' }],
  [words('website', 'web', 'trang thong tin dien tu', 'url'), { type: 'text', autocomplete: 'url' }],
  [/^(?:ngay|thoi han den|co gia tri den|het han|co hieu luc den|hieu luc den|tu ngay|den ngay|cap ngay|date|day of|valid until|expires)\b|\b(?:ngay cap|ngay ky|ngay het han|ngay thang nam|ngay, thang, nam|ngay hieu luc|expiry date|date of)\b/, { type: 'date' }],
  [words('so can cuoc.*', 'can cuoc cong dan', 'cccd', 'so dinh danh(?: ca nhan)?', 'ma dinh danh(?: ca nhan)?', 'cmnd', 'cmtnd', 'chung minh nhan dan', 'chung minh thu', 'the can cuoc', 'personal identification number', 'citizen id.*', 'identity (?:card )?number'), { type: 'personId' }],
  [words('mst', 'ma so thue', 'ma so nguoi nop thue', 'tax code', 'tax number', 'tax id.*'), { type: 'taxCode' }],
  [words('ma so doanh nghiep', 'msdn', 'ma so ho kinh doanh', 'enterprise code', 'business registration number'), { type: 'enterpriseCode' }],
  [/^(?:quoc tich|nuoc|quoc gia|xuat xu|noi san xuat|nationality|country|citizenship)\b|\bcountry of\b/, { type: 'country', autocomplete: 'country' }],
  [/^(?:dia chi|noi o|noi thuong tru|noi tam tru|noi cu tru|cho o|ho khau thuong tru|tru so|dia diem|que quan|address|place of residence|residence|registered office)\b|\b(?:dia chi|address)\b/, { type: 'address' }],
  [/^(?:so tien|tong so tien|le phi|phi|muc phi|von|tong von|gia tri|gia ban|don gia|thanh tien|doanh thu|thu nhap|luong|muc luong|kinh phi|tong muc|price|amount|fee|capital|revenue|income|salary|value)\b|\((?:dong|vnd|trieu dong|ty dong)\)/, { type: 'money' }],
  [/^(?:dien tich|khoi luong|trong luong|chieu|ty le|cong suat|dung tich|nhiet do|the tich|area|weight|length|width|height|rate|percentage|volume)\b|\((?:m2|m²|m3|m³|kg|tan|ha|km|%)\)/, { type: 'number' }],
  [/^(?:ly do|noi dung|mo ta|ghi chu|y kien|tom tat|dac tinh|muc dich|giai trinh|trinh bay|qua trinh|kien nghi|de nghi|chi tiet|reason|description|remark|note|comment|summary|purpose|explain|details)/, { type: 'longText' }],
  [/^(?:danh sach|list of)\b/, { type: 'table' }],
  [/^(?:trinh do|loai|hinh thuc|tinh trang|loai hinh|ton giao|dan toc|moi quan he|quan he|type|kind|form of|marital)\b/, { type: 'choice' }],
  [/^(?:ho(?:,| va)?(?: chu)? dem(?:,| va)? ten|ho(?:,| va)? ten(?: khai sinh| day du)?|ten toi la|toi ten la|full name|your name)\b(?!.*\b(?:cha|me|vo|chong|con|duoc uy quyen)\b)/, { type: 'text', autocomplete: 'name' }],
  [/^ten (?:to chuc|doanh nghiep|co quan|cong ty|don vi|co so)|^(?:organi[sz]ation|company)(?: name)?\b/, { type: 'text', autocomplete: 'organization' }],
  [/^(?:chuc vu|chuc danh|job title|position)\b/, { type: 'text', autocomplete: 'organization-title' }],
]

/** A choice without known options is a guess all the same: the author lists them. */
export const guessField = (title: string): FieldGuess => {
  const folded = foldText(title.normalize('NFC')).slice(0, 300).replace(/^[\s\d.)(*-]+/, '').replace(/\s+/g, ' ').trim()
  return rules.find(([pattern]) => pattern.test(folded))?.[1] ?? { type: 'text' }
}

/** What a guess adds to a new question of its field type. */
export const withGuess = (question: Question, guess: FieldGuess): Question => ({
  ...question,
  ...(guess.options && { oneOf: guess.options.map((option) => ({ ...option })) }),
  ...(guess.autocomplete && question['x-autocomplete'] === undefined && { 'x-autocomplete': guess.autocomplete }),
})
