// Builds the three apps (citizen, officers, administrators), the applicant's pages as the server draws them, and says how the tests run.
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { citizenApp } from './runtime/citizen/build-citizen.ts'
import { offlineWorker } from './runtime/citizen/offline/build-worker.ts'
import { LongestFirst } from './test/support/longest-first.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const define = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' }

/** The pages for browsers without scripts, from the same sources, in a folder beside the apps: the server loads them (server/plain). */
const plainPages = (): Plugin => {
  let web: ResolvedConfig
  return {
    name: 'plain-pages',
    apply: 'build',
    configResolved: (config) => { web = config },
    closeBundle: async () => void await build({
      root: at('.'), configFile: false, logLevel: 'warn', plugins: [vue()], define: { ...define, 'process.env.NODE_ENV': '"production"' },
      ssr: { noExternal: true, resolve: { conditions: ['module', 'import'] } },
      build: {
        ssr: at('./runtime/citizen/plain/render-plain.ts'), outDir: resolve(web.build.outDir).replace(/(?:web)?$/, 'plain'), emptyOutDir: true, target: 'node20',
        // What a phone fetches late, the server has at hand: here nothing is gained by parting it.
        rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
      },
    }),
  }
}

// Inlined assets would be data: URLs, which the content security policy refuses for fonts.
const shared = { root: at('.'), define, build: { target: 'es2022', assetsInlineLimit: 0 } }

// The runner's own measure is one less than there are processors: on two, one of them would rest.
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  ...shared,
  plugins: [vue(), tailwind(), citizenApp(() => ({ plugins: [vue(), tailwind(), offlineWorker()], config: shared })), plainPages()],
  build: {
    ...shared.build,
    outDir: at('./dist/web'),
    emptyOutDir: true,
    rollupOptions: { input: { desk: at('./runtime/desk/index.html'), designer: at('./designer/index.html'), frame: at('./designer/preview/frame.html') } },
  },
  test: {
    reporters: process.env['MOTCUA_TEST_REPORT'] ? ['default', 'json'] : ['default'],
    outputFile: { json: process.env['MOTCUA_TEST_REPORT'] ?? '' },
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'core', environment: 'node', include: ['test/{architecture,schemas,runtime/core,runtime/client}/**/*.test.ts', 'test/designer/**/*.test.ts'], exclude: ['test/designer/**/*.screen.test.ts'], testTimeout: 60_000, isolate: false, maxWorkers, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'screens', environment: 'happy-dom', include: ['test/runtime/{form,ui,citizen,desk}/**/*.test.ts', 'test/designer/**/*.screen.test.ts'], testTimeout: 30_000, maxWorkers, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'server', environment: 'node', include: ['test/server/**/*.test.ts'], globalSetup: ['test/support/seeded-office.ts'], testTimeout: 30_000, hookTimeout: 60_000, isolate: false, maxWorkers, sequence: { groupOrder: 2 } } },
      { extends: true, test: { name: 'journeys', environment: 'node', include: ['test/journeys/**/*.journey.ts'], globalSetup: ['test/support/seeded-office.ts'], testTimeout: 240_000, hookTimeout: 120_000, fileParallelism: false, sequence: { groupOrder: 3 } } },
    ],
  },
})
