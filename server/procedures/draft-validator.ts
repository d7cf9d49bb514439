// The validator of a saved draft, for the designer's preview: made when it is asked for, kept while the draft stays as it is.
import type { Issue } from '#core/issues/issue.ts'
import { compileProcedure } from '../validators/compile-procedure.ts'
import type { CompileReply } from '../validators/compile-worker.ts'
import { createRecent } from '../validators/validator-cache.ts'
import type { Draft } from './repository.ts'

const keptDrafts = 50

export type CompileDraft = (draft: Draft) => Promise<CompileReply>

export const createDraftCompiler = (): CompileDraft => {
  const recent = createRecent<CompileReply>(keptDrafts)
  return async (draft) => {
    const key = `${draft.id}:${draft.version}`
    const known = recent.get(key)
    if (known) return known
    const reply = await compileProcedure(draft.document)
    recent.set(key, reply)
    return reply
  }
}

export const issuesOf = (reply: CompileReply): Issue[] => ('issues' in reply ? reply.issues : [])
