// Polyglots: files that one program reads as a picture and another as an archive, a page or a PDF.
import type { ByteSource } from './byte-source.ts'
import { refuseFile } from './refuse-file.ts'
import { findZipTail } from './zip-tail.ts'

const markup = /<(script|html|svg|iframe|\?php|!doctype|!entity)\b/i

/** Words beside the picture (comments, captions) may say anything but a page. */
export const refuseMarkup = (text: string): void => {
  if (markup.test(text)) throw refuseFile('file.disguised')
}

/** Readers of PDF find its head anywhere in the first kilobyte; readers of archives find their end at the end. */
export const refuseHidden = async (source: ByteSource, kind: 'pdf' | 'picture'): Promise<void> => {
  const head = (await source.read(0, 1024)).toString('latin1')
  if (kind === 'picture' && head.includes('%PDF-')) throw refuseFile('file.disguised')
  refuseMarkup(head)
  if (await findZipTail(source)) throw refuseFile('file.disguised')
}
