// Writes a notice in one language: as plain text, and the same as simple HTML for those who read that.
import { formatInstant } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Info } from '#schemas/generated/types.ts'
import type { Letter } from '../integrations/mail/port.ts'
import { closing, factLabels, noticeTexts, type Notice, type NoticeText } from './notice-texts.ts'

export interface NoticeFacts {
  info: Info
  code: string
  /** When it happened. */
  at: string
  receivedAt?: string
  dueAt?: string
  link: string
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const rowsOf = ({ info, code, at, receivedAt, dueAt }: NoticeFacts, locale: Locale): [string, string][] => {
  const rows: [keyof typeof factLabels, string | undefined][] = [
    ['agency', localise(info, 'agency', locale)], ['procedure', localise(info, 'name', locale)], ['code', code], ['at', formatInstant(at, locale)],
    ['received', receivedAt && formatInstant(receivedAt, locale)], ['due', dueAt && formatInstant(dueAt, locale)],
  ]
  return rows.flatMap(([key, text]): [string, string][] => (text ? [[factLabels[key][locale], text]] : []))
}

/** A letter of one piece of news, some facts and a link. */
export const writeLetter = ({ subject, news, link }: NoticeText, rows: readonly [string, string][], url: string, locale: Locale): Pick<Letter, 'subject' | 'text' | 'html' | 'language'> => {
  const table = rows.map(([label, text]) => `<tr><td style="padding:2px 16px 2px 0">${escape(label)}</td><td><b>${escape(text)}</b></td></tr>`).join('')
  return {
    subject, language: locale,
    text: [news, '', ...rows.map(([label, text]) => `${label}: ${text}`), '', `${link}: ${url}`, '', closing[locale]].join('\n'),
    html: `<!doctype html><html lang="${locale}"><body><p>${escape(news)}</p><table>${table}</table><p><a href="${escape(url)}">${escape(link)}</a></p><p><small>${escape(closing[locale])}</small></p></body></html>`,
  }
}

export const renderNotice = (notice: Notice, facts: NoticeFacts, locale: Locale): Pick<Letter, 'subject' | 'text' | 'html' | 'language'> => {
  const text = noticeTexts[notice][locale]
  return writeLetter({ ...text, subject: text.subject.replace('{code}', facts.code) }, rowsOf(facts, locale), facts.link, locale)
}
