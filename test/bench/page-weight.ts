// Weighs what a citizen's phone must load for a form: everything that the browser really fetches until the first
// question can be answered, compressed as a server would send it.
import { gzipSync } from 'node:zlib'
import { launchBrowser, phone, visit } from '../support/browser.ts'
import { signedInClient } from './client.ts'

export interface Weight {
  /** Bytes after gzip. */
  script: number
  style: number
  validator: number
  files: number
}

export const weighCitizenForm = async (url: string, procedureId: string): Promise<Weight> => {
  const applicant = await signedInClient(url, 'congdan@demo.motcua.vn')
  const { dossier } = await applicant.post<{ dossier: { id: string } }>('/api/dossiers', { procedure: procedureId })
  const browser = await launchBrowser()
  const { context, page } = await visit(browser, url, phone)
  await context.addCookies(applicant.headers['cookie']!.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })))
  const weight: Weight = { script: 0, style: 0, validator: 0, files: 0 }
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (!/javascript|css/.test(type)) return
    bodies.push(response.body().then((body) => {
      const bytes = gzipSync(body, { level: 9 }).byteLength
      if (type.includes('css')) weight.style += bytes
      else if (response.url().endsWith('validator.js')) weight.validator += bytes
      else { weight.script += bytes; weight.files++ }
    }))
  })
  await page.goto(`/nop/${dossier.id}`, { waitUntil: 'networkidle' })
  await page.locator('[data-pointer] input').first().waitFor()
  await Promise.all(bodies)
  await browser.close()
  return weight
}
