// How risky a change is to those who have answered already (contract.md, "Revision life"), and what is told of each: the
// question, the keyword, and answers that prove it. Everything that ranks, counts or shows changes takes the words from here.
import type { Issue } from '../issues/issue.ts'
import type { Answers } from '../issues/json-pointer.ts'

/** From harmless to risky: the order is the order of risk. */
export const changeClasses = ['cosmetic', 'wider', 'asksAgain', 'losesData', 'changesMeaning'] as const
export type ChangeClass = (typeof changeClasses)[number]

/** Complete answers that were accepted and no longer are, or that lose their place; both judges have said so. */
export interface Witness {
  answers: Answers
  /** What the new judge says of them; empty where they only lose their place. */
  issues: Issue[]
}

export interface Classified {
  /** Answer path as it is from now on; as it was for what is gone; '' for the whole form. */
  path: string
  class: ChangeClass
  /** The keyword of the schema, or what stands in its place: `show`, `limit`, `check`, `migrations`, `title`, `option`, … */
  keyword?: string
  /** The rule, check or advanced rule that it comes from. */
  rule?: string
  /** The step whose form an officer fills in; absent for the form of the applicant. */
  step?: string
  /** Key of the text whose author must say whether it is the same question (meaning.ts). */
  asksMeaning?: string
  witness?: Witness
  /** A witness was looked for and not found: the class is what the rules say, on the safe side. */
  isUnproved?: true
}

/**
 * What a change is shown as: its class; or, where no verdict about answers changes, that somebody else decides, by another way or
 * another day, or that people owe something else (consequences.ts). From harmless to risky, and never a matter of words.
 */
export const shownClasses = ['cosmetic', 'wider', 'changesHandling', 'changesFee', 'asksAgain', 'losesData', 'changesMeaning'] as const satisfies readonly (ChangeClass | 'changesHandling' | 'changesFee')[]
export type ShownClass = (typeof shownClasses)[number]

export const riskOf = (changeClass: ShownClass): number => shownClasses.indexOf(changeClass)

/** The riskiest of all; nothing to tell is cosmetic. */
export const overallClass = (classified: readonly Classified[]): ChangeClass =>
  classified.reduce<ChangeClass>((worst, each) => (riskOf(each.class) > riskOf(worst) ? each.class : worst), 'cosmetic')
