// What the designer asks the server about the readers of the data of a procedure. Every answer is the whole list as it is then.
import { request, type Reply } from '#runtime/client/http.ts'
import type { DataReaders, NewDataReader } from '#schemas/generated/types.ts'

const placeOf = (procedure: string): string => `/api/designer/procedures/${encodeURIComponent(procedure)}/readers`

type Told = Promise<Reply<DataReaders>>

export const fetchReaders = (procedure: string): Told => request('GET', placeOf(procedure))
export const addReader = (procedure: string, reader: NewDataReader): Told => request('POST', placeOf(procedure), { body: reader })
export const removeReader = (procedure: string, id: string): Told => request('DELETE', `${placeOf(procedure)}/${encodeURIComponent(id)}`)
