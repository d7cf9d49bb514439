// Gives each request its id, its language and a way to ask who is signed in.
import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Locale } from '#core/text/localise.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from './context.ts'

/** The first language of the list that we speak (RFC 9110 §12.5.4, weights ordered by the browser); Vietnamese otherwise. */
export const chooseLocale = (accepted: string | undefined): Locale => {
  const wanted = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [language = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([0-9.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { language: language.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => (language === 'vi' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return (wanted[0]?.language as Locale | undefined) ?? 'vi'
}

export const prepareRequest = ({ identity, guests }: Pick<Deps, 'identity' | 'guests'>): MiddlewareHandler<AppEnv> => async (c, next) => {
  c.set('requestId', randomUUID())
  c.set('locale', chooseLocale(c.req.header('Accept-Language')))
  let session: Promise<Session | null> | undefined
  const { headers } = c.req.raw
  // Whoever signed in is that person, whatever this browser did as a guest before.
  c.set('readSession', () => (session ??= identity.readSession(headers).then((account) => account ?? guests.read(headers))))
  await next()
  c.header('X-Request-Id', c.get('requestId'))
}
