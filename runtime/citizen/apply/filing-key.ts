// The key of one attempt to file: the same for every repetition at the same version of the dossier, so that a lost answer
// or a second press never files twice; kept over a reload.
const name = (dossier: string): string => `motcua.filing.${dossier}`

export const filingKey = (dossier: string, version: number): string => {
  try {
    const [known, key] = (sessionStorage.getItem(name(dossier)) ?? '').split(' ')
    if (known === String(version) && key) return key
    const made = crypto.randomUUID()
    sessionStorage.setItem(name(dossier), `${version} ${made}`)
    return made
  } catch {
    return `${dossier}-${version}`
  }
}
