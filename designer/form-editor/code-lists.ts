// The code lists (danh mục) that field types need: a document copies a list under $defs, so that a published revision keeps
// the codes it was published with. Each list is fetched when it is first needed.
import type { CodeList, Question } from '#schemas/generated/types.ts'

const files = import.meta.glob<{ default: CodeList }>('../../schemas/examples/code-lists/*.json')

const fetchList = async (id: string): Promise<CodeList | undefined> => {
  const fetchFile = files[`../../schemas/examples/code-lists/${id}.json`]
  return fetchFile && (await fetchFile()).default
}

const toDefinition = (list: CodeList): Question => ({
  type: 'string', title: list.title, ...(list['x-i18n'] && { 'x-i18n': list['x-i18n'] }), 'x-codeList': list.id, oneOf: JSON.parse(JSON.stringify(list.items)) as Question['oneOf'],
})

/** The definitions by name; a list that is not to be had is left out, and the form then says so. */
export const fetchDefinitions = async (names: readonly string[]): Promise<Record<string, Question>> => {
  const lists = await Promise.all(names.map(async (name) => [name, await fetchList(name)] as const))
  return Object.fromEntries(lists.flatMap(([name, list]) => (list ? [[name, toDefinition(list)]] : [])))
}
