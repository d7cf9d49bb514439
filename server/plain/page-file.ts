// The app's page with a drawn page inside of its root element: a browser with scripts takes it over, any other shows it as it is.
// What the app will need for just this page is named in its head, and what the API said of it stands at its end. A page that
// alone holds what was typed comes without scripts.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drawn, DrawnReply } from '#core/plain/port.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Config } from '../config.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export type FillPage = (drawn: Drawn, locale: Locale, replies: readonly DrawnReply[]) => string | undefined

interface Built {
  page: string
  /** The files that hold a part of the app, by its source. */
  files: Readonly<Record<string, readonly string[]>>
  /** The files that a file asks for as soon as it is there. */
  importsOf: ReadonlyMap<string, readonly string[]>
}

const json = <T>(file: string): T => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as T

const readBuilt = (webDir: string): Built | undefined => {
  const page = join(webDir, 'runtime/citizen/index.html')
  if (!existsSync(page)) return undefined
  const chunks = json<Record<string, { file: string, imports?: string[] }>>(join(webDir, 'citizen.json'))
  return {
    page: readFileSync(page, 'utf8'), files: json(join(webDir, 'citizen-parts.json')),
    importsOf: new Map(Object.values(chunks).map(({ file, imports = [] }) => [`/${file}`, imports.map((name) => `/${chunks[name]!.file}`)])),
  }
}

/** Data, not a script: no policy lets it run, and no text in it ends it. */
const asData = (replies: readonly DrawnReply[]): string => `<script type="application/json" id="replies">${JSON.stringify(replies).replaceAll('<', '\\u003c')}</script>`

/** Every page begins with it (runtime/citizen/start.ts). */
const begins = 'runtime/citizen/main.ts'

/** What every browser draws of a page first. Other parts come when a browser asks for them: a phone has no room for some. */
const firstParts = /(?:Page|Frame|\/inputs\/\w+)\.vue$/

const preloads = ({ page, files, importsOf }: Built, parts: readonly string[]): string => {
  const asked = [begins, ...parts.filter((part) => firstParts.test(part))].flatMap((part) => files[part] ?? [])
  const named = new Set([...asked, ...asked.flatMap((file) => importsOf.get(file) ?? [])].filter((file) => /\.(?:js|css)$/.test(file) && !page.includes(file)))
  return [...named].map((file) => (file.endsWith('.css') ? `<link rel="stylesheet" crossorigin href="${file}">` : `<link rel="modulepreload" crossorigin href="${file}">`)).join('')
}

/** Undefined while the app is not built. */
export const createPageFile = ({ webDir, pagesChange }: Pick<Config, 'webDir' | 'pagesChange'>): FillPage => {
  let kept: Built | undefined
  return ({ html, title, parts, still }, locale, replies) => {
    kept = pagesChange ? readBuilt(webDir) : kept ?? readBuilt(webDir)
    const { head, data } = still || !kept ? { head: '', data: '' } : { head: preloads(kept, parts), data: asData(replies) }
    return kept?.page
      .replace(/\s*<script\b[^>]*><\/script>|\s*<link rel="modulepreload"[^>]*>/g, (whole) => (still ? '' : whole))
      .replace(/<html lang="\w+"/, `<html lang="${locale}"`)
      .replace(/<title>[^<]*<\/title>/, (whole) => (title ? `<title>${escaped(title)}</title>` : whole))
      .replace('</head>', (end) => head + end)
      .replace('<div id="app"></div>', () => `<div id="app">${html}</div>${data}`)
  }
}
