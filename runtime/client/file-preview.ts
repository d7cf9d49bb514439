// A file to be looked at beside the answers, where the browser can show it.
import { fileUrl } from './files.ts'

export type Shown = 'picture' | 'pdf' | undefined

export const shownAs = (type: string): Shown =>
  (['jpg', 'jpeg', 'png'].includes(type) ? 'picture' : type === 'pdf' && globalThis.navigator?.pdfViewerEnabled ? 'pdf' : undefined)

/** The server shows pictures in place and lets everything else be saved only. */
export const pictureUrl = (id: string): string => `${fileUrl(id)}?view=inline`

/** An address inside this page for the bytes of a file; whoever asks gives it back (URL.revokeObjectURL). Undefined when it cannot be had. */
export const readPdf = async (id: string): Promise<string | undefined> => {
  try {
    const response = await fetch(fileUrl(id), { credentials: 'same-origin', cache: 'no-store' })
    return response.ok ? URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'application/pdf' })) : undefined
  } catch {
    return undefined
  }
}
