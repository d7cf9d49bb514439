// @vitest-environment node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leanFormkit } from '#runtime/form/lean-formkit.ts'

const file = join(dirname(createRequire(import.meta.url).resolve('@formkit/vue')), 'index.mjs')

describe('leanFormkit', () => {
  it('takes out the set-up of the default configuration, and only that', () => {
    const before = readFileSync(file, 'utf8')
    const after = leanFormkit().transform(before, file)!.code

    expect(before.length - after.length).toBe('init_defaultConfig();'.length)
  })

  it('leaves every other module alone, and notices when FormKit has changed', () => {
    expect(leanFormkit().transform('init_defaultConfig();', '/src/other.ts')).toBeUndefined()
    expect(() => leanFormkit().transform('something else', file)).toThrow('FormKit has changed')
  })
})
