// The trial run of a change over what people have answered: started, looked at, stopped; and dossiers that show it, for those who may
// open them.
import { request, type Reply } from '#runtime/client/http.ts'
import type { ChangeMigration, ChangeReplay, ReplayExamples } from '#schemas/generated/types.ts'
import { requestAt } from './change-requests.ts'

export const replayGroups = ['drafts', 'open', 'decided'] as const satisfies readonly (keyof ChangeReplay)[]
export type ReplayGroup = (typeof replayGroups)[number]

const replayAt = (id: string): string => `${requestAt(id)}/replay`

/** Joins the one that is under way for the same content. */
export const startReplay = (id: string): Promise<Reply<ChangeReplay>> => request('POST', replayAt(id), { body: {} })

export const fetchReplay = (id: string): Promise<Reply<ChangeReplay>> => request('GET', replayAt(id))

export const cancelReplay = (id: string): Promise<Reply<unknown>> => request('DELETE', replayAt(id))

export const fetchExamples = (id: string, of: ReplayGroup, path: string): Promise<Reply<ReplayExamples>> =>
  request('GET', `${replayAt(id)}/examples?of=${of}&path=${encodeURIComponent(path)}`)

/** How far people have come over to it since it was published. */
export const fetchMigration = (id: string): Promise<Reply<ChangeMigration>> => request('GET', `${requestAt(id)}/migration`)
