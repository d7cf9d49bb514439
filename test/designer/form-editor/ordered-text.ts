// A document as text in which the order of settings means nothing, and the order of questions does.
export const orderedText = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && key !== 'properties' ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)
