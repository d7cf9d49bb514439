// Canonical JSON (RFC 8785): the one text of a value, whatever the order of its names. Content hashes and the audit chain
// are taken over it. Values must be plain JSON; numbers print as ECMAScript prints them, as the RFC asks.

// The RFC sorts by UTF-16 code units, which is what comparing strings does here.
const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

/** `ordered` names members whose own names keep the order in which they were written; the RFC knows none. */
export const canonicalJson = (value: unknown, ordered?: string, isOrdered = false): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item, ordered)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    const listed = isOrdered ? entries : entries.sort(byName)
    return `{${listed.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner, ordered, name === ordered)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** The text of a procedure document: canonical, except that columns of tables and parts of groups stand in the order in which they are asked. */
export const documentText = (document: object): string => canonicalJson(document, 'properties')
