// Both languages say everything: a key that stands in one stands in the other, with the same gaps to fill.
import { describe, expect, it } from 'vitest'
import { files, readSource, sourceFiles } from './source-files.ts'

type Texts = { [key: string]: string | Texts }

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] => (typeof text === 'string' ? [[`${prefix}${key}`, text]] : flat(text, `${prefix}${key}.`)))
const gaps = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort()

const vietnamese = files('runtime', 'designer', 'server').filter((file) => file.endsWith('/vi.json'))

describe('interface texts', () => {
  it.each(vietnamese)('%s has its English twin, key for key', (file) => {
    const vi = new Map(flat(JSON.parse(readSource(file)) as Texts))
    const en = new Map(flat(JSON.parse(readSource(file.replace('vi.json', 'en.json'))) as Texts))
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort())
    for (const [key, text] of vi) expect({ key, gaps: gaps(en.get(key)!) }).toEqual({ key, gaps: gaps(text) })
    for (const [key, text] of [...vi, ...en]) expect(text.trim(), key).not.toBe('')
  })

  it('are the only place of Vietnamese words in screens', () => {
    const found = sourceFiles('runtime/ui', 'runtime/form', 'runtime/citizen', 'runtime/desk', 'designer').filter((file) => file.endsWith('.vue')).flatMap((file) => {
      const template = readSource(file).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
      return [...template.matchAll(/>[^<>{}]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^<>{}]*</gi)].map((match) => `${file}: ${match[0].trim()}`)
    }).filter((line) => !/Một Cửa|Tiếng Việt|: >đ<$/.test(line))
    expect(found).toEqual([])
  })
})

describe('messages of the core', () => {
  it('exist for every code that the core gives', () => {
    const codes = sourceFiles('runtime/core').flatMap((file) => [...readSource(file).matchAll(/(?:code: |refuse\()'([a-z][\w.]*)'/gi)].map((match) => match[1]!))
    const texts = { ...JSON.parse(readSource('runtime/core/text/vi.json')) as Texts, ...JSON.parse(readSource('runtime/core/text/answers/vi.json')) as Texts }
    expect([...new Set(codes)].filter((code) => code !== 'runtime.regExp' && !Object.hasOwn(texts, code))).toEqual([])
  })
})
