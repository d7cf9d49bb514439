import { describe, expect, it } from 'vitest'
import { cleanJson, isDeeperThan } from '../../../server/http/clean-json.ts'

const clean = (text: string) => cleanJson(JSON.parse(text))

describe('cleanJson', () => {
  it('leaves clean values as they are', () => {
    const value = { a: [1, -0.5, 'Đường Nguyễn Huệ', null, true, { b: '' }], 'a/b': 'dòng 1\ndòng 2\t👩‍👩‍👧' }
    expect(clean(JSON.stringify(value))).toEqual({ value })
  })

  it('brings text into NFC, and line ends into one form', () => {
    expect(clean(JSON.stringify({ ten: 'Nguyễn'.normalize('NFD'), dong: 'a\r\nb' }))).toEqual({ value: { ten: 'Nguyễn'.normalize('NFC'), dong: 'a\nb' } })
  })

  it.each([
    ['{"a":{"__proto__":1}}', '/a/__proto__', 'body.reserved-name'],
    ['{"a":[{"toString":1}]}', '/a/0/toString', 'body.reserved-name'],
    ['{"hasOwnProperty":1}', '/hasOwnProperty', 'body.reserved-name'],
    ['{"a":{"x\\u202ey":1}}', '/a', 'body.name'],
    [`{"${'x'.repeat(201)}":1}`, '', 'body.name'],
    ['{"a":[1,1e999]}', '/a/1', 'body.number'],
    ['{"a":-9007199254740993}', '/a', 'body.number'],
    ['{"a/b":"\\u0000"}', '/a~1b', 'body.characters'],
    ['["ok","\\ud83d"]', '/1', 'body.characters'],
    ['"\\u2066"', '', 'body.characters'],
    ['{"a":"\\u200b"}', '/a', 'body.characters'],
    ['{"a":"\\u0085"}', '/a', 'body.characters'],
  ])('refuses %s at %j as %s', (text, pointer, code) => {
    expect(clean(text)).toMatchObject({ fault: { pointer, code } })
  })
})

describe('isDeeperThan', () => {
  it.each([
    ['[[[]]]', 3, false], ['[[[[]]]]', 3, true], ['{"a":{"b":[]}}', 3, false], ['{"a":"[[[[[["}', 1, false], ['{"a":"\\"[[[["}', 1, false], ['[[],[],[]]', 2, false],
    ['[[', 1, true], [']]]][', 1, false],
  ])('judges %s with limit %i', (text, limit, expected) => {
    expect(isDeeperThan(text, limit)).toBe(expected)
  })
})
