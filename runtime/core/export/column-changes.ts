// What a change does to the table of answers: which columns are new, which get no further answers, which go by another name.
import type { Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '../form/compile-form.ts'
import { answerColumns, answerPaths, type AskedRevision } from './answer-columns.ts'

export interface ColumnChanges {
  come: string[]
  /** The column stays for the answers that were given; no further ones come. */
  go: string[]
  renamed: { from: string; to: string }[]
}

const asked = (revision: string, procedure: Procedure): AskedRevision => ({ revision, procedure, paths: procedure.form ? answerPaths(compileForm(procedure.form).schema, procedure) : [] })

export const columnChanges = (before: Procedure, after: Procedure): ColumnChanges => {
  const { of } = answerColumns([asked('before', before), asked('after', after)])
  const [old, next] = [of.get('before')!, of.get('after')!]
  const names = new Map([...next].map(([path, column]) => [column, path]))
  const known = new Set(old.values())
  return {
    come: [...next].flatMap(([path, column]) => (known.has(column) ? [] : [path])),
    go: [...old].flatMap(([path, column]) => (names.has(column) ? [] : [path])),
    renamed: [...old].flatMap(([from, column]) => { const to = names.get(column); return to === undefined || to === from ? [] : [{ from, to }] }),
  }
}
