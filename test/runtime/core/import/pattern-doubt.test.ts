// Proves the sieve for patterns: what can hang a browser is doubted, what forms really use is not.
import { describe, expect, test } from 'vitest'
import { cataloguePatterns } from '#core/form/field-catalogue.ts'
import { patternDoubt } from '#core/import/pattern-doubt.ts'

describe('a pattern', () => {
  test.each(['^(a+)+$', '(x*)*y', '^(\\d+)*$', '^([a-z]+\\s?)+$', '(a|aa)+', '^((ab)*)*$', '(?:[a-z]+-?)*', '^(a{2,})+$'])('%s is doubted', (pattern) => expect(patternDoubt(pattern)).toBe('slow'))
  test.each(['^[0-9]{12}$', '^\\d{2}[A-Z]-\\d{5}$', '^[^@]+@[^@]+$', '^[A-Z][a-z]*$', '^(?:Mr|Ms)$', '^\\p{L}+(?: \\p{L}+)*$', '^[0-9]+(?:-[0-9]+)*$', '^.{1,20}$', '^(\\+84|0)[0-9]{9}$', ...cataloguePatterns])('%s is not', (pattern) => expect(patternDoubt(pattern)).toBeUndefined())
  test.each([['(', 'wrong'], ['\\', 'wrong'], ['(?=a)', 'look'], ['(?<!a)b', 'look'], ['(a)\\1', 'look'], ['a'.repeat(501), 'long']])('%s is refused as %s', (pattern, doubt) => expect(patternDoubt(pattern)).toBe(doubt))
})
