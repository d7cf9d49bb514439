// What anybody may learn who has the code of a dossier: the degree of completion, and nothing of a person or a subject
// (TT 01/2018/TT-VPCP Đ.16.2d). Codes follow a pattern, so looking is counted, and what is absent is answered in the same
// shape and time.
import { completion, type Completion } from '#core/workflow/completion.ts'
import { readDossierCodes } from '#core/dossier/dossier-number.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { DossierTable } from '../db/tables.ts'
import { atLeast } from '../http/at-least.ts'
import { assertTurns, takeTurn } from '../http/rate-limit.ts'
import { limits } from '../limits.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { toHeader, type DossierHeader } from './dossier-row.ts'

export interface LookUp {
  /** As it stands on the receipt, where it is known. */
  code: string
  completion: Completion | null
  /** For its owner only, who may read all of it. */
  dossier?: string
}

const longestCode = 60

const find = async ({ database }: DossierDeps, codes: readonly string[]): Promise<DossierHeader | undefined> => {
  const [row] = await database.read<DossierTable>('SELECT * FROM dossier WHERE code IN (?, ?, ?)', [codes[0] ?? '', codes[1] ?? '', codes[2] ?? ''])
  return row && toHeader(row)
}

const tell = async (deps: DossierDeps, actor: Session | null, typed: string): Promise<LookUp> => {
  const codes = readDossierCodes(typed)
  const day = `look-up-missed:${(codes[0] ?? '').replace(/\d+$/, '')}`
  await assertTurns(deps.database, day, limits.missesPerPrefix, deps.now())
  const found = await find(deps, codes)
  if (!found) {
    await takeTurn(deps.database, day, limits.missesPerPrefix, deps.now())
    return { code: typed, completion: null }
  }
  const { workflow } = (await deps.revisions.get(found)).procedure
  return { code: found.code!, completion: workflow ? completion(workflow, found) : null, ...(actor?.id === found.applicantId && { dossier: found.id }) }
}

/** `network` is where the person comes from, as far as it is known. Pages without scripts call it as the API does. */
export const lookUp = (deps: DossierDeps) => async (actor: Session | null, typed: string, network: string | undefined): Promise<LookUp> => {
  if (network !== undefined) await takeTurn(deps.database, `look-up-from:${network}`, limits.lookUpsPerAddress, deps.now())
  return atLeast(limits.guessAnswerMs, () => tell(deps, actor, typed.slice(0, longestCode)))
}
