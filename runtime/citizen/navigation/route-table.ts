// The addresses of the applicant's app: which page an address leads to, and the address of a page. Patterns are written as
// in other routers: `/thu-tuc/:id`, `:page?` may be absent, `:rest(.*)*` takes whatever is left.
import type { Component } from 'vue'

export type Params = Record<string, string>

export interface RouteRecord {
  path: string
  name?: string
  component: () => Promise<{ default: Component }>
  /** What the page is given: the parts of the address, or what is made of them. */
  props?: true | ((place: Place) => Record<string, unknown>)
  meta?: { signedIn?: boolean }
  children?: RouteRecord[]
}

/** Where somebody is or wants to go; `matched` is the page and the frames around it, outermost first. */
export interface Place {
  path: string
  fullPath: string
  name: string | undefined
  params: Params
  query: Params
  hash: string
  meta: { signedIn?: boolean }
  matched: readonly RouteRecord[]
}

type Values = Record<string, string | number | null | undefined>

/** How a page is asked for: by its address, or by its name. Without either, the page stays and its query changes. */
export type Target = string | { path?: string; name?: string; params?: Values; query?: Values; hash?: string }

interface Row {
  pattern: string
  matches: RegExp
  names: string[]
  rank: string
  matched: RouteRecord[]
}

const parameter = /^:(\w+)(\(\.\*\)\*|\?)?$/

/** A fixed word is meant before whatever may stand in its place. */
const rankOf = (part: string): string => { const found = parameter.exec(part); return !found ? 'a' : !found[2] ? 'b' : found[2] === '?' ? 'c' : 'd' }

const expressionOf = (part: string): string => {
  const [whole, , kind] = parameter.exec(part) ?? []
  if (!whole) return `/${part.replace(/[.+^${}()|[\]\\]/g, '\\$&')}`
  return kind === '?' ? '(?:/([^/]+))?' : kind ? '(?:/(.*))?' : '/([^/]+)'
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

const rowsOf = (records: readonly RouteRecord[], around: readonly RouteRecord[] = [], before = ''): Row[] =>
  records.flatMap((record): Row[] => {
    const pattern = `${before}/${partsOf(record.path).join('/')}`.replace(/\/+/g, '/')
    const matched = [...around, record]
    if (record.children) return rowsOf(record.children, matched, pattern)
    const parts = partsOf(pattern)
    return [{ pattern, matched, rank: parts.map(rankOf).join(''), names: parts.flatMap((part) => parameter.exec(part)?.[1] ?? []), matches: new RegExp(`^${parts.map(expressionOf).join('')}/?$`) }]
  })

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const filled = (values: Values = {}): Params => Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])))

const written = (pattern: string, params: Params): string =>
  `/${partsOf(pattern).flatMap((part) => { const name = parameter.exec(part)?.[1]; const value = name === undefined ? part : params[name]; return value ? [name === undefined ? value : encodeURIComponent(value)] : [] }).join('/')}`

export interface RouteTable {
  resolve(target: Target, from?: Place): Place
}

export const routeTable = (records: readonly RouteRecord[]): RouteTable => {
  const rows = rowsOf(records).sort((a, b) => (a.rank < b.rank ? -1 : 1))
  const at = (path: string, query: Params, hash: string): Place => {
    const row = rows.find(({ matches }) => matches.test(path))
    const parts = row?.matches.exec(path)?.slice(1) ?? []
    const params = Object.fromEntries((row?.names ?? []).flatMap((name, i) => (parts[i] ? [[name, decoded(parts[i])]] : [])))
    const last = row?.matched.at(-1)
    const words = new URLSearchParams(query).toString()
    return { path, query, hash, params, name: last?.name, matched: row?.matched ?? [], fullPath: path + (words && `?${words}`) + hash, meta: Object.assign({}, ...(row?.matched ?? []).map(({ meta }) => meta)) as Place['meta'] }
  }
  return {
    resolve: (target, from) => {
      if (typeof target === 'string' || target.path !== undefined) {
        const url = new URL(typeof target === 'string' ? target : target.path!, `http://here${from?.path ?? '/'}`)
        return at(url.pathname, typeof target === 'string' || !target.query ? Object.fromEntries(url.searchParams) : filled(target.query), url.hash)
      }
      const { name, query, hash = '' } = target
      const row = rows.find(({ matched }) => matched.at(-1)?.name === name)
      if (name !== undefined && !row) throw new Error(`No page is called ${name}`)
      return at(row ? written(row.pattern, target.params ? filled(target.params) : from?.params ?? {}) : from?.path ?? '/', filled(query), hash)
    },
  }
}
