// Comments on a change, and the marks of what somebody has looked at.
import type { CommentAnchor, CommentThread, MarkSeen, SeenMarks } from '#schemas/generated/types.ts'
import { request, type Reply } from '#runtime/client/http.ts'
import { requestAt } from './change-requests.ts'

export const fetchThreads = (id: string): Promise<Reply<{ threads: CommentThread[] }>> => request('GET', `${requestAt(id)}/threads`)

export const beginThread = (id: string, anchor: CommentAnchor, body: string): Promise<Reply<CommentThread>> => request('POST', `${requestAt(id)}/threads`, { body: { anchor, body } })

const threadAt = (id: string, thread: string): string => `${requestAt(id)}/threads/${encodeURIComponent(thread)}`

export const replyToThread = (id: string, thread: string, body: string): Promise<Reply<CommentThread>> => request('POST', `${threadAt(id, thread)}/replies`, { body: { body } })

export const settleThread = (id: string, thread: string, state: CommentThread['state']): Promise<Reply<CommentThread>> => request('PUT', `${threadAt(id, thread)}/state`, { body: { state } })

export const fetchSeen = (id: string): Promise<Reply<SeenMarks>> => request('GET', `${requestAt(id)}/seen`)

export const markSeen = (id: string, marks: MarkSeen): Promise<Reply<SeenMarks>> => request('PUT', `${requestAt(id)}/seen`, { body: marks })
