// Puts somebody who reads the data of a procedure on its list, and takes them off it. An address stands there once, however it is
// written.
import type { DataReader, NewDataReader, Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { isAddress } from '../integrations/mail/port.ts'
import { issueWhen, refuse } from '../organisation/change-organisation.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { deleteReader, insertReader, listReaders, mostReaders } from './repository.ts'

type Needs = Pick<Deps, 'database' | 'now' | 'newId'>

const assertProcedure = async ({ database }: Pick<Needs, 'database'>, id: string): Promise<void> => {
  if (!await createProcedureRepository(database).findDraft(id)) throw new ProblemError('not-found')
}

export const readersOf = async (deps: Pick<Needs, 'database'>, procedureId: string): Promise<DataReader[]> => {
  await assertProcedure(deps, procedureId)
  return listReaders(deps.database, procedureId)
}

export const addReader = (deps: Needs) => async (actor: Pick<Session, 'id'>, procedureId: string, given: NewDataReader): Promise<DataReader[]> => {
  const known = await readersOf(deps, procedureId)
  const wanted = { ...given, name: given.name.trim(), email: given.email.trim().toLowerCase() }
  const same = known.find(({ email }) => email === wanted.email)
  refuse([
    ...issueWhen(wanted.name === '', '/name', 'reader.nameMissing'), ...issueWhen(!isAddress(wanted.email), '/email', 'reader.addressWrong'),
    ...issueWhen(same !== undefined, '/email', 'reader.twice', { name: same?.name }), ...issueWhen(known.length >= mostReaders, '', 'reader.tooMany', { most: mostReaders }),
  ])
  await deps.database.commit([insertReader(procedureId, wanted, { id: deps.newId(), at: deps.now(), by: actor.id })])
  return listReaders(deps.database, procedureId)
}

export const removeReader = (deps: Needs) => async (procedureId: string, id: string): Promise<DataReader[]> => {
  await deps.database.commit([deleteReader(procedureId, id)])
  return listReaders(deps.database, procedureId)
}
