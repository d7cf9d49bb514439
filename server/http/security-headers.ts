// The headers of every answer, errors and files included: what a browser may do with it, and that nothing is kept.
import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import type { AppEnv } from './context.ts'

const policy = (framedBy: "'none'" | "'self'", frames: string[] = []): string => [
  "default-src 'none'", "script-src 'self'", "worker-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "form-action 'self'",
  `frame-ancestors ${framedBy}`, ...frames, "base-uri 'none'", "object-src 'none'", "require-trusted-types-for 'script'", 'trusted-types vue motcua',
].join('; ')

export const contentSecurityPolicy = policy("'none'")

/** The designer shows the form of a draft at the width of a device: a page of our own in a frame. */
export const framingPolicy = policy("'none'", ["frame-src 'self'"])

/** The desk shows a PDF beside the answers: read by the page itself, so that the frame holds nothing but its bytes. */
export const deskPolicy = policy("'none'", ['frame-src blob:'])

/** The one page that may stand in a frame, of our own pages only. It shows nothing but what its frame is told. */
export const framedPolicy = policy("'self'")

/** For files of citizens: even if a browser shows one, it may do nothing. */
export const downloadPolicy = "sandbox; default-src 'none'"

/** Beside the policy of what a page may load. */
export const guardingHeaders: readonly [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()'],
]

export const securityHeaders = ({ publicUrl }: Pick<Config, 'publicUrl'>): MiddlewareHandler<AppEnv> => async (c, next) => {
  await next()
  for (const [name, value] of guardingHeaders) c.res.headers.set(name, value)
  if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', contentSecurityPolicy)
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  if (publicUrl.startsWith('https:')) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}
