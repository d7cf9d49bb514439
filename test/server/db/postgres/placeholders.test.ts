import { describe, expect, it } from 'vitest'
import { numberPlaceholders } from '../../../../server/db/postgres/placeholders.ts'

describe('numberPlaceholders', () => {
  it.each([
    ['SELECT 1', 'SELECT 1'],
    ['a = ? AND b = ?', 'a = $1 AND b = $2'],
    [`a = '?' AND b = ?`, `a = '?' AND b = $1`],
    [`a = 'it''s ?' AND b = ?`, `a = 'it''s ?' AND b = $1`],
    ['"what?" = ?', '"what?" = $1'],
  ])('turns %s into %s', (sql, expected) => {
    expect(numberPlaceholders(sql)).toBe(expected)
  })
})
