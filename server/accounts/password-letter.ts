// The letter with which somebody who works for the office chooses a password.
import type { Locale } from '#core/text/localise.ts'
import { formatInstant } from '#core/text/format.ts'

interface Said {
  name: string
  link: string
  endsAt: string
}

const texts: Record<Locale, { subject: string; text: (said: Said) => string }> = {
  vi: {
    subject: 'Đặt mật khẩu cho tài khoản cán bộ',
    text: ({ name, link, endsAt }) => `Chào ${name},\n\nMở liên kết sau để đặt mật khẩu cho tài khoản Một Cửa của bạn:\n${link}\n\nLiên kết dùng được một lần, đến ${endsAt}. Ai có liên kết đều đặt được mật khẩu, nên đừng chuyển tiếp thư này.\nNếu bạn không chờ thư này, hãy báo cho người quản trị.`,
  },
  en: {
    subject: 'Choose the password of your officer’s account',
    text: ({ name, link, endsAt }) => `Dear ${name},\n\nOpen this link to choose the password of your Một Cửa account:\n${link}\n\nThe link works once, until ${endsAt}. Whoever has it can choose the password: do not forward this letter.\nIf you did not expect it, tell your administrator.`,
  },
}

export const passwordLetter = (locale: Locale, said: Said): { subject: string; text: string } =>
  ({ subject: texts[locale].subject, text: texts[locale].text({ ...said, endsAt: formatInstant(said.endsAt, locale) }) })
