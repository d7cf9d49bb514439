// Compiles a published schema to the body of a JavaScript function, so that a page under a strict content security
// policy can run it without making code from text. Called at publication, in a worker; the only file that knows ajv.
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { JsonSchema } from '../form/compiled-form.ts'
import { silent } from '../form/advanced-rules.ts'
import { isRecord } from '../issues/json-pointer.ts'
import type { ValidatorRuntime } from './validator-runtime.ts'

/** Keywords whose values are schemas by name, a schema, or a list of schemas; everything else is data. */
const byName = new Set(['properties', '$defs', 'dependentSchemas'])
const single = new Set(['items', 'if', 'then', 'else', 'not', 'contains', 'additionalProperties', 'propertyNames'])
const listed = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])

const areOptions = (parts: unknown): parts is { const: unknown }[] => Array.isArray(parts) && parts.every((part) => isRecord(part) && Object.hasOwn(part, 'const'))

/**
 * The same judge without what never changes a verdict. Options (`oneOf` of const and title) become an `enum`: thousands
 * of branches would overflow the compiler.
 */
export const stripAnnotations = (schema: unknown): unknown => {
  if (!isRecord(schema)) return schema
  const kept = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (keyword.startsWith('x-') || silent.has(keyword)) return []
    if (keyword === 'oneOf' && areOptions(value)) return [['enum', value.map((option) => option.const)]]
    if (byName.has(keyword)) return [[keyword, Object.fromEntries(Object.entries(value as JsonSchema).map(([name, inner]) => [name, stripAnnotations(inner)]))]]
    if (single.has(keyword)) return [[keyword, stripAnnotations(value)]]
    if (listed.has(keyword)) return [[keyword, (value as unknown[]).map(stripAnnotations)]]
    return [[keyword, value]]
  })
  return Object.fromEntries(kept)
}

// ajv caches compiled patterns under their text, so the text must differ from pattern to pattern (security.md, fact 2).
const runtimeRegExp = Object.assign((pattern: string, flags: string) => ({ test: (text: string) => new RegExp(pattern, flags).test(text), toString: () => `/${pattern}/${flags}` }), { code: 'runtime.regExp' })

const options = {
  strict: true, strictTypes: false, strictTuples: false, strictRequired: false, allowUnionTypes: true, validateSchema: false, addUsedSchema: false,
  ownProperties: true, allErrors: true, messages: false, inlineRefs: false, validateFormats: false, unicodeRegExp: true,
  loopRequired: 200, loopEnum: 200, logger: false,
  code: { source: true, regExp: runtimeRegExp, optimize: 1 },
} as const

const imports: [RegExp, string][] = [
  [/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, 'runtime.ucs2length'],
  [/require\("ajv\/dist\/runtime\/equal"\)\.default/g, 'runtime.equal'],
]

/** The function body: `new Function('runtime', body)(runtime)` would be the validator. Throws for what ajv refuses. */
export const compileValidator = (schema: JsonSchema): string => {
  const ajv = new Ajv2020(options)
  const validate = ajv.compile(stripAnnotations(schema) as JsonSchema)
  const source = standaloneCode(ajv as never, validate)
  const body = imports.reduce((text, [from, to]) => text.replace(from, to), source)
  const name = /module\.exports = (\w+);/.exec(body)?.[1]
  const bare = body.replace(/module\.exports = \w+;/, '').replace(/module\.exports\.default = \w+;/, '')
  if (!name || bare.includes('require(')) throw new Error('The compiled validator asks for something that the runtime does not give')
  return `${bare}\nreturn ${name};`
}

/** The module that browsers import: the same body behind one parameter. */
export const validatorModule = (body: string): string => `export default function (runtime) {\n${body}\n}\n`

export type Instantiate = (body: string, runtime: ValidatorRuntime) => unknown
