// Mail for development: letters land in an inbox that can be read, in memory and in a file when one is given. The same
// letter twice is one letter, as at a real receiver that knows its id.
import { appendFile } from 'node:fs/promises'
import { FinalError } from '../final-error.ts'
import { isAddress, type Letter, type Mail } from './port.ts'

export interface FakeMail extends Mail {
  inbox: readonly Letter[]
  /** The next letters fail with this; undefined heals it. */
  breakWith: (fault: string | undefined) => void
}

export const createFakeMail = (file?: string, isEnough = true): FakeMail => {
  const inbox: Letter[] = []
  let fault: string | undefined
  return {
    name: 'fake',
    inbox,
    breakWith: (next) => void (fault = next),
    send: async (letter) => {
      if (!isAddress(letter.to)) throw new FinalError('Not an address that a letter can go to')
      if (fault !== undefined) throw new Error(fault)
      if (inbox.some(({ id }) => id === letter.id)) return
      inbox.push(letter)
      if (file !== undefined) await appendFile(file, JSON.stringify(letter) + '\n', { mode: 0o600 })
    },
    checkConfig: async () => fault ?? (isEnough ? undefined : 'Letters are kept in the data folder and reach nobody: set SMTP_URL and MAIL_FROM'),
  }
}
