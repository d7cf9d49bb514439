// Builds the three apps (citizen, officers, administrators) and says how the tests run.
import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  plugins: [vue(), tailwind()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would be data: URLs, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    rollupOptions: { input: { citizen: at('./runtime/citizen/index.html'), desk: at('./runtime/desk/index.html'), designer: at('./designer/index.html'), frame: at('./designer/preview/frame.html') } },
  },
  test: {
    reporters: process.env['MOTCUA_TEST_REPORT'] ? ['default', 'json'] : ['default'],
    outputFile: { json: process.env['MOTCUA_TEST_REPORT'] ?? '' },
    projects: [
      { extends: true, test: { name: 'core', environment: 'node', include: ['test/{architecture,schemas,runtime/core,runtime/client}/**/*.test.ts', 'test/designer/**/*.test.ts'], exclude: ['test/designer/**/*.screen.test.ts'], sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'screens', environment: 'happy-dom', include: ['test/runtime/{form,ui,citizen,desk}/**/*.test.ts', 'test/designer/**/*.screen.test.ts'], sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'server', environment: 'node', include: ['test/server/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, sequence: { groupOrder: 2 } } },
      { extends: true, test: { name: 'journeys', environment: 'node', include: ['test/journeys/**/*.journey.ts'], testTimeout: 240_000, hookTimeout: 120_000, fileParallelism: false, sequence: { groupOrder: 3 } } },
    ],
  },
})
