// The source files of the house and what they import, as the architecture tests read them.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const readSource = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Files that git knows or would take, as paths from the root of the checkout. */
export const files = (...folders: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], { cwd: root, encoding: 'utf8' })
    .split('\n').filter((file) => file !== '' && existsSync(join(root, file)))

export const sourceFiles = (...folders: string[]): string[] => files(...folders).filter((file) => /\.(ts|vue)$/.test(file) && !file.includes('/generated/'))

const aliases: [RegExp, string][] = [[/^#schemas\//, 'schemas/'], [/^#core\//, 'runtime/core/'], [/^#runtime\//, 'runtime/']]

/** Where an import leads: a path from the root for our own files, the specifier itself for packages. */
export const importsOf = (file: string): { specifier: string; target: string }[] =>
  [...readSource(file).matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3])!
    const alias = aliases.find(([pattern]) => pattern.test(specifier))
    if (alias) return { specifier, target: specifier.replace(alias[0], alias[1]) }
    return { specifier, target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier }
  })
