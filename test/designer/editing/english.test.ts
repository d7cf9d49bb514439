import { expect, it } from 'vitest'
import { readEnglish, writeEnglish } from '../../../designer/editing/english.ts'

it('writes a translation beside others and leaves nothing behind when it is emptied', () => {
  const node = { 'x-i18n': { en: { description: 'Help' } } }
  expect(writeEnglish(node, 'title', 'Name')).toEqual({ en: { description: 'Help', title: 'Name' } })
  expect(writeEnglish({ 'x-i18n': { en: { title: 'Name' } } }, 'title', ' ')).toBeUndefined()
  expect(readEnglish(node, 'title')).toBe('')
})
