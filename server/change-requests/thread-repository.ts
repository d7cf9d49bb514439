// Comments on a change as rows: threads, each about a place, with what was said in them in its order.
import type { CommentAnchor, CommentThread, Session } from '#schemas/generated/types.ts'
import type { ChangeCommentTable, ChangeThreadTable } from '../db/change-tables.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'

type Who = Pick<Session, 'id' | 'name'>

const toComment = ({ id, body, author, author_id, at }: ChangeCommentTable): CommentThread['comments'][number] => ({ id, body, by: author, byId: author_id, at })

const toThread = (row: ChangeThreadTable, comments: readonly ChangeCommentTable[]): CommentThread => ({
  id: row.id, anchor: JSON.parse(row.anchor) as CommentAnchor, state: row.state,
  ...(row.settled_by !== null && { settledBy: row.settled_by }), ...(row.settled_at !== null && { settledAt: row.settled_at }),
  comments: comments.filter(({ thread_id }) => thread_id === row.id).map(toComment),
})

export interface NewComment {
  id: string
  body: string
  by: Who
  at: string
}

/** Its number says what it follows: of two who answer at once one is told to look again. */
const insertComment = (thread: string, number: number, { id, body, by, at }: NewComment): Write => ({
  sql: 'INSERT INTO change_comment (id, thread_id, number, body, author_id, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)', parameters: [id, thread, number, body, by.id, by.name, at], expect: 1,
})

export const createThreadRepository = (database: Database) => ({
  /** In the order in which they were begun. */
  list: async (requestId: string): Promise<CommentThread[]> => {
    const threads = await database.read<ChangeThreadTable>('SELECT * FROM change_thread WHERE request_id = ? ORDER BY begun_at, id', [requestId])
    const comments = await database.read<ChangeCommentTable>(
      'SELECT c.* FROM change_comment c JOIN change_thread t ON t.id = c.thread_id WHERE t.request_id = ? ORDER BY c.thread_id, c.number', [requestId])
    return threads.map((thread) => toThread(thread, comments))
  },
  /** None beyond what a person can still read. */
  begin: (requestId: string, id: string, anchor: CommentAnchor, first: NewComment): Write[] => [
    {
      sql: `INSERT INTO change_thread (id, request_id, anchor, state, begun_at)
            SELECT ?, ?, ?, 'open', ? WHERE (SELECT COUNT(*) FROM change_thread WHERE request_id = ?) < ${limits.threadsPerRequest}`,
      parameters: [id, requestId, JSON.stringify(anchor), first.at, requestId], expect: 1, conflict: 'too-many',
    },
    insertComment(id, 1, first),
  ],
  reply: (thread: CommentThread, comment: NewComment): Write => insertComment(thread.id, thread.comments.length + 1, comment),
  settle: ({ id, state }: Pick<CommentThread, 'id' | 'state'>, by: Who, now: string): Write => ({
    sql: 'UPDATE change_thread SET state = ?, settled_by = ?, settled_at = ? WHERE id = ?', parameters: [state, by.name, now, id], expect: 1,
  }),
})
