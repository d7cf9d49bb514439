import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FinalError } from '../../../../server/integrations/final-error.ts'
import { createSmtpMail } from '../../../../server/integrations/mail/smtp.ts'
import { letter, mailContract } from '../../../contracts/mail.contract.ts'
import { openSmtpPeer, type SmtpPeer } from '../../../fixtures/smtp-peer.ts'

const short = { mailMs: 1_500, mailConnectMs: 1_000 }
const settings = (port: number, changed: Partial<Parameters<typeof createSmtpMail>[0]> = {}) => ({ host: '127.0.0.1', port, tls: false, from: 'Một Cửa <khong-tra-loi@motcua.example>', ...changed })

mailContract('SMTP', async () => {
  const peer = await openSmtpPeer()
  return { mail: createSmtpMail(settings(peer.port)), received: () => peer.letters().map(({ to, subject, body }) => ({ to, subject, body })), close: peer.close }
})

describe('a mail server that behaves badly', () => {
  let peer: SmtpPeer
  beforeEach(async () => { peer = await openSmtpPeer() })
  afterEach(() => peer.close())
  const mail = () => createSmtpMail(settings(peer.port), short)

  it('that refuses an address ends the matter: nobody tries again', async () => {
    peer.mood = 'refuses'
    await expect(mail().send(letter())).rejects.toBeInstanceOf(FinalError)
  })

  it('that puts a letter off gets it later', async () => {
    peer.mood = 'later'
    const fault = await mail().send(letter()).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Error)
    expect(fault).not.toBeInstanceOf(FinalError)
    peer.mood = 'well'
    await mail().send(letter())
    expect(peer.letters()).toHaveLength(1)
  })

  it('that breaks off after it took a letter gets the same letter again, under the same Message-ID', async () => {
    peer.mood = 'breaks off'
    await expect(mail().send(letter())).rejects.not.toBeInstanceOf(FinalError)
    const { id } = peer.letters()[0]!
    expect(id).toBe('<d1.2.0.abc@motcua.example>')
    const second = await openSmtpPeer()
    await createSmtpMail(settings(second.port)).send(letter())
    expect(second.letters()[0]!.id).toBe(id)
    await second.close()
  })

  it('that says nothing is left after a while, and the fault names no person', async () => {
    peer.mood = 'silent'
    const fault = await mail().send(letter()).catch((error: unknown) => error) as Error
    expect(fault.message).not.toContain('nguoi.nop')
  })

  it('that is not there is told to the administrator', async () => {
    const { port } = peer
    await peer.close()
    expect(await createSmtpMail(settings(port), short).checkConfig()).toMatch(/127\.0\.0\.1/)
    peer = await openSmtpPeer()
  })
})

describe('what a letter may not do', () => {
  it('is to bring headers of its own, or to go unencrypted over the network', async () => {
    const peer = await openSmtpPeer()
    await createSmtpMail(settings(peer.port)).send(letter({ id: 'x\r\nBcc: a@b.vn', subject: 'Một\r\nBcc: ke-xau@example.vn\r\n\r\nHai' }))
    const [{ raw, subject, to }] = peer.letters() as [ReturnType<SmtpPeer['letters']>[number]]
    expect([to, subject]).toEqual(['nguoi.nop@example.vn', 'Một Bcc: ke-xau@example.vn Hai'])
    expect(raw).not.toMatch(/^Bcc:/im)
    // The same server under a name that is not this machine's: without STARTTLS nothing is sent.
    await expect(createSmtpMail(settings(peer.port, { host: '127.1' }), short).send(letter({ id: 'y' }))).rejects.toThrow()
    expect(peer.letters()).toHaveLength(1)
    await peer.close()
  })
})
