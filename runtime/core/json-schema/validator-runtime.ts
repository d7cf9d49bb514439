// What a compiled validator calls while it runs. The validator itself is a function body made at publication
// (compile-validator.ts); browser and server run the same body, each with its own engine for regular expressions.

export interface ValidatorRuntime {
  /** Length of a text in code points, as JSON Schema counts. */
  ucs2length(text: string): number
  /** Equality of JSON values. */
  equal(a: unknown, b: unknown): boolean
  regExp(pattern: string, flags: string): { test(text: string): boolean }
}

/** One fault as the validator library reports it. */
export interface RawFault {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
}

export interface CompiledValidator {
  (value: unknown): boolean
  errors?: RawFault[] | null
}

const ucs2length = (text: string): number => {
  let length = 0
  for (const _codePoint of text) length++
  return length
}

const equal = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]))
}

/** For the browser, where a slow pattern could only slow down the person who typed. */
export const validatorRuntime: ValidatorRuntime = { ucs2length, equal, regExp: (pattern, flags) => new RegExp(pattern, flags) }
