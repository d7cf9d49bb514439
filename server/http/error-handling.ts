// Every failure ends here: people's mistakes become problems, ours become a 500 that says nothing but its number.
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from './context.ts'
import { asProblem, ProblemError, problemResponse } from './problem-response.ts'

export const answerErrors = (app: Hono<AppEnv>, { log }: Pick<Deps, 'log'>): void => {
  app.onError((error, c) => {
    const problem = asProblem(error)
    if (problem) return problemResponse(c, problem)
    // Whoever hung up hears no answer, and nothing went wrong here.
    const level = (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? 'info' : 'error'
    // Method and route only: addresses may carry what people typed.
    log[level]({ requestId: c.get('requestId'), method: c.req.method, path: c.req.path, err: { message: error.message, stack: error.stack } }, 'request failed')
    return problemResponse(c, new ProblemError('internal'))
  })
  app.notFound((c) => problemResponse(c, new ProblemError('not-found')))
}
