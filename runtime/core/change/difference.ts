// One difference between two documents of a procedure: what it is about, what was there and what is there now, and the edits
// (RFC 6902) that carry it out. Whoever reviews reads its sentence; whoever applies takes the differences in their order.

export interface PatchOperation {
  op: 'add' | 'remove' | 'replace'
  path: string
  value?: unknown
}

export type DifferentPart =
  | 'information' | 'page' | 'question' | 'option' | 'codeList' | 'rule' | 'check' | 'fee' | 'workflow' | 'role' | 'step' | 'action' | 'paper' | 'scenario' | 'settings'

export type DifferenceKind = 'added' | 'removed' | 'moved' | 'renamed' | 'changed'

/** Where it is: as things are called now, or as they were called when they are gone. */
export interface DifferencePlace {
  /** Path of the answer. */
  path?: string
  /** Of a page, rule, check, fee, step, paper; the value of an option; what tells an entry of a list from the others. */
  id?: string
  page?: string
  /** The step whose own form, decision or table it is in. */
  step?: string
  /** Of an option of a shared list: the list. */
  listId?: string
}

export interface Difference {
  /** The same for the same difference, however often it is looked for: question:/applicant/taxCode:required. */
  id: string
  part: DifferentPart
  kind: DifferenceKind
  at: DifferencePlace
  /** Absent for what was added or removed as a whole. An entry of a list has the name of the list. */
  setting?: string
  /** It is an entry of the list that `setting` names: a row of a fee table, a way out of a step. */
  entry?: true
  before?: unknown
  after?: unknown
  ops: PatchOperation[]
}
