// Every way in which the content of a file can be refused; what a person reads is in fault-texts.ts.
import { ProblemError } from '../../http/problem-response.ts'
import type { FileFault } from './file-fault.ts'

export const refuseFile = (code: FileFault, params: Record<string, unknown> = {}): ProblemError =>
  new ProblemError('file-refused', [{ pointer: '', code, params }])
