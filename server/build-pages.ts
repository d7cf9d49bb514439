// Builds the three apps when their sources are newer than what was built; says nothing when there is nothing to do.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['runtime', 'designer', 'schemas', 'vite.config.ts', 'package.json']

const newestIn = (path: string): number => {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

/** Whether any source is newer than the built page. */
export const isStale = (built: string, paths: readonly string[]): boolean =>
  !existsSync(built) || paths.some((path) => existsSync(path) && newestIn(path) > statSync(built).mtimeMs)

const own = join(root, 'dist')

/**
 * The apps, and the pages that the server draws from the same sources: one build makes both. A folder that somebody named is
 * theirs, since a build would empty it first: an error says which page it lacks.
 */
export const buildPages = async (webDir: string, plainDir: string): Promise<void> => {
  const pages = [join(webDir, 'runtime/citizen/index.html'), join(plainDir, 'render-plain.js')]
  if ([webDir, plainDir].some((folder) => !folder.startsWith(own))) {
    const missing = pages.find((page) => !existsSync(page))
    if (missing) throw new Error(`There are no built pages where WEB_DIR and PLAIN_DIR say: ${missing} is missing. Copy the folder dist of an installation that was built, or leave both settings out`)
    return
  }
  const present = sources.map((source) => join(root, source))
  // An installation may carry the built pages without their sources.
  if (!existsSync(join(root, 'vite.config.ts')) || !pages.some((built) => isStale(built, present))) return
  console.log('Building the pages…')
  const { build } = await import('vite')
  // Whoever starts us, a test runner too: what people load is never the libraries' development build.
  process.env['NODE_ENV'] = 'production'
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: webDir } })
}
