// The messages of a dossier as one side sees them: to the applicant an officer is the unit, to the office everybody has a name.
import type { Message, MessageThread } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { listMessages, readMarks, type Side, type StoredMessage } from './repository.ts'

const shownTo = (side: Side) => ({ unit, author, ...message }: StoredMessage): Message => ({ ...message, author: side === 'applicant' && message.side === 'office' ? unit : author })

export const readThread = async (database: Database, dossierId: string, side: Side): Promise<MessageThread> => {
  const marks = await readMarks(database, dossierId)
  return { messages: (await listMessages(database, dossierId)).map(shownTo(side)), read: marks[side], seen: marks[side === 'office' ? 'applicant' : 'office'] }
}
