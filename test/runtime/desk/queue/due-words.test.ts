import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '#runtime/ui/locale.ts'
import { dueWords } from '../../../../runtime/desk/queue/due-words.ts'

const now = Date.parse('2026-11-20T03:00:00Z')

describe('dueWords', () => {
  afterEach(() => setLocale('vi'))
  it.each([
    ['2026-11-20T02:59:00Z', { text: 'Quá hạn 09:59, 20/11/2026', tone: 'bad' }],
    ['2026-11-20T10:00:00Z', { text: 'Hôm nay, 17:00', tone: 'warn' }],
    ['2026-11-23T10:00:00Z', { text: '17:00, 23/11/2026', tone: 'neutral' }],
    [null, { text: 'Không đặt hạn', tone: 'neutral' }],
  ])('%s is said in words, not by colour alone', (due, expected) => {
    expect(dueWords(due, now)).toEqual(expected)
  })
  it('counts the day in Vietnam, whatever the machine thinks', () => {
    expect(dueWords('2026-11-20T18:00:00Z', now).text).toBe('01:00, 21/11/2026')
  })
  it('speaks English too', async () => {
    await setLocale('en')
    expect(dueWords('2026-11-20T02:59:00Z', now).text).toBe('Overdue since 09:59, 20 November 2026')
  })
})
