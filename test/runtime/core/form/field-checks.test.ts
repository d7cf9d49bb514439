import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldChecks } from '#core/form/field-checks.ts'

const accepts = (field: string, value: unknown): boolean | undefined => fieldChecks[field]?.(value)
const issued = ['0100684378', '0100109106', '0101248141', '0300588569', '0101243150', '0106026495']

describe('fieldChecks', () => {
  it.each(issued)('knows the issued code %s, and that of its branch', (code) => {
    for (const field of ['taxCode', 'enterpriseCode']) {
      expect(accepts(field, code)).toBe(true)
      expect(accepts(field, `${code}-001`)).toBe(true)
    }
  })

  it('finds every single wrong digit of a code', () => {
    fc.assert(fc.property(fc.constantFrom(...issued), fc.nat(9), fc.integer({ min: 1, max: 9 }), (code, place, more) => {
      const digit = (Number(code[place]) + more) % 10
      expect(accepts('enterpriseCode', code.slice(0, place) + digit + code.slice(place + 1))).toBe(false)
    }))
  })

  it.each<[string, unknown, boolean]>([
    ['taxCode', '001190012345', true], ['enterpriseCode', '001190012345', false],
    ['personId', '001190012345', true], ['personId', '101190012345', true], ['personId', '00119001234', false], ['personId', '00119001234a', false], ['personId', 1190012345, false],
    ['taxCode', '0100684378-1', false], ['taxCode', '0100684378001', false], ['taxCode', ' 0100684378', false], ['taxCode', 100684378, false], ['taxCode', null, false],
  ])('%s of %s: %s', (field, value, verdict) => {
    expect(accepts(field, value)).toBe(verdict)
  })

  it.each(['text', 'constructor', 'toString', 'valueOf', '__proto__'])('has no check for a field called %s', (field) => {
    expect(accepts(field, 'x')).toBeUndefined()
  })
})
