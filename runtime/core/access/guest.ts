// Somebody who files without an account: an actor of their own, who owns dossiers as any applicant does, and who is known
// again by a code that can be written down and read out.
const prefix = 'guest:'

export const guestActorId = (guest: string): string => prefix + guest

export const isGuest = ({ id }: { id: string }): boolean => id.startsWith(prefix)

/** Crockford's alphabet: no letter that can be taken for a figure or for another letter. */
export const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen signs of five bits: 80 bits, which nobody guesses. */
export const codeLength = 16

const misread: Record<string, string> = { O: '0', I: '1', L: '1' }

/** What was typed, as the code that was meant: spaces, dashes, case and O for 0 do not matter. Undefined when it cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const letters = typed.slice(0, 200).normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[OIL]/g, (letter) => misread[letter]!)
  return letters.length === codeLength && !letters.includes('U') ? letters : undefined
}

/** In groups of four, as it is shown, read out and written down. */
export const groupCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')
