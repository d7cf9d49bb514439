// Procedures on their way between installations: a package of one, what a package would do here, and taking it in.
import type { ImportPackage, PackageExamination, ProcedurePackage } from '#schemas/generated/types.ts'
import { request, type Reply } from '#runtime/client/http.ts'

const at = '/api/designer/packages'

export const packageUrl = (procedure: string): string => `${at}/${encodeURIComponent(procedure)}`

export const examinePackage = (given: ProcedurePackage): Promise<Reply<PackageExamination>> => request('POST', `${at}/examination`, { body: { package: given } })

export const importPackage = (body: ImportPackage): Promise<Reply<{ id: string, version: number }>> => request('POST', at, { body })
