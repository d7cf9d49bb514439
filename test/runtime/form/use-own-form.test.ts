import { describe, expect, it } from 'vitest'
import document from '#schemas/dossier/representation-form.json' with { type: 'json' }
import { useOwnForm } from '#runtime/form/use-own-form.ts'
import type { Form, Problem } from '#schemas/generated/types.ts'

const whoFiles = () => useOwnForm(document as unknown as Form, { answers: { for: 'self' }, idPrefix: 'who' })

const refusalAt = (pointer: string): Problem => ({ type: '/problems/invalid-answers', title: 'Chưa hợp lệ', status: 422, errors: [{ pointer, code: 'refused', detail: 'Không nộp được như vậy.' }] })

describe('a form of the product itself', () => {
  it('is judged in the page: what is missing is listed before anything is sent', () => {
    const { form, listed, attempt, check } = whoFiles()
    form.write('/for', 'organisation')
    expect(check()).toBeUndefined()
    expect(attempt.value).toBe(1)
    expect(listed.value.map(({ pointer }) => pointer)).toEqual(['/organisation/name', '/organisation/code', '/organisation/role', '/representative/name', '/representative/personId', '/representative/phone'])
  })

  it('lists what the answers of now lack, not those of the last attempt', () => {
    const { form, listed, check } = whoFiles()
    form.write('/for', 'organisation')
    check()
    form.write('/for', 'person')
    expect(check()).toBeUndefined()
    expect(listed.value.map(({ pointer }) => pointer).filter((pointer) => pointer.startsWith('/organisation'))).toEqual([])
    form.write('/for', 'self')
    expect(check()).toEqual({ for: 'self' })
  })

  it('brings a refusal of the server to its question until that is answered otherwise', () => {
    const { form, listed, check, refuse } = whoFiles()
    expect(refuse(refusalAt('#/answers/for'), '#/answers')).toBe(true)
    expect(listed.value.map(({ pointer, text }) => [pointer, text])).toEqual([['/for', 'Không nộp được như vậy.']])
    expect(check()).toBeUndefined()
    form.write('/for', 'person')
    expect(form.issues.at('/for', 'error')).toEqual([])
  })

  it('is not held back by a refusal of what is no longer asked', () => {
    const { form, check, refuse } = whoFiles()
    form.write('/for', 'organisation')
    refuse(refusalAt('#/answers/organisation/code'), '#/answers')
    expect(check()).toBeUndefined()
    form.write('/for', 'self')
    expect(check()).toEqual({ for: 'self' })
  })
})
