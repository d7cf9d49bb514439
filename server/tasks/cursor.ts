// Where the next page begins: the key of the last row, in a text that only we give out. Pages follow each other by key, never
// by counting rows.

export const encode = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Undefined for a text that we did not give out: such a page is the first. */
export const decode = <Key extends readonly (string | number)[]>(text: string | undefined, example: Key): Key | undefined => {
  try {
    const key: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString())
    return Array.isArray(key) && key.length === example.length && key.every((each, i) => typeof each === typeof example[i]) ? key as unknown as Key : undefined
  } catch {
    return undefined
  }
}
