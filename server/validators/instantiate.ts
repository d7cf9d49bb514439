// Makes a validator from the function body that was compiled at publication. The text is our own compiler's, kept in our
// own database; documents never bring code.
import { compileFunction } from 'node:vm'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { serverRuntime } from './server-runtime.ts'

export const instantiate = (body: string): CompiledValidator =>
  (compileFunction(body, ['runtime']) as (runtime: typeof serverRuntime) => CompiledValidator)(serverRuntime)
