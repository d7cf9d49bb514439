// Every limit of the server in one place, in bytes, counts and milliseconds; the documentation prints this file's figures.
const KB = 1024
const MB = 1024 * KB

export const limits = {
  /** A filing: answers of one dossier. */
  submissionBytes: 256 * KB,
  /** A whole procedure document: two lists of 5 000 options fit. */
  documentBytes: 2 * MB,
  /** A version of a code list: 20 000 codes fit. */
  codeListBytes: 4 * MB,
  /** Every other JSON body. */
  bodyBytes: 32 * KB,
  /** Nesting of answers, and of documents (schemas nest deeper than answers). */
  bodyDepth: 32,
  documentDepth: 64,
  urlLength: 2 * KB,
  queryParameters: 50,
  /** All faults of a body are listed only when it is small; one is enough otherwise (collecting amplifies). */
  listFaultsBelowBytes: 64 * KB,
  listedFaults: 100,

  /** What is read beyond a limit, and thrown away, so that the sender hears the answer instead of a broken connection. */
  drainBytes: 40 * MB,
  /** As much as a procedure may allow (schemas/form/file-rule.schema.json): statutes of 30 MB are asked for in law. */
  fileBytes: 30 * MB,
  filesPerDossier: 50,
  dossierFileBytes: 100 * MB,
  fileNameLength: 200,

  /** Files made from documents (printable forms, types): how long one may take, how many may wait, how many are kept. */
  exportMs: 15_000,
  waitingExports: 20,
  keptExports: 100,

  /** Group commit: the longest wait for company, and the largest group. */
  groupWaitMs: 2,
  groupUnits: 64,

  /** How long a session that was read may be believed; a suspension takes effect within it. */
  sessionCacheMs: 1000,
  sessionCacheEntries: 5000,
  /** Then everyone signs in again. */
  sessionSeconds: 12 * 3600,
  signInsPerAccount: { most: 10, seconds: 600 },
  /** High enough for an office behind one address. */
  signInsPerAddress: { most: 100, seconds: 600 },

  headersTimeoutMs: 10_000,
  requestTimeoutMs: 300_000,
  keepAliveTimeoutMs: 5_000,
  connections: 2_000,
  /** How long running requests may take when the server is asked to stop. */
  stopWaitMs: 10_000,

  outboxLeaseMs: 60_000,
  outboxAttempts: 12,
  outboxBatch: 50,
  outboxPauseMs: 1_000,
  expiryPauseMs: 60_000,
  sweepPauseMs: 3_600_000,
  /** A repeated request is recognised for so long. */
  keepAnswersMs: 30 * 24 * 3_600_000,
  keepDoneEffectsMs: 90 * 24 * 3_600_000,
  /** A stored file that no dossier names is a leftover of a broken upload after this time. */
  leftoverMs: 24 * 3_600_000,
} as const
