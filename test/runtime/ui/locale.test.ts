import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { addTexts, locale, setLocale, t } from '#runtime/ui/locale.ts'
import en from '#runtime/ui/locales/en.json'
import vi from '#runtime/ui/locales/vi.json'

type Tree = { [key: string]: string | Tree }
const keysOf = (tree: Tree, before = ''): string[] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? `${before}${key}` : keysOf(value, `${before}${key}.`)))

describe('locale', () => {
  afterEach(() => setLocale('vi'))

  it('says every shared text in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(vi))
  })

  it('speaks Vietnamese first', () => {
    expect(locale.value).toBe('vi')
    expect(t('actions.undo')).toBe('Hoàn tác')
    expect(document.documentElement.lang).toBe('vi')
  })

  it('switches the words, the language of the page and the memory of the browser', async () => {
    setLocale('en')
    await nextTick()

    expect(t('actions.undo')).toBe('Undo')
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('motcua.locale')).toBe('en')
  })

  it('adds the texts of an app beside the shared ones', () => {
    const own = addTexts({ vi: { queue: { count: '{n} việc' } }, en: { queue: { count: 'one task | {n} tasks' } } })
    setLocale('en')

    expect(own('queue.count', {}, 1)).toBe('one task')
    expect(own('queue.count', {}, 3)).toBe('3 tasks')
    expect(own('signIn.welcome', { name: 'Ánh' })).toBe('Welcome, Ánh')
  })
})
