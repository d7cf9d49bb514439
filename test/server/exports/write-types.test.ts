import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { schemaFolder } from '../../../server/http/schemas.ts'
import { writeTypes } from '../../../server/exports/write-types.ts'
import { buildForm, choice, text } from '../../fixtures/core-builders.ts'

const folder = join(schemaFolder, 'examples', 'procedures')
const gallery = readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Procedure] as const)

/** What the compiler says of the types, and of a program that uses them. */
const faultsOf = (types: string, program = ''): string[] => {
  const files = new Map([['/types.ts', types], ['/program.ts', `import type * as T from './types'\n${program}`]])
  const host: ts.CompilerHost = {
    fileExists: (file) => files.has(file), readFile: (file) => files.get(file), writeFile: () => undefined, getDefaultLibFileName: () => '/lib.d.ts', useCaseSensitiveFileNames: () => true,
    getCanonicalFileName: (file) => file, getCurrentDirectory: () => '/', getNewLine: () => '\n',
    getSourceFile: (file, version) => { const source = files.get(file); return source === undefined ? undefined : ts.createSourceFile(file, source, version) },
  }
  const made = ts.createProgram([...files.keys()], { strict: true, noEmit: true, noLib: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }, host)
  return [...made.getSyntacticDiagnostics(), ...made.getSemanticDiagnostics()].map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'))
}

describe('TypeScript types of answers', () => {
  it.each(gallery)('of %s are read by the compiler', async (_file, procedure) => {
    const types = await writeTypes(compileForm(procedure.form!).schema)
    expect(types).toContain('export interface Answers {')
    expect(faultsOf(types)).toEqual([])
  })
  it('refuse in a program what the schema refuses', async () => {
    const types = await writeTypes(compileForm(buildForm({ loai: choice('Loại', 'moi', 'lai'), ten: text('Tên') }, ['loai'])).schema)
    expect(faultsOf(types, `export const good: T.Answers = { loai: 'moi', ten: 'An' }`)).toEqual([])
    expect(faultsOf(types, `export const bad: T.Answers = { loai: 'cũ' }`)).toHaveLength(1)
    expect(faultsOf(types, `export const bad: T.Answers = { ten: 'An' }`)).toHaveLength(1)
    expect(faultsOf(types, `export const bad: T.Answers = { loai: 'moi', khac: 1 }`)).toHaveLength(1)
  })
  it('stay types whatever the texts of a document are', async () => {
    const hostile = ['*/ export const owned = 1 /*', '${process.exit()}', '`', '"\\', '\u2028\n}\nowned()', '<script>', '🇻🇳'.repeat(200)]
    const questions = Object.fromEntries(hostile.map((title, i) => [`q${i}`, { ...choice(title, 'x'), description: title, oneOf: [{ const: title, title }] }]))
    const types = await writeTypes(compileForm(buildForm(questions)).schema)
    expect(faultsOf(types)).toEqual([])
    const statements = ts.createSourceFile('/types.ts', types, ts.ScriptTarget.ES2022).statements
    expect(statements.every((each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each))).toBe(true)
  })
})
