// Letters to people. `id` is the idempotency key: the same letter sent twice arrives once, or can be told from a new one.
export interface Letter {
  /** Letters, digits, dots and hyphens; becomes part of the Message-ID. */
  id: string
  to: string
  subject: string
  text: string
  /** The same in simple HTML. */
  html?: string
  /** Language of the letter. */
  language?: 'vi' | 'en'
}

export interface Mail {
  name: string
  /** Throws a FinalError when the receiver refuses for good. */
  send: (letter: Letter) => Promise<void>
  /** A sentence for the administrator when something is wrong; undefined when all is well. */
  checkConfig: () => Promise<string | undefined>
}

/** One address and nothing else: no list, no name, no line break that would begin a header of its own. */
export const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+\.[^\s<>()[\]\\,;:"@]+$/.test(text)
