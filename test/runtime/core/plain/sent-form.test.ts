import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { firstAppeared, readSentForm } from '#core/plain/sent-form.ts'
import document from '#schemas/dossier/representation-form.json'
import profile from '#schemas/profile/profile-form.json'
import type { Form } from '#schemas/generated/types.ts'

const form = compileForm(document as unknown as Form)
const sent = (entries: [string, string][]) => readSentForm(form, entries, 'vi')

describe('a whole form of the product as it was sent', () => {
  it('is read page after page', () => {
    const whole = compileForm(profile as unknown as Form)
    expect(whole.pages.length).toBeGreaterThan(1)
    expect(readSentForm(whole, [['/person/fullName', 'An'], ['/organisation/name', 'Viện'], ['/nothing', 'x']], 'vi').answers).toEqual({ person: { fullName: 'An' }, organisation: { name: 'Viện' } })
  })

  it('names the first question that its answers bring and that did not stand on the page', () => {
    expect(firstAppeared(form, sent([['/for', 'self']]))).toBeUndefined()
    expect(firstAppeared(form, sent([['/for', 'person']]))).toBe('/person/name')
  })

  it('asks nothing twice: what was left empty stood on the page', () => {
    const own = ['name', 'personId', 'phone', 'email', 'address'].map((name): [string, string] => ['asked', `/representative/${name}`])
    const organisation = ['name', 'code', 'role'].map((name): [string, string] => ['asked', `/organisation/${name}`])
    expect(firstAppeared(form, sent([['/for', 'organisation'], ...organisation, ...own]))).toBeUndefined()
    const employed = sent([['/for', 'organisation'], ...organisation, ['/organisation/role', 'employee'], ...own])
    expect(firstAppeared(form, employed)).toBe('/authorisation')
    expect(firstAppeared(form, employed, '/authorisation')).toBeUndefined()
  })
})
