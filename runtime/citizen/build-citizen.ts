// Build step: the applicant's app by itself, so that nothing of the designer's or the officers' comes along with what they
// share, and in few files, because each costs a phone on a bad line a round trip: Vue, what every page needs, what a form
// needs. Whatever else a page needs is fetched with that page.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type PluginOption, type ResolvedConfig, type UserConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

interface Graph { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

/** Everything that these modules load at once. */
const reach = (graph: Graph, starts: readonly string[]): Set<string> => {
  const found = new Set<string>()
  const open = [...starts]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...graph.getModuleInfo(id)?.importedIds ?? [])
  }
  return found
}

const form = [at('./apply/ApplyFrame.vue'), at('./apply/ApplyPage.vue')]
const reading = [at('./catalogue/ProcedureListPage.vue'), at('./catalogue/ProcedurePage.vue'), at('./account/SignInPage.vue')]

/** What the app begins with, and what its forms share with the pages that are read first. */
const everyPage = (graph: Graph): Set<string> => {
  const shared = reach(graph, reading)
  return new Set([...reach(graph, [at('./main.ts')]), ...[...reach(graph, form)].filter((id) => shared.has(id))])
}

const group = (name: string, priority: number, modulesOf: (graph: Graph) => Set<string>) => {
  let modules: Set<string> | undefined
  return { debugName: name, priority, name: (id: string, graph: Graph): string | null => ((modules ??= modulesOf(graph)).has(id) ? name : null) }
}

const isVue = (id: string): boolean => /\/node_modules\/@?vue\/|^\0rolldown\/runtime/.test(id)
const isEnglish = (id: string): boolean => /\/runtime\/(ui|form|citizen|core\/text\/answers)\/(locales\/)?en\.json$/.test(id)

/** What is there before anything else is asked for need not be named with each page that needs it. */
const isThere = /\/(?:vue|citizen|start|rolldown-runtime)-/

/** Where few go, and what comes to a page that stands already, finds by itself what it needs: named beforehand it would weigh on every first page. */
const isSeldom = /\/(?:DataChangesPage|LookUpPage|ProfilePage|RatingPage|RepresentationPage|ResumePage|StatisticsPage|ResumeAgain|SessionGuard|TakeOverOffer|carry-copy|asked-because|judge|keep-form)-/

/** It is asked for itself in the same moment. */
const namedWith = (file: string, needed: string[]): string[] => needed.filter((each) => each !== file && !isThere.test(each) && (!isSeldom.test(file) || each.endsWith('.css')))

/** Anew for each build: they remember its modules. */
const groups = () => [
  { name: 'start', priority: 5, test: /\/runtime\/citizen\/start\.ts$|vite\/preload-helper/ },
  { name: 'vue', priority: 4, test: isVue },
  { name: 'english', priority: 3, test: isEnglish },
  group('citizen', 2, everyPage),
  group('form', 1, (graph) => reach(graph, form)),
  // For those whose form was published anew; named once where it may be needed.
  { name: 'revision', priority: 0, test: /\/citizen\/revision\/(?!carry-copy|locales\/en)/ },
  // Many pages show one; by itself it brings nothing else along.
  { name: 'card', priority: 1, test: /\/runtime\/ui\/BaseCard\.vue/ },
  // Light, and seldom alone on a page.
  { name: 'inputs', priority: 0, test: /\/inputs\/(?:Money|LongText|Choices|Computed|Address)Input\.vue/ },
]

/** Nearly all that stands in these files runs before a form is there: browsers that know the hint compile it while it loads, beside the main thread. */
const runsAtOnce = /^(?:vue|citizen|form)$/

/** Only a file's first line can say it, so it comes after everything else has been written. */
const compileHint = (): Plugin => ({
  name: 'compile-hint',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => { for (const file of Object.values(bundle)) if (file.type === 'chunk' && runsAtOnce.test(file.name)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}` },
  },
})

const iconFile = (name: string): string => `lucide-vue-next/dist/esm/icons/${name.replace(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase()}.js`

/** Names each drawing by its own file: through the library's list every page would seem to need all of them. */
const iconsByFile = (): Plugin => ({
  name: 'icons-by-file',
  transform: (code, id) => {
    if (!id.startsWith(at('../'))) return null
    const named = code.replace(/import \{([^}]+)\} from ['"]lucide-vue-next['"]/g, (_whole, names: string) =>
      names.split(',').map((each) => { const [name, local = name] = each.trim().split(' as ') as [string, string?]; return `import ${local} from '${iconFile(name)}'` }).join('; '))
    return named === code ? null : { code: named, map: null }
  },
})

/** The library's own wrapper knows more ways to draw an icon than we have (BaseIcon.vue): its drawings, by themselves, are light. */
const lightIcons = `import { h } from 'vue'
const svg = { xmlns: 'http://www.w3.org/2000/svg', width: 24, height: 24, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
export default (name, parts) => (props) => h('svg', { ...svg, ...props }, parts.map((part) => h(...part)))`

const iconWrapper = (): Plugin => ({
  name: 'icon-wrapper',
  load: (id) => (id.endsWith('/lucide-vue-next/dist/esm/createLucideIcon.js') ? lightIcons : null),
})

export const citizenApp = (shared: () => { plugins: PluginOption[], config: UserConfig }): Plugin => {
  let web: ResolvedConfig
  return {
    name: 'citizen-app',
    apply: 'build',
    configResolved: (config) => { web = config },
    // What the other apps do not load is watched all the same.
    buildStart() {
      if (this.meta.watchMode) for (const file of readdirSync(at('.'), { recursive: true, encoding: 'utf8' })) if (file.includes('.')) this.addWatchFile(at(file))
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      handler: async () => {
        const { plugins, config } = shared()
        await build({
          ...config, configFile: false, logLevel: 'warn', plugins: [...plugins, iconsByFile(), iconWrapper(), compileHint()],
          build: {
            ...config.build, outDir: resolve(web.root, web.build.outDir), emptyOutDir: false, sourcemap: web.build.sourcemap, manifest: 'citizen.json', ssrManifest: 'citizen-parts.json', modulePreload: { polyfill: false, resolveDependencies: namedWith },
            rollupOptions: { input: { citizen: at('./index.html') }, output: { codeSplitting: { groups: groups() } } },
          },
        })
      },
    },
  }
}
