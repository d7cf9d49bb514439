// The letters that the office sends by itself: what happened, in Vietnamese and then in English, without personal data.
import type { Effect } from '#core/workflow/effects.ts'

export type Notice = Extract<Effect, { kind: 'notify' }>['notice']

interface Facts {
  /** Code of the dossier; absent while it is being given. */
  code: string
  link: string
}

interface Text {
  subject: string
  body: (facts: Facts) => string
}

export const noticeTexts: Record<Notice, Text> = {
  submitted: {
    subject: 'Đã tiếp nhận hồ sơ trực tuyến / Dossier received',
    body: ({ code, link }) => `Hồ sơ ${code} của bạn đã được gửi đến cơ quan. Xem tiến độ tại ${link}\n\nYour dossier ${code} has reached the office. Follow it at ${link}`,
  },
  'supplement-asked': {
    subject: 'Cần bổ sung hồ sơ / Your dossier needs completing',
    body: ({ code, link }) => `Cơ quan đề nghị bạn bổ sung hồ sơ ${code}. Xem nội dung cần bổ sung tại ${link}\n\nThe office asks you to complete dossier ${code}. See what is needed at ${link}`,
  },
  'payment-asked': {
    subject: 'Cần nộp phí, lệ phí / Payment is due',
    body: ({ code, link }) => `Hồ sơ ${code} cần nộp phí, lệ phí trước khi giải quyết tiếp. Xem số tiền tại ${link}\n\nDossier ${code} waits for a payment. See the amount at ${link}`,
  },
  ended: {
    subject: 'Hồ sơ đã có kết quả / Your dossier is decided',
    body: ({ code, link }) => `Hồ sơ ${code} đã giải quyết xong. Xem kết quả tại ${link}\n\nDossier ${code} is decided. See the result at ${link}`,
  },
  task: {
    subject: 'Có hồ sơ chờ xử lý / A dossier waits for you',
    body: ({ code, link }) => `Hồ sơ ${code} đang chờ bạn xử lý: ${link}\n\nDossier ${code} waits for you: ${link}`,
  },
}
