// Gives the author the document as a file, whatever happens to the server.
import { idFromTitle } from '../form-editor/name-from-title.ts'
import type { Procedure } from '#schemas/generated/types.ts'

export const saveFile = (name: string, file: Blob): void => {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** A file about the procedure is called after the procedure. */
export const fileNameOf = ({ info }: Procedure, ending: string): string => `${idFromTitle(info.code || info.name, [], 'thu tuc')}.${ending}`

export const downloadText = (procedure: Procedure, text: string, ending: string, type: string): void => saveFile(fileNameOf(procedure, ending), new Blob([text], { type }))

export const downloadCopy = (document: Procedure): void => downloadText(document, JSON.stringify(document, null, 2), 'json', 'application/json')
