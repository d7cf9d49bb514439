// Letters to people. `id` is the idempotency key: the same letter sent twice arrives once.
export interface Letter {
  id: string
  to: string
  subject: string
  text: string
}

export interface Mail {
  name: string
  send: (letter: Letter) => Promise<void>
  /** A sentence for the administrator when something is wrong; undefined when all is well. */
  checkConfig: () => Promise<string | undefined>
}
