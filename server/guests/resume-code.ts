// The code with which a guest goes on elsewhere, worked out from the guest's id and the server's secret: it can be shown
// again to whoever already holds the cookie, and the database knows its hash only.
import { createHash, createHmac } from 'node:crypto'
import { codeLength, codeLetters } from '#core/access/guest.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const resumeCode = (secret: string, guest: string): string => {
  const bytes = createHmac('sha256', secret).update(`resume code of guest ${guest}`).digest()
  return Array.from(bytes.subarray(0, codeLength), (byte) => codeLetters[byte % codeLetters.length]).join('')
}
