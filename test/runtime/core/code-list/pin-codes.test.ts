import { describe, expect, it } from 'vitest'
import { definitionName, endedCodes, pinCodes } from '#core/code-list/pin-codes.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { publishChecks } from '#core/revision/publish-checks.ts'
import type { CodeList } from '#schemas/generated/types.ts'

const list: CodeList = { id: 'vn-communes', title: 'Xã', source: 'Quyết định 19/2025/QĐ-TTg', validFrom: '2025-07-01', items: [
  { const: '1', title: 'Cũ', validTo: '2026-01-31' }, { const: '2', title: 'Nay', parent: '01' }, { const: '3', title: 'Sau', validFrom: '2027-01-01' },
] }

describe('pinCodes', () => {
  it('copies the codes in force that day, with where they come from and when they end', () => {
    expect(pinCodes(list, '2026-01-01')).toEqual({ type: 'string', title: 'Xã', 'x-codeList': 'vn-communes', 'x-codeListFrom': '2025-07-01', oneOf: [{ const: '1', title: 'Cũ', validTo: '2026-01-31' }, { const: '2', title: 'Nay', parent: '01' }] })
    expect(pinCodes(list, '2027-02-01').oneOf?.map((option) => option.const)).toEqual(['2', '3'])
    expect(definitionName('vn-communes-2')).toBe('vnCommunes2')
  })
})

describe('endedCodes', () => {
  it('warns of pinned codes whose time is over, in the checks before publication too', () => {
    const procedure = emptyProcedure('Thử', 'T-1')
    procedure.form = { schema: { type: 'object', properties: { xa: { $ref: '#/$defs/communes', title: 'Xã' } }, $defs: { communes: pinCodes(list, '2026-01-01') } }, pages: [{ id: 'a', title: 'A', sections: [{ questions: ['/xa'] }] }] }

    expect(endedCodes(procedure, '2026-01-31')).toEqual([])
    expect(endedCodes(procedure, '2026-02-01')).toEqual([{ pointer: '/form/schema/$defs/communes', code: 'publish.codesEnded', level: 'warning', params: { title: 'Xã', n: 1, options: 'Cũ' } }])
    expect(publishChecks(procedure, '2026-02-01').flatMap((check) => check.issues).map((issue) => issue.code)).toContain('publish.codesEnded')
  })
})
