// Gives the author the document as a file, whatever happens to the server.
import { idFromTitle } from '../form-editor/name-from-title.ts'
import type { Procedure } from '#schemas/generated/types.ts'

export const downloadCopy = (document: Procedure): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }))
  const link = window.document.createElement('a')
  link.href = url
  link.download = `${idFromTitle(document.info.code || document.info.name, [], 'thu tuc')}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
