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
  /** A procedure on its way to another installation, with its code lists, and what was made of it and of the draft that is here. */
  packageBytes: 12 * MB,
  /** Every other JSON body. */
  bodyBytes: 32 * KB,
  /** Nesting of answers, and of documents (schemas nest deeper than answers). */
  bodyDepth: 32,
  documentDepth: 64,
  /** A page of a form as a browser without scripts sends it: percent-encoded Vietnamese is nine times as long; and how many fields. */
  formBytes: 3 * MB,
  formFields: 5_000,
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
  /** What a picture may measure, and how much of it may be words (captions, colour profiles). */
  picturePixels: 40_000_000,
  pictureNoteBytes: 4 * MB,
  /** Office files are archives: how much they may hold unpacked, against their own size, in how many parts. */
  unpackedBytes: 100 * MB,
  unpackedRatio: 100,
  unpackedEntries: 1_000,
  /** Packed streams of objects in one PDF. */
  packedStreams: 20_000,
  /** Files that are judged at the same time; the others wait on disk. */
  judgedAtOnce: 4,
  /** Uploads in pieces: how large a piece is, how long one may take from its beginning, how many a dossier may have. */
  uploadPieceBytes: 512 * KB,
  uploadMs: 24 * 3_600_000,
  unfinishedPerDossier: 10,
  /** All uploads together that are not finished: what the disk must have room for. */
  unfinishedBytes: 10 * 1024 * MB,

  /** Files made from documents (printable forms, types): how long one may take, how many may wait, how many are kept. */
  exportMs: 15_000,
  waitingExports: 20,
  keptExports: 100,
  /** Dossiers whose answers go into one table. */
  exportedDossiers: 20_000,

  /** Group commit: the longest wait for company, and the largest group. */
  groupWaitMs: 2,
  groupUnits: 64,

  /** How long a session that was read may be believed by another process; a suspension takes effect within it. */
  sessionCacheMs: 1000,
  sessionCacheEntries: 5000,
  /** The longest life of a session, whosever it is. */
  sessionSeconds: 24 * 3600,
  /** Without a request for `idle` seconds, and after `whole` seconds in any case, a person signs in again. */
  sessions: { staff: { idle: 30 * 60, whole: 12 * 3600 }, applicant: { idle: 60 * 60, whole: 24 * 3600 } },
  /** A session is noted as used this often at most. */
  sessionSeenSeconds: 60,
  /** A guest is known again for so long after the last use, and the same for the result of a filed dossier, longer. */
  guestSeconds: 30 * 24 * 3600,
  guestSeenSeconds: 24 * 3600,
  guestResultSeconds: 180 * 24 * 3600,
  forgottenGuests: 200,
  signInsPerAccount: { most: 10, seconds: 600 },
  /** High enough for an office behind one address. */
  signInsPerAddress: { most: 100, seconds: 600 },
  /** The link with which an officer chooses a password: over a long weekend; how many may be made, and tried from one place. */
  passwordLinkMs: 4 * 24 * 3_600_000,
  passwordLinksPerAccount: { most: 10, seconds: 3600 },
  passwordTriesPerAddress: { most: 60, seconds: 600 },
  /** Looking for an applicant's account at the counter: by officer. */
  applicantSearches: { most: 120, seconds: 3600 },
  /** How long ago a paper dossier may have been received when it is entered. */
  intakeBackMs: 30 * 24 * 3_600_000,
  /** Codes tried: by address, and by the first group of the code that is typed, for those who come from many addresses. */
  resumesPerAddress: { most: 20, seconds: 600 },
  resumesPerPrefix: { most: 20, seconds: 3600 },
  /** Letters with a code: enough for a mistyped address, useless for sending unwanted mail. */
  lettersPerGuest: { most: 3, seconds: 3600 },
  lettersPerAddress: { most: 30, seconds: 3600 },
  lookUpsPerAddress: { most: 60, seconds: 600 },
  /** Codes that do not exist, by office and day: numbers follow each other, so somebody could walk through them. */
  missesPerPrefix: { most: 500, seconds: 24 * 3600 },
  /** Found or not, the answer takes as long. */
  guessAnswerMs: 40,
  /** RATE_FACTOR multiplies these. */
  rates: {
    start: { person: { most: 30, seconds: 60 }, address: { most: 120, seconds: 600 } },
    save: { person: { most: 150, seconds: 60 }, address: { most: 3000, seconds: 60 } },
    upload: { person: { most: 60, seconds: 60 }, address: { most: 600, seconds: 60 } },
    message: { person: { most: 20, seconds: 600 }, address: { most: 300, seconds: 600 } },
    submission: { person: { most: 30, seconds: 60 }, address: { most: 120, seconds: 60 } },
  },

  headersTimeoutMs: 10_000,
  requestTimeoutMs: 300_000,
  keepAliveTimeoutMs: 5_000,
  connections: 2_000,
  /** How long running requests may take when the server is asked to stop. */
  stopWaitMs: 10_000,

  /** Messages between applicant and office about one dossier. */
  messagesPerDossier: 500,
  /** How long after the first rating somebody may think again. */
  changeRatingMs: 15 * 24 * 3_600_000,

  /** A letter on its way to the mail server: until the connection stands, and in all; well within the lease of an effect. */
  mailConnectMs: 5_000,
  mailMs: 20_000,

  outboxLeaseMs: 60_000,
  outboxAttempts: 12,
  outboxBatch: 50,
  outboxPauseMs: 1_000,
  timerPauseMs: 60_000,
  /** How late a change that was approved for a day comes into force at most. */
  publicationPauseMs: 2_000,
  /** Comments on one change: threads, and what is said in each. */
  threadsPerRequest: 500,
  commentsPerThread: 200,
  /** Playing a change through what people answered: in how many threads, how many at a time, how long that may take, in how much memory, how many changes wait. */
  replayThreads: 2,
  replaySlice: 250,
  replaySliceMs: 20_000,
  replayHeapMb: 512,
  replaysWaiting: 20,
  /** How often other processes hear how far one has come, and after how long a silence it is taken for dead. */
  replayBeatMs: 1_000,
  replaySilenceMs: 15_000,
  /** Decided dossiers are a what-if: no more of them, and none from before. */
  replayDecided: 50_000,
  replayDecidedMs: 365 * 24 * 3_600_000,
  /** Dossiers that are remembered by group and question, and shown. */
  replayExamples: 50,
  /** Drafts, and open dossiers, that come over to a new revision at a time; and how long nobody looks whether there are any. */
  movedAtOnce: 50,
  migratedAtOnce: 20,
  movePauseMs: 2_000,
  /** How long after a filing its words are in the index of SQLite at the latest; until then they are looked through. */
  wordsPauseMs: 1_000,
  /** How old the figures of the statistics are at most. */
  statisticsPauseMs: 10_000,
  sweepPauseMs: 3_600_000,
  /** A repeated request is recognised for so long. */
  keepAnswersMs: 30 * 24 * 3_600_000,
  keepDoneEffectsMs: 90 * 24 * 3_600_000,
  /** A stored file that no dossier names is a leftover of a broken upload after this time. */
  leftoverMs: 24 * 3_600_000,
} as const
