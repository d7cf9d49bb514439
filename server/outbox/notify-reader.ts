// Sends a letter to somebody who reads the data of a procedure: whoever was taken off the list meanwhile gets none.
import type { Deps } from '../deps.ts'
import { findReader } from '../data-readers/repository.ts'
import { letterId } from './notify.ts'
import { renderReaderNotice, type ReaderFacts } from './render-reader-notice.ts'
import type { Promised } from './repository.ts'

/** `facts` are in the language of the reader. */
export interface ReaderLetter {
  reader: string
  facts: ReaderFacts
}

export const notifyReader = ({ database, mail, config, log }: Pick<Deps, 'database' | 'mail' | 'config' | 'log'>) => async ({ id, payload }: Promised): Promise<void> => {
  const { reader: readerId, facts } = payload as ReaderLetter
  const reader = await findReader(database, readerId)
  if (!reader) return void log.info({ effect: id }, 'nobody to write to')
  await mail.send({ id: letterId(id, reader.email), to: reader.email, ...renderReaderNotice(facts, config.publicUrl, reader.language) })
}
