// The closed list of what can go wrong on the wire, each with its status; what a person reads is in problem-texts.ts.

export const problemStatuses = {
  'malformed-body': 400,
  'missing-key': 400,
  unauthenticated: 401,
  forbidden: 403,
  'cross-site': 403,
  'not-found': 404,
  'action-not-available': 409,
  'version-conflict': 409,
  'request-in-progress': 409,
  'revision-replaced': 409,
  'procedure-withdrawn': 409,
  stale: 412,
  'too-large': 413,
  'unsupported-type': 415,
  'invalid-body': 422,
  'file-refused': 422,
  'invalid-answers': 422,
  'invalid-document': 422,
  'invalid-codes': 422,
  'key-reused': 422,
  'precondition-required': 428,
  'too-many': 429,
  internal: 500,
  'integration-down': 503,
} as const

export type ProblemKind = keyof typeof problemStatuses
