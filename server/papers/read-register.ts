// Reads the register of a year from the receipts that were issued (slip 01): its numbers are theirs.
import { formatAnswer } from '#core/answers/format-answer.ts'
import { attributeQuestions, readAttributes } from '#core/answers/prefill-attributes.ts'
import { volumeSize, volumesOf, type RegisterEntry, type RegisterModel } from '#core/paper/register-model.ts'
import { yearOf } from '#core/paper/slip-words.ts'
import type { KnownProcedure } from '#core/statistics/report.ts'
import type { Attribute, Dossier, RegisterSummary } from '#schemas/generated/types.ts'
import type { DossierTable } from '../db/tables.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { toStored } from '../dossiers/dossier-row.ts'
import type { Revision } from '../procedures/revision.ts'

type RegisterDeps = Pick<DossierDeps, 'database' | 'revisions' | 'now'>

/** An office that receives, with the procedures of its register. */
export interface Registrar {
  agencyCode: string
  agency: string
  procedures: readonly string[]
}

export const registrars = (known: readonly KnownProcedure[]): Registrar[] => {
  const codes = [...new Set(known.map(({ agencyCode }) => agencyCode))].sort()
  return codes.map((agencyCode) => {
    const own = known.filter((each) => each.agencyCode === agencyCode)
    return { agencyCode, agency: own[0]!.agency.replace(/ *\(.*\)/, ''), procedures: own.map(({ id }) => id) }
  })
}

/** Years begin and end at midnight in Vietnam. */
const boundsOf = (year: string): [string, string] => [`${Number(year) - 1}-12-31T17:00:00.000Z`, `${year}-12-31T17:00:00.000Z`]

const receipts = (procedures: readonly string[]): string =>
  `FROM paper p JOIN dossier d ON d.id = p.dossier_id WHERE p.slip = '01' AND p.issued_at >= ? AND p.issued_at < ? AND d.procedure_id IN (${procedures.map(() => '?').join(', ')})`

export const summarise = async ({ database, now }: RegisterDeps, { agencyCode, agency, procedures }: Registrar, year: string): Promise<RegisterSummary> => {
  const [row] = await database.read<{ n: number | string; last: number | string | null }>(`SELECT count(*) AS n, max(p.number) AS last ${receipts(procedures)}`, [...boundsOf(year), ...procedures])
  return { year, agencyCode, agency, dossiers: Number(row!.n), volumes: volumesOf(Number(row!.last ?? 0)), closed: yearOf(now()) > year }
}

const asked: readonly Attribute[][] = [['person.residence', 'person.permanentResidence', 'organisation.address'], ['person.phone', 'organisation.phone']]

/** Address and phone as the applicant gave them; what a paper dossier says of its applicant otherwise. */
const contactOf = ({ judges }: Revision, { answers, intake }: Dossier): string => {
  const form = judges.applicant?.form
  const known = form ? readAttributes(form, answers) : {}
  const questions = form ? attributeQuestions(form) : []
  const found = asked.map((attributes) => attributes.map((attribute) => {
    const question = questions.find(({ key }) => key === attribute)
    const value = known[attribute]?.value
    return question && value !== undefined ? formatAnswer(question.question.question, value, form!.form.schema.$defs, 'vi') : ''
  }).find(Boolean))
  return [found[0], found[1] || intake?.person?.phone].filter(Boolean).join(', ')
}

type Row = DossierTable & { body: string; number: number | string }

const entryOf = async ({ revisions }: RegisterDeps, agencyOf: ReadonlyMap<string, string>, row: Row): Promise<RegisterEntry> => {
  const { dossier } = toStored(row)
  const revision = await revisions.get(dossier)
  const { code = '', applicantName = '', submittedAt, dueAt, endedAt, channel, outcome } = dossier
  return {
    number: Number(row.number), code, procedure: revision.procedure.info.name, applicant: applicantName, contact: contactOf(revision, dossier), agency: agencyOf.get(dossier.procedureId) ?? '',
    receivedAt: submittedAt!, channel, ...(dueAt !== undefined && { dueAt }), ...(endedAt !== undefined && { endedAt }), ...(outcome !== undefined && { outcome }),
  }
}

/** Undefined when there is no such volume. */
export const readVolume = async (deps: RegisterDeps, known: readonly KnownProcedure[], registrar: Registrar, year: string, volume: number): Promise<RegisterModel | undefined> => {
  const { dossiers, volumes, closed, agency } = await summarise(deps, registrar, year)
  if (volume < 1 || volume > volumes) return undefined
  const { procedures } = registrar
  const rows = await deps.database.read<Row>(
    `SELECT d.*, b.body, p.number ${receipts(procedures).replace('WHERE', 'JOIN dossier_body b ON b.dossier_id = d.id WHERE')} AND p.number > ? AND p.number <= ? ORDER BY p.number`,
    [...boundsOf(year), ...procedures, (volume - 1) * volumeSize, volume * volumeSize])
  const agencyOf = new Map(known.map((each) => [each.id, each.agency]))
  const entries: RegisterEntry[] = []
  for (const row of rows) entries.push(await entryOf(deps, agencyOf, row))
  return { year, volume, agency, entries, ...(volume === volumes && { total: dossiers }), closed, madeAt: deps.now() }
}
