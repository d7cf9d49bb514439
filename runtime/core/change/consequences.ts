// What a change does to a dossier besides to its answers: what people owe, and who decides, by which way and by which day. No
// validator sees it, so it has no class (contract.md, "Revision life"); whoever reviews must not take it for other words.
import { isRecord } from '../issues/json-pointer.ts'
import type { ShownClass } from './change-class.ts'
import type { Difference } from './difference.ts'
import { isEqual } from './equal.ts'

export type Consequence = Extract<ShownClass, 'changesFee' | 'changesHandling'>

/** What people only read. */
const words = new Set(['title', 'description', 'message', 'reason', 'note', 'x-i18n', 'legalBasis', 'tone', 'publicStatus', 'portalStatus'])

/** Lists of which the first that holds wins; in others the order says nothing. */
const inOrder = new Set(['rows.order', 'branches.order', 'cases.order'])

/** Of what a procedure says of itself: who may file and until when, and who answers for it. */
const ofInformation: Readonly<Record<string, Consequence>> = {
  feeExemptions: 'changesFee', identification: 'changesHandling', channels: 'changesHandling', closedFrom: 'changesHandling', closedUntil: 'changesHandling',
  agency: 'changesHandling', 'agencyCode': 'changesHandling', executingAgency: 'changesHandling', delegatedAgency: 'changesHandling',
}

const ofPart: Partial<Record<Difference['part'], Consequence>> = {
  fee: 'changesFee', workflow: 'changesHandling', role: 'changesHandling', step: 'changesHandling', action: 'changesHandling', paper: 'changesHandling',
}

const isEntryInWords = ({ entry, before, after }: Difference): boolean =>
  entry === true && isRecord(before) && isRecord(after) && [...new Set([...Object.keys(before), ...Object.keys(after)])].every((name) => words.has(name) || isEqual(before[name], after[name]))

export const consequenceOf = (difference: Difference): Consequence | undefined => {
  const { part, kind, setting } = difference
  const found = part === 'information' ? ofInformation[setting ?? ''] : part === 'settings' && setting === 'workflow' ? 'changesHandling' : ofPart[part]
  if (setting === undefined || found === undefined) return found
  if (kind === 'moved') return inOrder.has(setting) ? found : undefined
  return words.has(setting) || isEntryInWords(difference) ? undefined : found
}
