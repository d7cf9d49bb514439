import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leanFormkit } from '#runtime/form/lean-formkit.ts'

const file = new URL('../../../node_modules/@formkit/vue/dist/index.mjs', import.meta.url).pathname

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
