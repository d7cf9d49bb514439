// A dossier as two rows: a narrow header that lists and counts read, and a body of JSON that no query looks into.
import { foldText } from '#core/text/format.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import type { DossierTable } from '../db/tables.ts'

/** Answers of a supplement that the applicant is still writing: officers go on seeing what was filed. */
export interface Unsent {
  answers: Answers
  /** How often it was saved; counts into the version that the applicant sees. */
  saves: number
}

/** What no list and no count asks for. */
type InBody = 'answers' | 'records' | 'fee' | 'supplement' | 'representation' | 'intake' | 'opinions' | 'fired' | 'risk' | 'assignee' | 'aside' | 'moved'

export interface DossierBody extends Pick<Dossier, InBody> {
  /** Where the applicant stopped. */
  page?: string
  unsent?: Unsent
}

export interface StoredDossier {
  /** Its version counts the saves of an unfinished supplement too. */
  dossier: Dossier
  page?: string
  unsent?: Unsent
  /** What the next save must still find. */
  stored: { version: number; body: string }
}

/** Instants and other texts that are null in the row where the dossier has none. */
const optional = {
  code: 'code', applicantName: 'applicant_name', step: 'step', publicStatus: 'public_status', outcome: 'outcome', submittedAt: 'submitted_at', enteredAt: 'entered_at',
  dueAt: 'due_at', stepDueAt: 'step_due_at', pausedAt: 'paused_at', endedAt: 'ended_at',
} as const satisfies Partial<Record<keyof Dossier, keyof DossierTable>>

export type DossierHeader = Omit<Dossier, InBody>

export const toHeader = (row: DossierTable): DossierHeader => ({
  id: row.id, procedureId: row.procedure_id, revision: row.revision, applicantId: row.applicant_id, channel: row.channel, state: row.state, version: row.version,
  ...Object.fromEntries(Object.entries(optional).flatMap(([name, column]) => (row[column] === null ? [] : [[name, row[column]]]))),
})

export const toStored = (row: DossierTable & { body: string }): StoredDossier => {
  const { page, unsent, ...content } = JSON.parse(row.body) as DossierBody
  const header = toHeader(row)
  return {
    dossier: { ...header, ...content, version: header.version + (unsent?.saves ?? 0) },
    ...(page !== undefined && { page }), ...(unsent && { unsent }),
    stored: { version: row.version, body: row.body },
  }
}

export const toBody = ({ answers, records, fee, supplement, representation, intake, opinions, fired, risk, assignee, aside, moved }: Dossier, rest: Pick<DossierBody, 'page' | 'unsent'> = {}): string =>
  JSON.stringify({ answers, records, fee, supplement, representation, intake, opinions, fired, risk, assignee, aside, moved, ...rest } satisfies DossierBody)

export const headerColumns = [
  'code', 'procedure_id', 'revision', 'applicant_id', 'applicant_name', 'applicant_folded', 'channel', 'state', 'step', 'role', 'public_status', 'outcome',
  'submitted_at', 'entered_at', 'due_at', 'step_due_at', 'paused_at', 'ended_at', 'entered_by', 'next_timer_at', 'version', 'updated_at',
] as const satisfies readonly (keyof DossierTable)[]

/** What the workflow says of a dossier in its present step. */
export interface Standing {
  /** Who acts. */
  role?: string | undefined
  /** When something happens by itself next. */
  nextTimerAt?: string | undefined
}

/** Values in the order of `headerColumns`. */
export const toColumns = (dossier: Dossier, { role, nextTimerAt }: Standing, now: string): unknown[] => [
  dossier.code, dossier.procedureId, dossier.revision, dossier.applicantId, dossier.applicantName, dossier.applicantName && foldText(dossier.applicantName), dossier.channel,
  dossier.state, dossier.step, role, dossier.publicStatus, dossier.outcome, dossier.submittedAt, dossier.enteredAt, dossier.dueAt, dossier.stepDueAt, dossier.pausedAt,
  dossier.endedAt, dossier.intake?.officerId, nextTimerAt, dossier.version, now,
]
