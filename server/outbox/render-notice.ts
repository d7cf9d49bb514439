// Writes the letters that the office sends by itself, in one language: what happened and where, without anything that was
// answered (NĐ 224/2026/NĐ-CP Đ.15: agency, what, when received, worked on and returned). As plain text, and the same as simple
// HTML for those who read that.
import type { Effect } from '#core/workflow/effects.ts'
import { formatInstant } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Info } from '#schemas/generated/types.ts'
import type { Letter } from '../integrations/mail/port.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

type Notice = Extract<Effect, { kind: 'notify' }>['notice']

interface NoticeTexts {
  /** What happened, and what to do with the link. */
  notices: Record<Notice, Record<'subject' | 'news' | 'link', string>>
  facts: Record<'agency' | 'procedure' | 'code' | 'at' | 'received' | 'due', string>
  closing: string
}

const texts: Record<Locale, NoticeTexts> = { vi, en }

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
  const rows: [keyof NoticeTexts['facts'], string | undefined][] = [
    ['agency', localise(info, 'agency', locale)], ['procedure', localise(info, 'name', locale)], ['code', code], ['at', formatInstant(at, locale)],
    ['received', receivedAt && formatInstant(receivedAt, locale)], ['due', dueAt && formatInstant(dueAt, locale)],
  ]
  return rows.flatMap(([key, text]): [string, string][] => (text ? [[texts[locale].facts[key], text]] : []))
}

export const renderNotice = (notice: Notice, facts: NoticeFacts, locale: Locale): Pick<Letter, 'subject' | 'text' | 'html' | 'language'> => {
  const { notices, closing } = texts[locale]
  const { subject, news, link } = notices[notice]
  const rows = rowsOf(facts, locale)
  const table = rows.map(([label, text]) => `<tr><td style="padding:2px 16px 2px 0">${escape(label)}</td><td><b>${escape(text)}</b></td></tr>`).join('')
  return {
    subject: subject.replace('{code}', facts.code), language: locale,
    text: [news, '', ...rows.map(([label, text]) => `${label}: ${text}`), '', `${link}: ${facts.link}`, '', closing].join('\n'),
    html: `<!doctype html><html lang="${locale}"><body><p>${escape(news)}</p><table>${table}</table><p><a href="${escape(facts.link)}">${escape(link)}</a></p><p><small>${escape(closing)}</small></p></body></html>`,
  }
}
