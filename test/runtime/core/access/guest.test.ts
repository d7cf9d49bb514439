import { describe, expect, it } from 'vitest'
import { groupCode, guestActorId, isGuest, readCode } from '#core/access/guest.ts'
import { can } from '#core/access/can.ts'

describe('the code of a guest', () => {
  it.each([
    ['7KQ2-M4XD-09TB-HVNE', '7KQ2M4XD09TBHVNE'], ['7kq2 m4xd 09tb hvne', '7KQ2M4XD09TBHVNE'], ['7KQ2 M4XD O9TB HVNE', '7KQ2M4XD09TBHVNE'], ['  7kq2–m4xd—o9tb.hvne\n', '7KQ2M4XD09TBHVNE'],
    ['IL10-oOiI-0000-0000', '1110001100000000'], ['７ＫＱ２M4XD09TBHVNE', '7KQ2M4XD09TBHVNE'],
  ])('is read as it was meant: %s', (typed, code) => {
    expect(readCode(typed)).toBe(code)
  })

  it.each(['', 'abc', '7KQ2-M4XD-09TB-HVN', '7KQ2-M4XD-09TB-HVNEE', 'UUUU-UUUU-UUUU-UUUU', 'x'.repeat(10_000)])('is none when it cannot be one: %s', (typed) => {
    expect(readCode(typed)).toBeUndefined()
  })

  it('is shown in groups of four', () => {
    expect(groupCode('7KQ2M4XD09TBHVNE')).toBe('7KQ2-M4XD-09TB-HVNE')
  })
})

describe('a guest', () => {
  const guest = { id: guestActorId('1'), roles: ['applicant'] }
  it('may file where no account is asked for', () => {
    expect([isGuest(guest), can(guest, 'dossier.start'), can(guest, 'dossier.start', { identification: 'none' }), can(guest, 'dossier.start', { identification: 'account' })]).toEqual([true, true, true, false])
    expect(can({ id: 'u1', roles: ['applicant'] }, 'dossier.start', { identification: 'account' })).toBe(true)
  })
})
