// Every question of a schema as it is written, with what holds it: for whoever compares or edits forms, where `walkForm` is for
// whoever reads them. Parts of compound answers and names under a $ref are there as far as they are written in this place.
import { isRecord } from '../issues/json-pointer.ts'

type Written = Record<string, unknown>

export interface QuestionPlace {
  path: string
  name: string
  question: Written
  /** What has it among its properties: the schema, a group, the rows of a table. */
  owner: Written
  /** Path of the group or table around it; '' at the top. */
  parent: string
}

export const propertiesOf = (owner: unknown): Record<string, Written> => (isRecord(owner) && isRecord(owner['properties']) ? owner['properties'] as Record<string, Written> : {})

/** Parents first, in the order of the schema. */
export const placesIn = (owner: unknown, prefix = '', parent = ''): QuestionPlace[] =>
  Object.entries(propertiesOf(owner)).flatMap(([name, question]): QuestionPlace[] => {
    const path = `${prefix}/${name}`
    return [{ path, name, question, owner: owner as Written, parent }, ...placesIn(question, path, path), ...placesIn(question['items'], `${path}/*`, path)]
  })
