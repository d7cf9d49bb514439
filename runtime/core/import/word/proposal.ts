// A question that a paper form seems to ask: proposed with what it was read from, for a person to accept, change or skip.
export interface Proposal {
  id: string
  title: string
  /** Field type of the catalogue. */
  type: string
  options?: string[]
  columns?: { title: string; type: string }[]
  section: string
  required: boolean
  description?: string
  /** The words of the source. */
  snippet: string
}

export type Found = Omit<Proposal, 'id' | 'section'>
