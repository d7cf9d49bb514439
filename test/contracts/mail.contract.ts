// What every way of sending letters must do: the demonstration's inbox and a real SMTP server alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FinalError } from '../../server/integrations/final-error.ts'
import type { Letter, Mail } from '../../server/integrations/mail/port.ts'

export interface Received {
  to: string
  /** Of the letter as it arrived: decoded by the test's server. */
  subject: string
  body: string
}

export interface MailPeer {
  mail: Mail
  received: () => Received[]
  close: () => Promise<void>
}

export const letter = (changed: Partial<Letter> = {}): Letter => ({
  id: 'd1.2.0.abc', to: 'nguoi.nop@example.vn', subject: 'Hồ sơ G06-261120-0012 đã được tiếp nhận', text: 'Cơ quan đã nhận hồ sơ.\nXem tại https://office.test/ho-so/1', html: '<p>Cơ quan đã nhận hồ sơ.</p>', language: 'vi', ...changed,
})

export const mailContract = (name: string, open: () => Promise<MailPeer>): unknown => describe(`letters by ${name}`, () => {
  let peer: MailPeer
  beforeAll(async () => { peer = await open() })
  afterAll(() => peer.close())

  it('arrive with their Vietnamese words, in subject and text', async () => {
    await peer.mail.send(letter())
    expect(peer.received()).toEqual([{ to: 'nguoi.nop@example.vn', subject: letter().subject, body: expect.stringContaining('Cơ quan đã nhận hồ sơ.') }])
  })

  it('are known as one letter when they are sent again', async () => {
    await peer.mail.send(letter())
    await peer.mail.send(letter())
    expect(peer.received()).toHaveLength(1)
    await peer.mail.send(letter({ id: 'd1.3.0.abc' }))
    expect(peer.received()).toHaveLength(2)
  })

  it.each(['a@b.vn\r\nBcc: c@d.vn', 'a@b.vn, c@d.vn', '"A" <a@b.vn>', 'not an address', ''])('never go to what is no single address: %j', async (to) => {
    const before = peer.received().length
    await expect(peer.mail.send(letter({ id: 'bad', to }))).rejects.toBeInstanceOf(FinalError)
    expect(peer.received()).toHaveLength(before)
  })

  it('say that all is well while it is', async () => {
    expect(await peer.mail.checkConfig()).toBeUndefined()
  })
})
