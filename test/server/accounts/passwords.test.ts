import { describe, expect, it } from 'vitest'
import { createPasswords } from '../../../server/accounts/passwords.ts'

describe('passwords', () => {
  const { hash, verify } = createPasswords(10)

  it('knows the right one, however the keyboard spelled its letters', async () => {
    const stored = await hash('Mật khẩu dài')
    expect(await verify({ hash: stored, password: 'Mật khẩu dài'.normalize('NFD') })).toBe(true)
    expect(await verify({ hash: stored, password: 'Mat khau dai' })).toBe(false)
    expect(await verify({ hash: 'scrypt$10$zz$zz', password: 'x' })).toBe(false)
  })

  it('still knows hashes of another cost', async () => {
    expect(await verify({ hash: await createPasswords(11).hash('a'), password: 'a' })).toBe(true)
  })

  it('refuses work beyond its queue instead of holding up everything else', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 80 }, () => hash('a')))
    const refused = settled.filter((each) => each.status === 'rejected')
    expect(refused).toHaveLength(28)
    expect(refused[0]).toMatchObject({ reason: { kind: 'too-many' } })
    expect(await hash('after')).toMatch(/^scrypt/)
  })
})
