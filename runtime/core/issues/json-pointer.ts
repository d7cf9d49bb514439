// JSON Pointers (RFC 6901) into answers, and paths: pointers of a document in which /* stands for each row of a table.

/** A JSON value as answers hold it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Answers = { [name: string]: unknown }

const isIndex = (segment: string): boolean => /^(0|[1-9][0-9]*)$/.test(segment)

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const parsePointer = (pointer: string): string[] => {
  if (pointer === '') return []
  const segments = pointer.slice(1).split('/')
  return pointer.includes('~') ? segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~')) : segments
}

export const toPointer = (segments: readonly (string | number)[]): string =>
  segments.map((segment) => '/' + String(segment).replaceAll('~', '~0').replaceAll('/', '~1')).join('')

const child = (value: unknown, segment: string): unknown => {
  if (Array.isArray(value)) return isIndex(segment) ? value[Number(segment)] : undefined
  return isRecord(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
}

/** The value at a pointer; undefined where there is none. Inherited properties are never read. */
export const readAt = (value: unknown, pointer: string): unknown => parsePointer(pointer).reduce(child, value)

const writeSegments = (value: unknown, [segment, ...rest]: string[], next: unknown): unknown => {
  if (segment === undefined) return next
  if (Array.isArray(value) && isIndex(segment)) {
    const rows = value.slice()
    const row = writeSegments(rows[Number(segment)], rest, next)
    if (row === undefined) rows.splice(Number(segment), 1)
    else rows[Number(segment)] = row
    return rows
  }
  const { [segment]: old, ...others } = isRecord(value) ? value : {}
  const made = writeSegments(old, rest, next)
  if (made === undefined) return others
  // An existing name keeps its place among the others, so that writing back what was read changes no order.
  return isRecord(value) && Object.hasOwn(value, segment) ? { ...value, [segment]: made } : { ...others, [segment]: made }
}

/** A copy in which the value at the pointer is `next`; undefined removes it. The original is untouched. */
export const writeAt = <T>(value: T, pointer: string, next: unknown): T => writeSegments(value, parsePointer(pointer), next) as T

// The path that a pointer is an instance of: /mau/0/kyHieu is one of /mau/*/kyHieu.
export const toPath = (pointer: string): string => (/\/\d/.test(pointer) ? toPointer(parsePointer(pointer).map((segment) => (isIndex(segment) ? '*' : segment))) : pointer)

// All pointers of these answers that a path stands for; a path without a star is its own pointer, answered or not.
export const expandPath = (path: string, answers: unknown): string[] =>
  !path.includes('*') ? [path] : parsePointer(path).reduce<string[]>((pointers, segment) => {
    if (segment !== '*') return pointers.map((pointer) => pointer + toPointer([segment]))
    return pointers.flatMap((pointer) => {
      const rows = readAt(answers, pointer)
      return Array.isArray(rows) ? rows.map((_row, i) => `${pointer}/${i}`) : []
    })
  }, [''])

/** The pointer of the row that a pointer lies in, for a table given by its path; undefined when it lies in none. */
export const rowPointer = (table: string, pointer: string): string | undefined => {
  const depth = parsePointer(table).length + 1
  const segments = parsePointer(pointer)
  return segments.length >= depth && toPath(toPointer(segments.slice(0, depth))) === `${table}/*` ? toPointer(segments.slice(0, depth)) : undefined
}

export const parentPath = (path: string): string => path.replace(/(\/\*)?\/[^/]+$/, '')
