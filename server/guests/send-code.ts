// Sends a guest their code by e-mail, because paper gets lost. The letter says nothing of the dossier: an address may be
// mistyped, and the link carries no secret.
import { groupCode } from '#core/access/guest.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Deps } from '../deps.ts'
import { takeTurn } from '../http/rate-limit.ts'
import { limits } from '../limits.ts'

type Needs = Pick<Deps, 'database' | 'guests' | 'mail' | 'now' | 'newId' | 'config'>

const letter: Record<Locale, { subject: string; text: (code: string, link: string) => string }> = {
  vi: {
    subject: 'Mã để làm tiếp hồ sơ của bạn',
    text: (code, link) => `Mã của bạn: ${code}\n\nĐể làm tiếp trên máy khác, mở ${link} và nhập mã này.\nAi có mã đều mở được hồ sơ, nên hãy giữ kín và đừng chuyển tiếp thư này.\nNếu bạn không yêu cầu thư này, xin bỏ qua.`,
  },
  en: {
    subject: 'The code to go on with your dossier',
    text: (code, link) => `Your code: ${code}\n\nTo go on with another device, open ${link} and type this code.\nWhoever has the code can open the dossier: keep it to yourself and do not forward this letter.\nIf you did not ask for this letter, ignore it.`,
  },
}

export const sendCode = ({ database, guests, mail, now, newId, config }: Needs) => async (guest: string, email: string, locale: Locale, network: string | undefined): Promise<void> => {
  if (network !== undefined) await takeTurn(database, `code-letter-from:${network}`, limits.lettersPerAddress, now())
  await takeTurn(database, `code-letter:${guest}`, limits.lettersPerGuest, now())
  await takeTurn(database, `code-letter-to:${email.toLowerCase()}`, limits.lettersPerGuest, now())
  const { subject, text } = letter[locale]
  await mail.send({ id: `code:${newId()}`, to: email, subject, text: text(groupCode(guests.code(guest)), `${config.publicUrl}/tiep-tuc`) })
}
