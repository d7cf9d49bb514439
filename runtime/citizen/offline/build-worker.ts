// Build step: writes the service worker as one classic script at the root, because its reach is where it lies, and tells it which
// files of this build a form needs without a line.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

interface Chunk { type: 'chunk', fileName: string, isEntry: boolean, name: string, moduleIds: string[], imports: string[], dynamicImports: string[], viteMetadata?: { importedCss: Set<string>, importedAssets: Set<string> } }
type Bundle = Record<string, Chunk | { type: 'asset', fileName: string }>

/** Rooms whose lazily loaded parts a form may need at any moment. */
const rooms = ['/runtime/citizen/apply/', '/runtime/citizen/offline/', '/runtime/form/', '/runtime/ui/']

const isOfForm = (chunk: Chunk): boolean => chunk.moduleIds.some((id) => rooms.some((room) => id.includes(room)))

/** Everything that the citizen's entry loads, and of what it loads later only the parts of forms. */
export const filesOfForm = (bundle: Bundle): string[] => {
  const chunkOf = (file: string): Chunk | undefined => (bundle[file]?.type === 'chunk' ? bundle[file] : undefined)
  const found = new Set<string>()
  const visit = (file: string): void => {
    const chunk = chunkOf(file)
    if (!chunk || found.has(file)) return
    found.add(file)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const next of chunk.imports) visit(next)
    for (const next of chunk.dynamicImports) if (chunkOf(next) && isOfForm(chunkOf(next)!)) visit(next)
  }
  for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'citizen') visit(chunk.fileName)
  return [...found].sort()
}

export const offlineWorker = (): Plugin => {
  let files: string[] = []
  let outDir = ''
  return {
    name: 'offline-worker',
    apply: 'build',
    configResolved: (config) => { outDir = config.build.outDir },
    generateBundle: (_options, bundle) => { files = filesOfForm(bundle as unknown as Bundle).map((file) => `/${file}`) },
    closeBundle: async () => {
      if (files.length === 0) return
      const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
      await build({
        configFile: false, logLevel: 'warn', define: { __OFFLINE__: JSON.stringify({ build: name, files }) },
        build: { outDir, emptyOutDir: false, copyPublicDir: false, rollupOptions: { input: fileURLToPath(new URL('./service-worker.ts', import.meta.url)), output: { format: 'iife', entryFileNames: 'sw.js' } } },
      })
    },
  }
}
