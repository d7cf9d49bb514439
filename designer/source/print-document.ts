// How a document is written down for people, in the source editor and in files.

/** Names in their own order, two spaces. */
export const printDocument = (document: unknown): string => JSON.stringify(document, null, 2)
