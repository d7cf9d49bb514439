// Reads a file that somebody chose as a package. Whether it is whole and of the right shape the server says; here only what could not
// be sent to it is held back.
import { isRecord } from '#core/issues/json-pointer.ts'
import type { ProcedurePackage } from '#schemas/generated/types.ts'

/** As much as the server takes. */
export const mostBytes = 12 * 1024 * 1024

export const readPackage = async (file: File): Promise<ProcedurePackage | 'tooLarge' | 'notPackage'> => {
  if (file.size > mostBytes) return 'tooLarge'
  try {
    const read: unknown = JSON.parse(await file.text())
    return isRecord(read) && read['kind'] === 'mot-cua-procedure' ? read as unknown as ProcedurePackage : 'notPackage'
  } catch {
    return 'notPackage'
  }
}
