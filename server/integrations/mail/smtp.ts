// Letters over SMTP (RFC 5321), encrypted unless the mail server runs on this machine. The effect's id is the Message-ID, so
// that a letter that was sent twice after a lost answer is known as one.
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { MailSettings } from '../../config.ts'
import { limits } from '../../limits.ts'
import { FinalError } from '../final-error.ts'
import { isAddress, type Letter, type Mail } from './port.ts'

const isLocal = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()

const domainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'

interface SmtpFault { responseCode?: number, command?: string, code?: string }

/** Without what the server said in full: it may repeat the address. */
const describe = (host: string, error: unknown): string => {
  const { responseCode, command, code } = error as SmtpFault
  return `${host} ${[command, responseCode, code].filter((part) => part !== undefined).join(' ') || 'did not answer'}`
}

/** 5xx to the sender's or receiver's address or to the letter itself: the server will not take it later either (RFC 5321 §4.2.1). */
const isFinal = (error: unknown): boolean => {
  const { responseCode = 0, command = '' } = error as SmtpFault
  return responseCode >= 500 && /^(RCPT TO|DATA)$/.test(command)
}

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(new Error('took too long')), ms) })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

export const createSmtpMail = ({ host, port, tls, user, password, from }: MailSettings, { mailMs, mailConnectMs }: { mailMs: number, mailConnectMs: number } = limits): Mail => {
  // A connection for each letter: a few a second, and nothing that is left half open can harm the next.
  const connect = () => createTransport({
    host, port, secure: tls, requireTLS: !tls && !isLocal(host), ignoreTLS: !tls && isLocal(host), ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: mailConnectMs, greetingTimeout: mailConnectMs, socketTimeout: mailMs, disableFileAccess: true, disableUrlAccess: true,
  })

  const carry = async (work: (transport: ReturnType<typeof connect>) => Promise<unknown>): Promise<void> => {
    const transport = connect()
    try {
      await within(mailMs, work(transport))
    } finally {
      transport.close()
    }
  }

  const toMessage = ({ id, to, subject, text, html, language }: Letter): SendMailOptions => ({
    from, to, subject: oneLine(subject), text, ...(html !== undefined && { html }), messageId: `<${id.replace(/[^A-Za-z0-9.-]/g, '.')}@${domainOf(from)}>`,
    // Nobody's holiday notice answers a notice (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', ...(language && { 'Content-Language': language }) },
  })

  return {
    name: 'smtp',
    send: async (letter) => {
      if (!isAddress(letter.to)) throw new FinalError('Not an address that a letter can go to')
      try {
        await carry((transport) => transport.sendMail(toMessage(letter)))
      } catch (error) {
        throw isFinal(error) ? new FinalError(describe(host, error)) : new Error(describe(host, error))
      }
    },
    checkConfig: () => carry((transport) => transport.verify()).then(() => undefined, (error: unknown) => `Mail: ${describe(host, error)}`),
  }
}
