// Code lists (danh mục) that come with the product: provinces, countries, kinds of paper. Documents copy what they use.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeList } from '#schemas/generated/types.ts'
import { schemaFolder } from '../http/schemas.ts'

const folder = join(schemaFolder, 'examples', 'code-lists')

const load = (): ReadonlyMap<string, CodeList> =>
  new Map(readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => {
    const list = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CodeList
    return [list.id, list]
  }))

let loaded: ReadonlyMap<string, CodeList> | undefined

/** By id. Files do not change while the product runs. */
export const codeLists = (): ReadonlyMap<string, CodeList> => (loaded ??= load())
