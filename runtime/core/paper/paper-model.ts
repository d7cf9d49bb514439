// A paper that the office issues, before anything is drawn: who to whom, what it says in which order, who signs. What is
// drawn from it later says the same, however the dossier went on (TT 03/2025/TT-VPCP, slips 01 to 07).

export type PaperBlock =
  | { kind: 'line'; label: string; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; label: string; items: string[] }
  | { kind: 'table'; columns: { title: string; share: number }[]; rows: string[][] }

export interface PaperSigner {
  /** In which capacity. */
  title: string
  hint?: string
  name?: string
}

export interface PaperModel {
  /** Number of the standard slip; absent for papers of the procedure's own. */
  slip?: string
  agency: string
  unit?: string
  /** Stands behind the number of the register: 12/TNHS. */
  suffix?: string
  title: string
  /** Code of the dossier. */
  code: string
  /** Where its progress is looked up; drawn as a QR code. */
  lookUp: string
  issuedAt: string
  blocks: PaperBlock[]
  /** From left to right; the office signs last. */
  signers: PaperSigner[]
  foot: string
}
