// The letters that the office sends by itself: what happened and where, in each language, without anything that was
// answered (NĐ 224/2026/NĐ-CP Đ.15: agency, what, when received, worked on and returned).
import type { Effect } from '#core/workflow/effects.ts'
import type { Locale } from '#core/text/localise.ts'

export type Notice = Extract<Effect, { kind: 'notify' }>['notice']

export interface NoticeText {
  subject: string
  /** What happened. */
  news: string
  /** What to do with the link. */
  link: string
}

export const noticeTexts: Record<Notice, Record<Locale, NoticeText>> = {
  submitted: {
    vi: { subject: 'Hồ sơ {code} đã gửi đến cơ quan', news: 'Hồ sơ của bạn đã được gửi đến cơ quan. Cơ quan sẽ kiểm tra và trả lời bạn.', link: 'Theo dõi hồ sơ' },
    en: { subject: 'Dossier {code} has reached the office', news: 'Your dossier has reached the office. The office will check it and answer you.', link: 'Follow the dossier' },
  },
  'supplement-asked': {
    vi: { subject: 'Hồ sơ {code} cần bổ sung', news: 'Cơ quan đề nghị bạn bổ sung hồ sơ. Nội dung cần bổ sung và thời hạn có ở trang hồ sơ.', link: 'Xem nội dung cần bổ sung' },
    en: { subject: 'Dossier {code} needs completing', news: 'The office asks you to complete your dossier. What is needed, and until when, is on the page of the dossier.', link: 'See what is needed' },
  },
  'payment-asked': {
    vi: { subject: 'Hồ sơ {code} cần nộp phí, lệ phí', news: 'Hồ sơ cần nộp phí, lệ phí trước khi được giải quyết tiếp.', link: 'Xem số tiền và cách nộp' },
    en: { subject: 'A payment is due for dossier {code}', news: 'The dossier waits for a payment before the office goes on.', link: 'See the amount and how to pay' },
  },
  ended: {
    vi: { subject: 'Hồ sơ {code} đã có kết quả', news: 'Cơ quan đã giải quyết xong hồ sơ của bạn.', link: 'Xem kết quả' },
    en: { subject: 'Dossier {code} is decided', news: 'The office has finished with your dossier.', link: 'See the result' },
  },
  message: {
    vi: { subject: 'Có tin nhắn về hồ sơ {code}', news: 'Có tin nhắn mới về hồ sơ. Nội dung chỉ xem được khi mở trang hồ sơ.', link: 'Đọc tin nhắn' },
    en: { subject: 'A message about dossier {code}', news: 'There is a new message about the dossier. It can be read on the page of the dossier only.', link: 'Read the message' },
  },
  task: {
    vi: { subject: 'Hồ sơ {code} chờ bạn xử lý', news: 'Một hồ sơ đang chờ bạn xử lý.', link: 'Mở hồ sơ' },
    en: { subject: 'Dossier {code} waits for you', news: 'A dossier waits for you.', link: 'Open the dossier' },
  },
  assigned: {
    vi: { subject: 'Hồ sơ {code} được giao cho bạn', news: 'Một hồ sơ được giao cho bạn xử lý.', link: 'Mở hồ sơ' },
    en: { subject: 'Dossier {code} is given to you', news: 'A dossier was given to you.', link: 'Open the dossier' },
  },
  'opinion-asked': {
    vi: { subject: 'Xin ý kiến về hồ sơ {code}', news: 'Cơ quan chủ trì xin ý kiến của đơn vị bạn về một hồ sơ. Thời hạn trả lời có ở trang hồ sơ.', link: 'Cho ý kiến' },
    en: { subject: 'Your opinion on dossier {code} is asked for', news: 'The lead office asks your unit for its opinion on a dossier. The time to answer is on the page of the dossier.', link: 'Give an opinion' },
  },
  reminder: {
    vi: { subject: 'Nhắc hạn hồ sơ {code}', news: 'Hồ sơ có việc đang chờ bạn và thời hạn đang đến gần.', link: 'Mở hồ sơ' },
    en: { subject: 'A reminder of dossier {code}', news: 'Something in the dossier waits for you, and its time limit comes near.', link: 'Open the dossier' },
  },
  escalated: {
    vi: { subject: 'Hồ sơ {code} cần bạn lưu ý', news: 'Một hồ sơ sắp hoặc đã quá thời hạn của bước đang xử lý.', link: 'Mở hồ sơ' },
    en: { subject: 'Dossier {code} needs your attention', news: 'A dossier is about to pass, or has passed, the time limit of its present step.', link: 'Open the dossier' },
  },
}

export const factLabels: Record<'agency' | 'procedure' | 'code' | 'at' | 'received' | 'due', Record<Locale, string>> = {
  agency: { vi: 'Cơ quan', en: 'Office' }, procedure: { vi: 'Thủ tục', en: 'Procedure' }, code: { vi: 'Mã hồ sơ', en: 'Dossier code' }, at: { vi: 'Thời điểm', en: 'Time' },
  received: { vi: 'Tiếp nhận lúc', en: 'Received' }, due: { vi: 'Hẹn trả kết quả', en: 'Result due' },
}

export const closing: Record<Locale, string> = {
  vi: 'Thư này được gửi tự động; vui lòng không trả lời. Cơ quan không bao giờ hỏi mật khẩu của bạn qua thư.',
  en: 'This letter was sent automatically; please do not answer it. The office never asks for your password by letter.',
}
