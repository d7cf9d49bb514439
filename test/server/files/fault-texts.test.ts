import { describe, expect, it } from 'vitest'
import { sayFileFault } from '../../../server/files/fault-texts.ts'
import en from '../../../runtime/form/locales/late/en.json'
import vi from '../../../runtime/form/locales/late/vi.json'
import { hostileFiles } from '../../fixtures/hostile-files.ts'

const fill = (text: string, values: Record<string, string>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)

describe('sayFileFault', () => {
  it.each(['vi', 'en'] as const)('says the same in %s as the browser, before and after sending', (locale) => {
    const texts = { vi, en }[locale].form.file
    expect(sayFileFault({ code: 'file.empty' }, locale)).toBe(texts.empty)
    expect(sayFileFault({ code: 'file.heic' }, locale)).toBe(texts.heic)
    expect(sayFileFault({ code: 'file.oldOffice' }, locale)).toBe(texts.oldOffice)
    expect(sayFileFault({ code: 'file.kind', params: { accept: ['pdf', 'jpg'] } }, locale)).toBe(fill(texts.wrongKind, { kinds: 'PDF, JPG' }))
    expect(sayFileFault({ code: 'file.tooLarge', params: { limit: 5_242_880 } }, locale)).toBe(fill(texts.tooLarge, { size: '5 MB' }))
  })

  it('says of every refusal what is wrong and what to do', () => {
    for (const code of new Set(hostileFiles.map(({ fault }) => fault))) {
      for (const locale of ['vi', 'en'] as const) expect([code, sayFileFault({ code, params: { width: 10_000, height: 10_000, limit: 40_000_000, accept: ['pdf'] } }, locale)?.split('. ').length]).toEqual([code, expect.toSatisfy((sentences: number) => sentences >= 2)])
    }
  })
})
