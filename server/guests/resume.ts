// Goes on elsewhere: whoever shows the code is the guest, on this device too. Pages for browsers without scripts call it as
// the API does: `await resume(deps)(typed, networkOf(c, config))` gives the guest and the Set-Cookie value, or throws a
// problem (404 for a code that is wrong, absent or no code at all; 429 after too many tries).
import { readCode } from '#core/access/guest.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { atLeast } from '../http/at-least.ts'
import { ProblemError } from '../http/problem-response.ts'
import { takeTurn } from '../http/rate-limit.ts'
import { limits } from '../limits.ts'
import { guestSession } from './guests.ts'
import { createGuestRepository } from './repository.ts'

export interface Resumed {
  session: Session
  cookie: string
}

type Needs = Pick<Deps, 'database' | 'guests' | 'now'>

export const unknownCode = (): ProblemError => new ProblemError('not-found', [{
  pointer: '/code', code: 'code.unknown', authored: {
    message: 'Kiểm tra lại từng nhóm bốn ký tự trên giấy hoặc trong thư của bạn.',
    'x-i18n': { en: { message: 'Compare each group of four signs with your paper or letter.' } },
  },
}], {
  vi: 'Không có hồ sơ nào đi với mã này. Mã gồm 16 ký tự; hồ sơ không ai mở lại trong 30 ngày thì không còn giữ.',
  en: 'No dossier goes with this code. It has 16 signs; drafts that nobody opens for 30 days are not kept.',
})

const find = async ({ database, guests, now }: Needs, typed: string): Promise<Resumed> => {
  const rows = createGuestRepository(database)
  const at = now()
  // What cannot be a code is looked for all the same: the answer then takes the same way.
  const guest = await rows.findByCode(readCode(typed) ?? '', at)
  if (!guest) throw unknownCode()
  const { token, cookie } = guests.newDevice()
  await database.commit([rows.insertDevice(guest.id, token, at), rows.touch(guest.id, at)])
  return { session: guestSession(guest.id), cookie }
}

/** `network` is where the person comes from, as far as it is known. */
export const resume = (deps: Needs) => async (typed: string, network: string | undefined): Promise<Resumed> => {
  if (network !== undefined) await takeTurn(deps.database, `resume-from:${network}`, limits.resumesPerAddress, deps.now())
  const code = readCode(typed)
  if (code !== undefined) await takeTurn(deps.database, `resume:${code.slice(0, 4)}`, limits.resumesPerPrefix, deps.now())
  return atLeast(limits.guessAnswerMs, () => find(deps, typed))
}
