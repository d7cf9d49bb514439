// The name of a document's content: equal documents have equal hashes, however they were written down. The order of
// columns is content: it is the order in which a citizen is asked.
import { createHash } from 'node:crypto'
import { documentText } from '#core/procedure/canonical-json.ts'
import type { Procedure } from '#schemas/generated/types.ts'

/** SHA-256 of the document's text, hexadecimal. */
export const contentHash = (document: Procedure): string => createHash('sha256').update(documentText(document)).digest('hex')
