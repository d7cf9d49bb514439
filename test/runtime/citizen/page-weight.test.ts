// @vitest-environment node
// What a phone loads for a form page, read from the build: its files and what stands in them. Nothing here looks at a clock.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '../../../server/build-pages.ts'

const web = fileURLToPath(new URL('../../../dist/web/', import.meta.url))

interface Entry { file: string; imports?: string[]; css?: string[] }

const kilobytes = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(web + file), { level: 9 }).byteLength, 0) / 1024

describe('the applicant’s form page as it is built', () => {
  let manifest: Record<string, Entry>
  const scripts = new Set<string>()
  const styles = new Set<string>()

  const take = ({ file, imports = [], css = [] }: Entry): void => {
    if (scripts.has(file)) return
    scripts.add(file)
    for (const style of css) styles.add(style)
    for (const next of imports) take(manifest[next]!)
  }

  beforeAll(async () => {
    await buildPages(web, fileURLToPath(new URL('../../../dist/plain/', import.meta.url)))
    manifest = JSON.parse(readFileSync(`${web}citizen.json`, 'utf8')) as Record<string, Entry>
    const page = readFileSync(`${web}runtime/citizen/index.html`, 'utf8')
    for (const [, file] of page.matchAll(/"\/(assets\/[^"]+\.js)"/g)) take(Object.values(manifest).find((entry) => entry.file === file)!)
    for (const [, file] of page.matchAll(/"\/(assets\/[^"]+\.css)"/g)) styles.add(file!)
    for (const name of [/^_citizen-.*js$/, /^_form-/]) take(manifest[Object.keys(manifest).find((key) => name.test(key))!]!)
  }, 300_000)

  it('comes in few files', () => {
    expect(scripts.size).toBeLessThanOrEqual(6)
  })

  it('carries no more JavaScript and style than a bad line bears', () => {
    expect(kilobytes(scripts)).toBeLessThanOrEqual(60)
    expect(kilobytes(styles)).toBeLessThanOrEqual(12)
  })

  it('carries nothing of the designer, of its libraries, or of another language', () => {
    const text = [...scripts].map((file) => readFileSync(web + file, 'utf8')).join('\n')
    for (const stranger of ['RekaDialog', 'DismissableLayer', 'createPinia', 'jsep', 'lint.noQuestions']) expect(text).not.toContain(stranger)
    const english = JSON.parse(readFileSync(fileURLToPath(new URL('../../../runtime/form/locales/en.json', import.meta.url)), 'utf8')) as { form: { dropped: string } }
    expect(text).not.toContain(english.form.dropped)
  })
})
