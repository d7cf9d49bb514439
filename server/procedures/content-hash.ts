// The name of a document's content: equal documents have equal hashes, however they were written down.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { Procedure } from '#schemas/generated/types.ts'

/** SHA-256 of the canonical JSON (RFC 8785), hexadecimal. */
export const contentHash = (document: Procedure): string => createHash('sha256').update(canonicalJson(document)).digest('hex')
