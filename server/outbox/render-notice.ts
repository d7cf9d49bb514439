// Writes the letters that the office sends by itself, in one language: what happened and where, without anything that was
// answered (NĐ 224/2026/NĐ-CP Đ.15: agency, what, when received, worked on and returned).
import type { Effect } from '#core/workflow/effects.ts'
import { formatInstant } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Info } from '#schemas/generated/types.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }
import { writeLetter, type Written } from './write-letter.ts'

type Notice = Extract<Effect, { kind: 'notify' }>['notice']

export type ReviewNotice = 'review-asked' | 'changes-asked' | 'approved' | 'approval-void' | 'sent-back' | 'scheduled' | 'published' | 'commented' | 'withdrawn'

/** Whose form changed: a draft came over to the new one, or an open dossier did. */
export type MovedWhat = 'draft' | 'open'

type NoticeText = Record<'subject' | 'news' | 'link', string>

interface NoticeTexts {
  /** What happened, and what to do with the link. */
  notices: Record<Notice, NoticeText>
  /** To those who write and review procedures: what happened to a change, nothing of its content. {name} is the procedure. */
  reviews: Record<ReviewNotice, NoticeText>
  moves: Record<MovedWhat, NoticeText>
  facts: Record<'agency' | 'procedure' | 'code' | 'at' | 'received' | 'due' | 'message', string>
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
  /** In the words of the office. */
  message?: string
  link: string
}

const rowsOf = ({ info, code, at, receivedAt, dueAt, message }: NoticeFacts, locale: Locale): [string, string][] => {
  const rows: [keyof NoticeTexts['facts'], string | undefined][] = [
    ['agency', localise(info, 'agency', locale)], ['procedure', localise(info, 'name', locale)], ['code', code], ['at', formatInstant(at, locale)],
    ['received', receivedAt && formatInstant(receivedAt, locale)], ['due', dueAt && formatInstant(dueAt, locale)], ['message', message],
  ]
  return rows.flatMap(([key, text]): [string, string][] => (text ? [[texts[locale].facts[key], text]] : []))
}

/** A letter of one piece of news, some facts and a link. */
const writeNews = ({ subject, news, link }: NoticeText, rows: readonly [string, string][], url: string, locale: Locale): Written =>
  writeLetter({ subject, news, rows, links: [[link, url]], closing: texts[locale].closing }, locale)

export const renderNotice = (notice: Notice, facts: NoticeFacts, locale: Locale): Written => {
  const text = texts[locale].notices[notice]
  return writeNews({ ...text, subject: text.subject.replace('{code}', facts.code) }, rowsOf(facts, locale), facts.link, locale)
}

export const renderMoveNotice = (what: MovedWhat, facts: NoticeFacts, locale: Locale): Written => {
  const text = texts[locale].moves[what]
  const subject = text.subject.replace('{code}', facts.code).replace('{name}', localise(facts.info, 'name', locale))
  return writeNews({ ...text, subject }, rowsOf(facts, locale), facts.link, locale)
}

export const renderReviewNotice = (notice: ReviewNotice, { name, at, link }: { name: string; at: string; link: string }, locale: Locale): Written => {
  const { reviews, facts } = texts[locale]
  const text = reviews[notice]
  return writeNews({ ...text, subject: text.subject.replace('{name}', name) }, [[facts.procedure, name], [facts.at, formatInstant(at, locale)]], link, locale)
}
