// The budget of sizes: small files are read, large ones are searched.
import { describe, expect, it } from 'vitest'
import { readSource, sourceFiles } from './source-files.ts'

const lines = (file: string): number => readSource(file).split('\n').length - 1
const all = sourceFiles('schemas', 'runtime', 'designer', 'server')

describe('source files', () => {
  it('have at most 300 lines', () => {
    expect(all.filter((file) => lines(file) > 300).map((file) => `${file} ${lines(file)}`)).toEqual([])
  })
  it('have about 60 lines in the middle', () => {
    const sorted = all.map(lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(75)
  })
  it('open with a sentence on what they answer for', () => {
    expect(all.filter((file) => !/^(\/\/|<!--|#!|<script[^>]*>\s*\n?\s*\/\/)/.test(readSource(file)))).toEqual([])
  })
  it('are called after their concept', () => {
    expect(all.filter((file) => /(^|\/)(utils?|helpers?|common|misc|managers?|services?)\.(ts|vue)$/i.test(file))).toEqual([])
  })
})
