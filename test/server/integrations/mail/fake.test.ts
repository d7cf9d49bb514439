import { createFakeMail } from '../../../../server/integrations/mail/fake.ts'
import { mailContract } from '../../../contracts/mail.contract.ts'

mailContract('the demonstration’s inbox', async () => {
  const mail = createFakeMail()
  return { mail, received: () => mail.inbox.map(({ to, subject, text }) => ({ to, subject, body: text })), close: async () => undefined }
})
