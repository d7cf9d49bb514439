// Under which revision a dossier is judged, as an officer is told: published when, whether it is still in force, from which one the
// dossier was migrated, and what that has no place for.
import { wordAside } from '#core/change/notice-words.ts'
import { toPath } from '#core/issues/json-pointer.ts'
import type { Dossier, FileInfo, JudgedUnder, SetAsideAnswer } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { Revision } from '../procedures/revision.ts'
import { hiddenPaths, isHidden } from './hidden-answers.ts'

interface Reader {
  roles: readonly string[]
  files: readonly FileInfo[]
}

type Deps = Pick<DossierDeps, 'revisions'>

/** A part of an answer that is kept from somebody keeps the whole of it. */
const isKept = (hidden: readonly string[], pointer: string): boolean => isHidden(hidden, pointer) || hidden.some((path) => path.startsWith(`${toPath(pointer)}/`))

/** The steps of the revision under which something was answered say who may not see it. */
const asideUnder = async ({ revisions }: Deps, dossier: Dossier, revision: string, { roles, files }: Reader): Promise<SetAsideAnswer[]> => {
  const old = await revisions.find(dossier.procedureId, revision)
  if (!old?.judges.applicant) return []
  const hidden = old.procedure.workflow ? hiddenPaths(old.procedure.workflow, dossier, roles) : []
  const aside = (dossier.aside ?? []).filter((each) => each.revision === revision)
  return wordAside(old.judges.applicant.form, aside, new Map(files.map((file) => [file.id, file]))).filter(({ pointer }) => !isKept(hidden, pointer))
}

const asideFor = async (deps: Deps, dossier: Dossier, reader: Reader): Promise<SetAsideAnswer[]> => {
  const revisions = [...new Set((dossier.aside ?? []).map(({ revision }) => revision))]
  return (await Promise.all(revisions.map((revision) => asideUnder(deps, dossier, revision, reader)))).flat()
}

/** Where it went before it was filed is the applicant's own, and not kept with what is filed. */
const migratedFrom = async ({ revisions }: Deps, { procedureId, moved }: Dossier): Promise<JudgedUnder['from']> => {
  const old = moved && await revisions.find(procedureId, moved.from)
  return old && { revision: old.hash, publishedAt: old.publishedAt, at: moved.at }
}

export const judgedUnder = async (deps: Deps, dossier: Dossier, { hash, publishedAt }: Revision, reader: Reader): Promise<JudgedUnder> => {
  const [published, from, aside] = await Promise.all([deps.revisions.findPublished(dossier.procedureId), migratedFrom(deps, dossier), asideFor(deps, dossier, reader)])
  return { revision: hash, publishedAt, inForce: published?.hash === hash, ...(from && { from }), ...(aside.length > 0 && { aside }) }
}
