// What the designer asks the server about code lists (danh mục): which there are, one of them as of a day, its versions; and
// the import of a new version, looked at first.
import { request, type Reply } from '#runtime/client/http.ts'
import type { CodeList, CodeListChanges, CodeListImport, CodeListSummary, CodeListVersion } from '#schemas/generated/types.ts'

const at = (id: string): string => `/api/code-lists/${encodeURIComponent(id)}`

export const listCodeLists = (): Promise<Reply<{ codeLists: CodeListSummary[] }>> => request('GET', '/api/code-lists')

/** The version in force on a day; today without one. */
export const fetchCodeList = (id: string, on?: string): Promise<Reply<CodeList>> => request('GET', at(id) + (on === undefined ? '' : `?on=${on}`))

export const fetchVersions = (id: string): Promise<Reply<{ versions: CodeListVersion[] }>> => request('GET', `${at(id)}/versions`)

export const fetchVersion = (id: string, number: number): Promise<Reply<CodeList>> => request('GET', `${at(id)}/versions/${number}`)

/** `latest` is the version that was seen; 0 for a new list. */
export const importCodeList = (id: string, latest: number, body: CodeListImport): Promise<Reply<CodeListChanges>> => request('PUT', at(id), { body, ifMatch: latest })
