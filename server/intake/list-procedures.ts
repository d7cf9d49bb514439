// What the counter can be asked for: every published procedure by its code and name, without reading the documents.
import type { DossierDeps } from '../dossiers/dossier-deps.ts'

export interface IntakeProcedure {
  id: string
  code: string
  name: string
}

const select = 'SELECT id, code, name FROM procedure WHERE published_hash IS NOT NULL ORDER BY name, id LIMIT 5000'

export const listIntakeProcedures = ({ database }: Pick<DossierDeps, 'database'>): Promise<IntakeProcedure[]> => database.read<IntakeProcedure>(select)
