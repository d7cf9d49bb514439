import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { schemaFolder } from '../../../server/http/schemas.ts'
import { writeForm } from '../../../server/exports/write-form.ts'
import { buildForm, choice, is, rule, text } from '../../fixtures/core-builders.ts'

const household = JSON.parse(readFileSync(join(schemaFolder, 'examples', 'procedures', '17-dang-ky-ho-kinh-doanh.json'), 'utf8')) as Procedure
const madeAt = '2026-11-20T00:00:00.000Z'

/** Everything in a PDF that says something: its objects, and its streams as they were before they were packed. */
const unpacked = (pdf: Uint8Array): string => {
  const bytes = Buffer.from(pdf)
  const plain = bytes.toString('latin1')
  const streams = [...plain.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
    try {
      return inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [plain, ...streams].join('\n')
}
const pagesOf = (pdf: Uint8Array): number => unpacked(pdf).match(/\/Type \/Page\b/g)!.length

describe('the empty form as a PDF', () => {
  it('is a PDF of A4 pages with fonts of its own, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const pdf = await writeForm(household, locale, madeAt)
      const inside = unpacked(pdf)
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
      expect(inside).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/)
      expect(inside).toContain(`/Lang (${locale})`)
      expect(inside).toMatch(/Tinos-Regular/)
      expect(inside).not.toMatch(/\/JavaScript|\/Launch|\/URI|\/EmbeddedFile/)
      expect(pagesOf(pdf)).toBeLessThanOrEqual(8)
    }
  })
  it('is the same file for the same content', async () => {
    expect(Buffer.from(await writeForm(household, 'vi', madeAt)).equals(Buffer.from(await writeForm(household, 'vi', madeAt)))).toBe(true)
  })
  it('is drawn whatever the texts of a document are, in bounded time', async () => {
    const hostile = ['$x ${a}', '<script>**đậm**</script>', 'Ễ'.repeat(500), 'chữ '.repeat(400), '🇻🇳👍', 'a\u0000b\u202ec\u2028d', '(\\)', 'file:///etc/passwd', 'http://127.0.0.1:1/x.png']
    const rows = (title: string, count: number): Question => ({ type: 'array', title, items: { type: 'object', properties: Object.fromEntries(Array.from({ length: count }, (_each, i) => [`c${i}`, text(title)])) } })
    const questions = Object.fromEntries(hostile.flatMap((title, i): [string, Question][] => [
      [`t${i}`, text(title, { description: title })], [`c${i}`, { ...choice(title, 'x'), oneOf: hostile.map((each, j) => ({ const: String(j), title: each })) }], [`r${i}`, rows(title, 3)], [`e${i}`, rows(title, 20)],
    ]))
    const form = buildForm(questions, [], { rules: [rule('r', is('c0', '2'), { show: ['/t1', '/r2', '/e3'] })] })
    Object.assign(form.pages[0]!, { title: hostile[2], description: hostile[3] })
    const info = { ...household.info, name: hostile[2]!, agency: hostile[3]!, code: hostile[6]!, components: hostile.map((title) => ({ title, note: title })) }
    const pdf = await writeForm({ ...household, info, form }, 'vi', madeAt)
    expect(pagesOf(pdf)).toBeGreaterThan(10)
    // What was too long for one line ends on the next, inside of the paper.
    expect(unpacked(pdf)).not.toMatch(/\/JavaScript|\/Launch|\/URI|\/EmbeddedFile|passwd/)
  })
})
