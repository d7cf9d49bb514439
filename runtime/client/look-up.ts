// How far a dossier is, for anybody who has its code.
import type { Completion } from '#core/workflow/completion.ts'
import { type Reply, request } from './http.ts'

export interface LookedUp {
  code: string
  completion: Completion | null
  /** For its owner: the dossier itself. */
  dossier?: string
}

export const lookUpDossier = (code: string): Promise<Reply<LookedUp>> => request('GET', `/api/look-up/${encodeURIComponent(code.trim())}`)
