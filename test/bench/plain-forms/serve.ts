// Builds and serves the plain forms that the citizen's page is measured beside, compressed and guarded as the product's own pages
// are: a browser starts a process of its own for a page that is opened under such headers.
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Form } from '#schemas/generated/types.ts'
import { contentSecurityPolicy, guardingHeaders } from '../../../server/http/security-headers.ts'
import { freePort } from '../../support/running-server.ts'
import { plainHtml } from './plain-html.ts'

export const servePlainForms = async (form: Form): Promise<{ url: string, scriptBytes: number, stop: () => void }> => {
  const built = await build({
    configFile: false, logLevel: 'error', define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: fileURLToPath(new URL('./plain-vue.ts', import.meta.url)) } },
  })
  const script = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : [])).find((each) => each.type === 'chunk')!.code
  const page = '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Biểu mẫu</title><div id="app"></div><script type="module" src="/plain-vue.js"></script></html>'
  const files: Record<string, [type: string, body: string]> = {
    '/vue': ['text/html', page], '/html': ['text/html', plainHtml(form)], '/plain-vue.js': ['text/javascript', script], '/form.json': ['application/json', JSON.stringify({ schema: form.schema, rules: form.rules })],
  }
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8`, 'content-encoding': 'gzip', 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy, ...Object.fromEntries(guardingHeaders) }).end(gzipSync(file[1]))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}`, scriptBytes: gzipSync(script, { level: 9 }).byteLength, stop: () => void server.close() }
}
