import { describe, expect, it } from 'vitest'
import { createExports } from '../../../server/exports/make-export.ts'
import type { ExportRequest } from '../../../server/exports/export-worker.ts'
import { limits } from '../../../server/limits.ts'

const schema = JSON.stringify({ type: 'object', properties: { ten: { type: 'string' } } })
const types: ExportRequest = { kind: 'types', schema }

describe('making files from documents', () => {
  it('makes each file once, however many ask for it at the same time or later', async () => {
    const make = createExports()
    let begun = 0
    const ask = () => make('a', () => { begun += 1; return types })
    const [first, second] = await Promise.all([ask(), ask()])
    expect(first).toContain('ten?: string')
    expect([second, await ask(), begun]).toEqual([first, first, 1])
  })
  it('lets a bounded number wait, and refuses the rest at once', async () => {
    const make = createExports()
    const asked = await Promise.allSettled(Array.from({ length: limits.waitingExports + 3 }, (_each, i) => make(`key ${i}`, () => types)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(limits.waitingExports)
    expect(asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ kind: 'too-many' })))
    expect(await make('after', () => types)).toContain('Answers')
  })
  it('gives nothing for what no file can be made of, and goes on', async () => {
    const make = createExports()
    expect(await make('broken', () => ({ kind: 'types', schema: 'no schema' }))).toBeUndefined()
    expect(await make('whole', () => types)).toContain('Answers')
  })
})
