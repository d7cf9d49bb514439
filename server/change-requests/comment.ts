// What is said about a change: begun at a difference, a question or a step, answered, settled, opened again. Those who take part get
// one letter an hour at most.
import type { CommentThread, NewComment, ReplyComment, Session, SettleThread } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { findRequest, gatherContext } from './gather-context.ts'
import { reviewersAsked, tell } from './tell.ts'
import { createThreadRepository } from './thread-repository.ts'

const hour = 'YYYY-MM-DDTHH'.length

const spoke = (threads: readonly CommentThread[]): string[] => threads.flatMap(({ comments }) => comments.map(({ byId }) => byId))

/** Authors, and whoever spoke or decided; where nobody has yet, everybody who is asked to review. */
const news = async (deps: DesignerDeps, actor: Session, requestId: string, threads: readonly CommentThread[]): Promise<Write[]> => {
  const { stored: { changeRequest }, context, officers } = await gatherContext(deps, actor, await findRequest(deps, requestId))
  const part = [...changeRequest.approvals.map(({ byId }) => byId), ...spoke(threads)].filter((id) => !context.authors.includes(id))
  const to = [...context.authors, ...(part.length > 0 ? part : reviewersAsked(changeRequest, officers, context))]
  return tell('commented', changeRequest, to, actor.id, context.now.slice(0, hour), context.now)
}

const findThread = (threads: readonly CommentThread[], id: string): CommentThread => {
  const found = threads.find((thread) => thread.id === id)
  if (!found) throw new ProblemError('not-found')
  return found
}

const said = (deps: DesignerDeps, by: Session, body: string) => ({ id: deps.newId(), body, by, at: deps.now() })

const shown = async (deps: DesignerDeps, requestId: string, id: string): Promise<CommentThread> => findThread(await createThreadRepository(deps.database).list(requestId), id)

export const beginThread = (deps: DesignerDeps) => async (actor: Session, requestId: string, { anchor, body }: NewComment): Promise<CommentThread> => {
  const repository = createThreadRepository(deps.database)
  const letters = await news(deps, actor, requestId, await repository.list(requestId))
  const id = deps.newId()
  await deps.database.commit([...repository.begin(requestId, id, anchor, said(deps, actor, body)), ...letters])
  return shown(deps, requestId, id)
}

export const replyToThread = (deps: DesignerDeps) => async (actor: Session, requestId: string, id: string, { body }: ReplyComment): Promise<CommentThread> => {
  const repository = createThreadRepository(deps.database)
  const threads = await repository.list(requestId)
  const thread = findThread(threads, id)
  if (thread.comments.length >= limits.commentsPerThread) throw new ProblemError('too-many')
  await deps.database.commit([repository.reply(thread, said(deps, actor, body)), ...await news(deps, actor, requestId, threads)])
  return shown(deps, requestId, id)
}

export const settleThread = (deps: DesignerDeps) => async (actor: Session, requestId: string, id: string, { state }: SettleThread): Promise<CommentThread> => {
  const repository = createThreadRepository(deps.database)
  findThread(await repository.list(requestId), id)
  await deps.database.commit([repository.settle({ id, state }, actor, deps.now())])
  return shown(deps, requestId, id)
}
