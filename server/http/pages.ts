// The three apps and their assets, as the build left them. Names of assets carry a hash of their content, so browsers
// may keep them for ever; the pages themselves are never kept. Files are found by an exact list, not by path.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'
import { deskPolicy, framedPolicy, framingPolicy } from './security-headers.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
}

interface Asset {
  file: string
  type: string
}

type Encoding = 'br' | 'gzip' | undefined

const squeezable = new Set(['.html', '.js', '.css', '.json', '.svg'])

const listAssets = (folder: string): Map<string, Asset> => {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  return new Map(files.flatMap((file) => {
    const type = types[extname(file)]
    return type && !file.endsWith('.html') ? [[`/${file}`, { file: join(folder, file), type }]] : []
  }))
}

const chooseEncoding = (file: string, accepted: string | undefined): Encoding => {
  if (!squeezable.has(extname(file)) || !accepted) return undefined
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

const squeeze = (bytes: Buffer, encoding: Encoding): Buffer =>
  encoding === 'br' ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : encoding === 'gzip' ? gzipSync(bytes) : bytes

/** Bytes of built files, each read and squeezed once. */
const createShelf = (): ((file: string, encoding: Encoding) => Buffer<ArrayBuffer>) => {
  const shelf = new Map<string, Buffer<ArrayBuffer>>()
  return (file, encoding) => {
    const key = `${encoding ?? ''}:${file}`
    const bytes = shelf.get(key) ?? squeeze(readFileSync(file), encoding) as Buffer<ArrayBuffer>
    shelf.set(key, bytes)
    return bytes
  }
}

interface Page {
  file: string
  policy?: string
}

const citizen: Page = { file: 'runtime/citizen/index.html' }

/** The first that a path fits. */
const pages: readonly [RegExp, Page][] = [
  [/^\/desk(\/|$)/, { file: 'runtime/desk/index.html', policy: deskPolicy }],
  [/^\/designer\/khung-thu$/, { file: 'designer/preview/frame.html', policy: framedPolicy }],
  [/^\/designer(\/|$)/, { file: 'designer/index.html', policy: framingPolicy }],
]

const pageOf = (path: string): Page => pages.find(([pattern]) => pattern.test(path))?.[1] ?? citizen

const isForMachines = (path: string): boolean => /^\/(api|assets|schemas|healthz)(\/|$)/.test(path)

export const pageRoutes = ({ webDir, pagesChange }: Pick<Config, 'webDir' | 'pagesChange'>): Hono<AppEnv> => {
  const open = () => ({ assets: listAssets(webDir), take: createShelf() })
  const opened = open()
  return new Hono<AppEnv>().get('*', (c) => {
    const { path } = c.req
    const { assets, take } = pagesChange ? open() : opened
    const asset = assets.get(path)
    if (!asset && isForMachines(path)) throw new ProblemError('not-found')
    const page = pageOf(path)
    const file = asset?.file ?? join(webDir, page.file)
    if (!asset && !existsSync(file)) throw new ProblemError('not-found', [], { vi: 'Trang chưa được dựng: hãy chạy npm run build.', en: 'The pages are not built: run npm run build.' })
    const encoding = chooseEncoding(file, c.req.header('Accept-Encoding'))
    const bytes = take(file, encoding)
    return c.body(bytes, 200, {
      'Content-Type': asset?.type ?? types['.html'] as string,
      'Cache-Control': asset ? (path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300') : 'no-store',
      Vary: 'Accept-Encoding',
      ...(!asset && page.policy && { 'Content-Security-Policy': page.policy }),
      ...(encoding && { 'Content-Encoding': encoding }),
    })
  })
}
