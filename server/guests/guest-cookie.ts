// The cookie of a guest's browser: nothing but a random token, kept from scripts and from other sites.
import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { limits } from '../limits.ts'

export interface GuestCookie {
  read: (headers: Headers) => string | undefined
  /** A Set-Cookie value. */
  set: (token: string) => string
  clear: () => string
}

/** 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const createGuestCookie = ({ publicUrl }: Pick<Config, 'publicUrl'>): GuestCookie => {
  const secure = publicUrl.startsWith('https:')
  // The prefix makes browsers refuse the cookie from any other host or over plain HTTP.
  const name = secure ? '__Host-guest' : 'guest'
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`)
  const flags = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    read: (headers) => pattern.exec(headers.get('cookie') ?? '')?.[1],
    set: (token) => `${name}=${token}; Max-Age=${limits.guestSeconds}; ${flags}`,
    clear: () => `${name}=; Max-Age=0; ${flags}`,
  }
}
