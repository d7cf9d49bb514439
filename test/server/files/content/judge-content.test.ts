import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemError } from '../../../../server/http/problem-response.ts'
import { judgeContent, type Judged } from '../../../../server/files/content/judge-content.ts'
import { hostileFiles } from '../../../fixtures/hostile-files.ts'
import { sampleJpeg, sampleOffice, samplePdf, samplePng } from '../../../fixtures/sample-files.ts'

const all = ['pdf', 'jpg', 'png', 'docx', 'xlsx'] as const
let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'motcua-judge-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const judge = (bytes: Buffer, accept: readonly (typeof all)[number][] = all): Promise<Judged> => {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, bytes)
  return judgeContent(path, [...accept])
}
const faultOf = async (work: Promise<unknown>): Promise<string | undefined> => {
  const error = await work.then(() => undefined, (fault: unknown) => fault)
  if (error !== undefined && !(error instanceof ProblemError)) throw error
  return error?.issues[0]?.code
}

describe('judgeContent', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF', samplePdf(), 'pdf'],
    ['a PDF behind an empty line', Buffer.concat([Buffer.from('\r\n'), samplePdf()]), 'pdf'],
    ['a large scan full of chance', samplePdf({ filler: Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * i * 31 + i) % 256)) }), 'pdf'],
    ['a photo', sampleJpeg(), 'jpg'],
    ['a photo of 12 million pixels', sampleJpeg({ width: 4000, height: 3000, filler: Buffer.alloc(2_000_000, 9) }), 'jpg'],
    ['a picture', samplePng(2000, 1000), 'png'],
    ['a Word file', sampleOffice('docx', { 'word/_rels/document.xml.rels': '<Relationships><Relationship Type="http://x/hyperlink" Target="https://a.vn" TargetMode="External"/></Relationships>' }), 'docx'],
    ['a table with settings of a printer', sampleOffice('xlsx', { 'xl/printerSettings/printerSettings1.bin': new Uint8Array(500) }), 'xlsx'],
  ])('takes %s for what it is', async (_, bytes, kind) => {
    expect((await judge(bytes)).kind).toBe(kind)
  })

  it.each(hostileFiles)('refuses $what: $fault', async ({ make, fault }) => {
    expect(await faultOf(judge(make()))).toBe(fault)
  })

  it('refuses what is sound but not asked for', async () => {
    expect(await faultOf(judge(samplePng(), ['pdf']))).toBe('file.kind')
    expect(await faultOf(judge(sampleOffice('xlsx'), ['pdf', 'docx']))).toBe('file.kind')
  })

  it('judges files one after the other when many end together', async () => {
    const kinds = await Promise.all(Array.from({ length: 30 }, () => judge(samplePng())))
    expect(kinds.every(({ kind }) => kind === 'png')).toBe(true)
  })
})
