// Where signing in leads to: back to where the person was going (`?next=`), never out of this site. Whoever began something
// here without an account is led to where it can be taken over, not back to a page that is still the guest's.

const here = 'http://here'

/** Addresses that belong to one dossier; after signing in they may still be the guest's, and then are not found. */
const ofOneDossier = /^\/(nop|ho-so)\//

/** The address as a path of this site (with query and fragment), undefined when a browser would read another site in it (RFC 3986; WHATWG URL: `//`, `\`, tabs, `/.//`). */
export const ownPath = (address: string): string | undefined => {
  if (!address.startsWith('/') || !URL.canParse(address, here)) return undefined
  const { origin, pathname, search, hash } = new URL(address, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : undefined
}

/** `guestDossiers`: how many dossiers this browser's guest has, besides the account that has just signed in. */
export const afterSignIn = (next: string | undefined, guestDossiers: number): string => {
  const wanted = (next === undefined ? undefined : ownPath(next)) ?? '/'
  return guestDossiers > 0 && (wanted === '/' || ofOneDossier.test(wanted)) ? '/ho-so' : wanted
}
