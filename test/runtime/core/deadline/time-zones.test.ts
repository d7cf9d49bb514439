import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dueDays, untouched, vectors } from '../../../fixtures/due-process.ts'

const script = fileURLToPath(new URL('../../../fixtures/due-process.ts', import.meta.url))
const printedIn = (zone: string): { offset: number; due: string[]; untouched: string[] } =>
  JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script, '--print'], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })) as { offset: number; due: string[]; untouched: string[] }

describe('the legal clock', () => {
  it.each([['Asia/Ho_Chi_Minh', -420], ['America/Los_Angeles', 420], ['Pacific/Kiritimati', -840]])('counts alike on a machine in %s', (zone, offset) => {
    const printed = printedIn(zone)
    expect(printed.offset).toBe(offset)
    expect(printed.due.map((due) => due.slice(0, 10))).toEqual(vectors.map(([, , returned]) => returned))
    expect(printed).toEqual({ offset, due: dueDays(), untouched: untouched() })
    expect(printed.untouched).toHaveLength(4)
  })
})
