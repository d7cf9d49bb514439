// What becomes of the traces of a filing in this browser once it is over.
import { forgetFiling } from './filing-key.ts'
import { dropLocalCopy } from './local-copy.ts'

/** The server has the whole dossier now: nothing of it stays in this browser. */
export const forgetApplication = (dossier: string): void => {
  dropLocalCopy(dossier)
  dropLocalCopy(`aside.${dossier}`)
  forgetFiling(dossier)
}
