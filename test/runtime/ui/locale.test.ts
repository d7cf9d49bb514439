import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { addTexts, locale, setLocale, t, textsReady } from '#runtime/ui/locale.ts'
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
    await setLocale('en')
    await nextTick()

    expect(t('actions.undo')).toBe('Undo')
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('motcua.locale')).toBe('en')
  })

  it('adds the texts of an app beside the shared ones', async () => {
    const own = addTexts({ vi: { queue: { count: '{n} việc' } }, en: { queue: { count: 'one task | {n} tasks' } } })
    await setLocale('en')

    expect(own('queue.count', {}, 1)).toBe('one task')
    expect(own('queue.count', {}, 3)).toBe('3 tasks')
    expect(own('actions.undo')).toBe('Undo')
  })

  it('fetches English when it is read, and speaks Vietnamese until it is there', async () => {
    let fetched = 0
    const own = addTexts({ vi: { late: { word: 'Muộn' } }, en: () => { fetched += 1; return Promise.resolve({ default: { late: { word: 'Late' } } }) } })
    expect([own('late.word'), fetched]).toEqual(['Muộn', 0])

    await setLocale('en')
    await setLocale('vi')
    await setLocale('en')
    expect([own('late.word'), fetched]).toEqual(['Late', 1])

    const next = addTexts({ vi: { next: { word: 'Kế' } }, en: () => Promise.resolve({ default: { next: { word: 'Next' } } }) })
    expect(next('next.word')).toBe('Kế')
    await textsReady()
    expect(next('next.word')).toBe('Next')
  })

  it('stays readable when English cannot be fetched, and asks again next time', async () => {
    let isOffline = true
    const own = addTexts({ vi: { far: 'Xa' }, en: () => (isOffline ? Promise.reject(new Error('offline')) : Promise.resolve({ default: { far: 'Far' } })) })
    await setLocale('en')
    expect([locale.value, own('far')]).toEqual(['en', 'Xa'])

    isOffline = false
    await setLocale('en')
    expect(own('far')).toBe('Far')
  })
})
