// Gives the author the document as a file, whatever happens to the server.
import { idFromTitle } from '../form-editor/name-from-title.ts'
import type { Procedure } from '#schemas/generated/types.ts'

/** A text about the procedure, under the procedure's own name. */
export const downloadText = (document: Procedure, text: string, ending: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = window.document.createElement('a')
  link.href = url
  link.download = `${idFromTitle(document.info.code || document.info.name, [], 'thu tuc')}.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export const downloadCopy = (document: Procedure): void => downloadText(document, JSON.stringify(document, null, 2), 'json', 'application/json')
