// The one place where a failure becomes an answer: RFC 9457 problem details in the reader's language. Nothing of an
// unknown cause leaks; it is logged under the request id that the person can quote.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Issue } from '#core/issues/issue.ts'
import type { Problem } from '#schemas/generated/types.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { AppEnv } from './context.ts'
import { problemStatuses, type ProblemKind } from './problem-kind.ts'
import { problemTexts, type Localised } from './problem-texts.ts'
import { sayIssue } from './say-issue.ts'

/** What a use case throws when it cannot do what was asked. Pointers of the issues are relative to the request body. */
export class ProblemError extends Error {
  readonly kind: ProblemKind
  readonly issues: readonly Issue[]
  readonly detail: Localised | undefined
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined
  constructor(kind: ProblemKind, issues: readonly Issue[] = [], detail?: Localised, retryAfter?: number) {
    super(kind)
    this.name = 'ProblemError'
    this.kind = kind
    this.issues = issues
    this.detail = detail
    this.retryAfter = retryAfter ?? (kind === 'too-many' ? 60 : undefined)
  }
}

const byHttpStatus: Partial<Record<number, ProblemKind>> = { 400: 'malformed-body', 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 413: 'too-large', 415: 'unsupported-type' }

/** The problem that an error stands for; undefined when it is a fault of ours. */
export const asProblem = (error: unknown): ProblemError | undefined => {
  if (error instanceof ProblemError) return error
  if (error instanceof ConflictError) return new ProblemError(error.conflict)
  if (!(error instanceof HTTPException)) return undefined
  const kind = byHttpStatus[error.status]
  return kind && new ProblemError(kind)
}

const toFragment = (pointer: string): string => '#' + encodeURI(pointer)

/** The problem in words; also for one of many things that were asked for at once. */
export const toProblem = (c: Context<AppEnv>, error: ProblemError): Problem => {
  const locale = c.get('locale') ?? 'vi'
  const text = problemTexts[error.kind][locale]
  return {
    type: `/problems/${error.kind}`,
    title: text.title,
    status: problemStatuses[error.kind],
    detail: error.detail?.[locale] ?? text.detail,
    instance: c.get('requestId'),
    ...(error.issues.length > 0 && {
      errors: error.issues.slice(0, 200).map((issue) => ({
        pointer: toFragment(issue.pointer),
        code: issue.code,
        detail: sayIssue(issue, locale),
        ...(issue.params && { params: issue.params }),
      })),
    }),
  }
}

export const problemResponse = (c: Context<AppEnv>, error: ProblemError): Response =>
  c.body(JSON.stringify(toProblem(c, error)), problemStatuses[error.kind], {
    'Content-Type': 'application/problem+json', 'Content-Language': c.get('locale') ?? 'vi', 'Cache-Control': 'no-store', ...(error.retryAfter !== undefined && { 'Retry-After': String(error.retryAfter) }),
  })
