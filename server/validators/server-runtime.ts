// What compiled validators call on the server: patterns of documents run in the linear engine, those of our own catalogue
// natively, since they are known to be linear in every engine.
import { cataloguePatterns } from '#core/form/field-catalogue.ts'
import { validatorRuntime, type ValidatorRuntime } from '#core/json-schema/validator-runtime.ts'
import { compileLinear } from './linear-pattern.ts'

export const serverRuntime: ValidatorRuntime = {
  ...validatorRuntime,
  regExp: (pattern, flags) => (cataloguePatterns.has(pattern) ? new RegExp(pattern, flags) : compileLinear(pattern)),
}
