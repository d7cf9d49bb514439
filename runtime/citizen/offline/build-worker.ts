// Build step: writes the service worker as one classic script at the root, because its reach is where it lies, and tells it which
// files of this build a form needs without a line.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

interface Chunk { type: 'chunk', fileName: string, moduleIds: string[], imports: string[], dynamicImports: string[], viteMetadata?: { importedCss: Set<string>, importedAssets: Set<string> } }
type Bundle = Record<string, Chunk | { type: 'asset', fileName: string, source: string | Uint8Array }>

/** Rooms whose lazily loaded parts a form may need at any moment. */
const rooms = [
  '/runtime/citizen/main.ts', '/runtime/citizen/apply/', '/runtime/citizen/offline/', '/runtime/form/',
  // Carrying answers over to another form needs the line in any case.
  '/runtime/citizen/revision/ChangedNotice.vue', '/runtime/citizen/revision/SetAsideCard.vue', '/runtime/citizen/revision/FilingRefused.vue', '/runtime/citizen/revision/locales/',
]
const isOtherPage = (id: string): boolean => /\/runtime\/citizen\/(?!apply\/)[^/]+\/\w+Page\.vue/.test(id)

const isOfForm = (chunk: Chunk): boolean => chunk.moduleIds.some((id) => rooms.some((room) => id.includes(room))) && !chunk.moduleIds.some(isOtherPage)

/** Everything that the citizen's page begins with, and of what it loads later only the parts of forms. */
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
  const page = Object.values(bundle).find((each) => each.fileName.endsWith('citizen/index.html'))
  for (const [, file = ''] of page?.type === 'asset' ? String(page.source).matchAll(/["']\/(assets\/[^"']+\.(?:js|css))["']/g) : []) {
    if (file.endsWith('.css')) found.add(file)
    else visit(file)
  }
  return [...found].sort()
}

export const offlineWorker = (): Plugin => {
  let files: string[] = []
  let outDir = ''
  return {
    name: 'offline-worker',
    apply: 'build',
    configResolved: (config) => { outDir = config.build.outDir },
    // Only now do files have the names that they keep, and the page names those that it begins with.
    writeBundle: (_options, bundle) => { files = filesOfForm(bundle as unknown as Bundle).map((file) => `/${file}`) },
    closeBundle: async () => {
      if (files.length === 0) throw new Error('build-worker.ts finds no script in the applicant’s page')
      const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
      await build({
        configFile: false, logLevel: 'warn', define: { __OFFLINE__: JSON.stringify({ build: name, files }) },
        build: { outDir, emptyOutDir: false, copyPublicDir: false, rollupOptions: { input: fileURLToPath(new URL('./service-worker.ts', import.meta.url)), output: { format: 'iife', entryFileNames: 'sw.js' } } },
      })
    },
  }
}
