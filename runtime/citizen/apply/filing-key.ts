// The key of one attempt to file: the same for every repetition at the same version of the dossier, so that a lost answer or a
// second press never files twice. It outlives a closed window, as does the wish to file that still waits for a line.
const keyName = (dossier: string): string => `motcua.filing.${dossier}`
const waitName = (dossier: string): string => `motcua.filing-waits.${dossier}`

// Private windows may refuse storage; the key then follows from the version alone.
const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

export const filingKey = (dossier: string, version: number): string => attempt(() => {
  const [known, key] = (localStorage.getItem(keyName(dossier)) ?? '').split(' ')
  if (known === String(version) && key) return key
  const made = crypto.randomUUID()
  localStorage.setItem(keyName(dossier), `${version} ${made}`)
  return made
}) ?? `${dossier}-${version}`

/** Whether somebody asked to file and the line has not let it through yet. */
export const isFilingWaiting = (dossier: string): boolean => attempt(() => localStorage.getItem(waitName(dossier)) !== null) ?? false

export const keepFilingWaiting = (dossier: string, waits: boolean): void => void attempt(() => (waits ? localStorage.setItem(waitName(dossier), '1') : localStorage.removeItem(waitName(dossier))))

export const forgetFiling = (dossier: string): void => {
  keepFilingWaiting(dossier, false)
  attempt(() => localStorage.removeItem(keyName(dossier)))
}
