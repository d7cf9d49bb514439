import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages, isStale } from '../../server/build-pages.ts'

describe('isStale', () => {
  let folder: string
  const at = (name: string): string => join(folder, name)
  const write = (name: string, seconds: number): void => {
    writeFileSync(at(name), '')
    utimesSync(at(name), seconds, seconds)
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-stale-'))
    mkdirSync(at('source/deep'), { recursive: true })
    write('source/a.ts', 100)
    write('source/deep/b.vue', 200)
    write('old.html', 150)
    write('new.html', 250)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([['new.html', false], ['old.html', true], ['missing.html', true]])('judges %s', (built, expected) => {
    expect(isStale(at(built), [at('source'), at('gone')])).toBe(expected)
  })
})

describe('buildPages', () => {
  it('leaves a folder that somebody named as it is, and says which page it lacks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-theirs-'))
    writeFileSync(join(folder, 'theirs.txt'), 'kept')
    await expect(buildPages(folder, join(folder, 'plain'))).rejects.toThrow(join(folder, 'runtime/citizen/index.html'))
    expect(readdirSync(folder)).toEqual(['theirs.txt'])
    rmSync(folder, { recursive: true, force: true })
  })
})
