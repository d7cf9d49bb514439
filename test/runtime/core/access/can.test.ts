import { describe, expect, it } from 'vitest'
import { can, type Permission } from '#core/access/can.ts'

const permissions: Permission[] = ['dossier.start', 'dossier.startForOther', 'profile.keep', 'dossier.read', 'dossier.edit', 'dossier.submit', 'dossier.withdraw', 'task.list', 'task.read', 'task.act', 'task.recordPayment', 'procedure.design', 'procedure.review', 'procedure.readDrafts']
const allowed = (roles: string[], id = 'me'): Permission[] => permissions.filter((permission) => can({ id, roles }, permission, { ownerId: 'owner', authorId: 'author', by: { role: 'specialist' }, state: 'open' }))

describe('can', () => {
  it.each<[string, string[], string, Permission[]]>([
    ['a stranger', ['applicant'], 'me', ['dossier.start', 'profile.keep']],
    ['the owner', ['applicant'], 'owner', ['dossier.start', 'profile.keep', 'dossier.read', 'dossier.edit', 'dossier.submit', 'dossier.withdraw']],
    ['the officer whose step it is', ['specialist'], 'me', ['dossier.read', 'task.list', 'task.read', 'task.act']],
    ['an officer whose step it is not', ['clerk'], 'me', ['dossier.read', 'task.list', 'task.read']],
    ['the one-stop desk', ['one-stop'], 'me', ['dossier.startForOther', 'dossier.read', 'task.list', 'task.read', 'task.recordPayment']],
    ['an administrator', ['administrator'], 'me', ['procedure.design', 'procedure.readDrafts']],
    ['a reviewer', ['reviewer'], 'me', ['procedure.review', 'procedure.readDrafts']],
    ['a reviewer who is the author', ['reviewer', 'administrator'], 'author', ['procedure.design', 'procedure.readDrafts']],
    ['somebody without a role', [], 'me', []],
  ])('%s may do exactly this', (_who, roles, id, expected) => {
    expect(allowed(roles, id)).toEqual(expected)
  })
  it('denies everything to nobody', () => {
    expect(permissions.filter((permission) => can(null, permission, {}))).toEqual([])
  })
  it('gives a paper dossier that is being entered to the officer who enters it, and to the applicant once it is filed', () => {
    const may = (id: string, roles: string[], state: string) => can({ id, roles }, 'dossier.edit', { ownerId: 'owner', enteredBy: 'officer', state })
    expect([may('officer', ['one-stop'], 'draft'), may('owner', ['applicant'], 'draft'), may('colleague', ['one-stop'], 'draft'), may('officer', ['specialist'], 'draft')]).toEqual([true, false, false, false])
    expect([may('officer', ['one-stop'], 'open'), may('owner', ['applicant'], 'open')]).toEqual([false, true])
  })
  it('lets the one-stop desk enter what somebody without an account brings later', () => {
    const may = (roles: string[]) => can({ id: 'me', roles }, 'dossier.edit', { ownerId: 'counter:1', enteredBy: 'officer', state: 'open', atCounter: true })
    expect([may(['one-stop']), may(['specialist']), may(['applicant'])]).toEqual([true, false, false])
  })
  it('lets a guest keep no profile', () => {
    expect(can({ id: 'guest:1', roles: ['applicant'] }, 'profile.keep')).toBe(false)
  })
  it('keeps drafts from officers', () => {
    expect(can({ id: 'me', roles: ['specialist'] }, 'dossier.read', { ownerId: 'owner', state: 'draft' })).toBe(false)
  })
})
