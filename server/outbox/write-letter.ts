// Puts a letter of the office together: a piece of news, facts, points where there are several, and where to look. As plain text, and
// the same as simple HTML for those who read that.
import type { Locale } from '#core/text/localise.ts'
import type { Letter } from '../integrations/mail/port.ts'

export interface LetterParts {
  subject: string
  news: string
  rows: readonly (readonly [label: string, text: string])[]
  points?: { title: string; lines: readonly string[] }
  links: readonly (readonly [label: string, url: string])[]
  closing: string
}

export type Written = Pick<Letter, 'subject' | 'text' | 'html' | 'language'>

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const asHtml = ({ news, rows, points, links, closing }: LetterParts): string => {
  const table = rows.map(([label, text]) => `<tr><td style="padding:2px 16px 2px 0">${escape(label)}</td><td><b>${escape(text)}</b></td></tr>`).join('')
  const list = points ? `<p>${escape(points.title)}</p><ul>${points.lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>` : ''
  const ways = links.map(([label, url]) => `<p><a href="${escape(url)}">${escape(label)}</a></p>`).join('')
  return `<p>${escape(news)}</p><table>${table}</table>${list}${ways}<p><small>${escape(closing)}</small></p>`
}

export const writeLetter = (parts: LetterParts, locale: Locale): Written => {
  const { subject, news, rows, points, links, closing } = parts
  return {
    subject, language: locale,
    text: [
      news, '', ...rows.map(([label, text]) => `${label}: ${text}`), '', ...(points ? [points.title, ...points.lines.map((line) => `- ${line}`), ''] : []),
      ...links.map(([label, url]) => `${label}: ${url}`), '', closing,
    ].join('\n'),
    html: `<!doctype html><html lang="${locale}"><body>${asHtml(parts)}</body></html>`,
  }
}
