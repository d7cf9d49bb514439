// The product's own JSON Schema files: loaded once, compiled when first needed, used to judge every request body.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Issue } from '#core/issues/issue.ts'
import { toPointer } from '#core/issues/json-pointer.ts'
import { limits } from '../limits.ts'

export const schemaFolder = fileURLToPath(new URL('../../schemas/', import.meta.url))
const origin = 'https://motcua.vn/schemas/'

const files = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.schema.json'))

/** Address below /schemas/ → text of the file. */
export const schemaTexts: ReadonlyMap<string, string> = new Map(files.map((file) => [file, readFileSync(join(schemaFolder, file), 'utf8')]))

const options = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, ownProperties: true, validateFormats: false, inlineRefs: false, logger: false } as const

const judge = (allErrors: boolean): ((name: string) => ValidateFunction) => {
  const ajv = new Ajv2020({ ...options, allErrors })
  // Says how the generated type is called; no verdict.
  ajv.addKeyword('tsType')
  for (const text of schemaTexts.values()) ajv.addSchema(JSON.parse(text) as object)
  return (name) => {
    const validate = ajv.getSchema(`${origin}${name}.schema.json`)
    if (!validate) throw new Error(`There is no schema ${name}`)
    return validate
  }
}

const first = judge(false)
const all = judge(true)

const quiet = new Set(['if', 'allOf', 'anyOf', 'oneOf', '$ref'])

const toIssue = ({ instancePath, keyword, params }: ErrorObject): Issue => {
  const name = (params.missingProperty ?? params.additionalProperty) as string | undefined
  const pointer = keyword === 'additionalProperties' || keyword === 'required' ? instancePath + toPointer([name ?? '']) : instancePath
  const { missingProperty: _missing, additionalProperty: _additional, pattern: _pattern, ...rest } = params
  return { pointer, code: `body.${keyword}`, params: name === undefined ? rest : { name } }
}

/**
 * Faults of a value against one of the product's schemas, by its path without `.schema.json` (`api/act`). The first
 * fault is enough for a large value: collecting all of them can cost more than anything else a request does.
 */
export const judgeShape = (name: string, value: unknown, size = 0): Issue[] => {
  try {
    if (first(name)(value)) return []
    const validate = size > limits.listFaultsBelowBytes ? first(name) : all(name)
    validate(value)
    const errors = validate.errors ?? []
    const speaking = errors.filter((error) => !quiet.has(error.keyword))
    return (speaking.length > 0 ? speaking : errors).slice(0, limits.listedFaults).map(toIssue)
  } catch {
    // A validator that throws has met something it was not made for: that is the value's fault, never a 500.
    return [{ pointer: '', code: 'body.invalid' }]
  }
}
