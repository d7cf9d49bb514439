// The app's page with a drawn page inside of its root element: a browser with scripts replaces it, any other shows it as it is.
// A page that alone holds what was typed comes without scripts.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drawn } from '#core/plain/port.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Config } from '../config.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export type FillPage = (drawn: Drawn, locale: Locale) => string | undefined

/** Undefined while the app is not built. */
export const createPageFile = ({ webDir, pagesChange }: Pick<Config, 'webDir' | 'pagesChange'>): FillPage => {
  const file = join(webDir, 'runtime/citizen/index.html')
  let kept: string | undefined
  const read = (): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  return ({ html, title, still }, locale) => {
    kept = pagesChange ? read() : kept ?? read()
    return kept
      ?.replace(/\s*<script\b[^>]*><\/script>|\s*<link rel="modulepreload"[^>]*>/g, (whole) => (still ? '' : whole))
      .replace(/<html lang="\w+"/, `<html lang="${locale}"`)
      .replace(/<title>[^<]*<\/title>/, (whole) => (title ? `<title>${escaped(title)}</title>` : whole))
      .replace('<div id="app"></div>', () => `<div id="app">${html}</div>`)
  }
}
