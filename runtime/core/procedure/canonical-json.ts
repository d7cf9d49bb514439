// Canonical JSON (RFC 8785): the one text of a value, whatever the order of its names. Content hashes and the audit chain
// are taken over it. Values must be plain JSON; numbers print as ECMAScript prints them, as the RFC asks.

export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    // The RFC sorts by UTF-16 code units, which is what comparing strings does here.
    return `{${entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
