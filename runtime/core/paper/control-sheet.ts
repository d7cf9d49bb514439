// Who handed a dossier to whom, when, and whether in time: the rows of the control sheet (phiếu kiểm soát, TT 03/2025/TT-VPCP,
// slip 06), read from the audit trail.
import type { Dossier, DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { unitOf } from '../statistics/count-events.ts'
import { promptnessOf, type Promptness } from '../statistics/promptness.ts'
import { findStep } from '../workflow/facts.ts'
import { timeWords } from './slip-words.ts'

export interface Handing {
  from: string
  to: string
  time: string
  /** Against the time of the unit that hands over. */
  result: string
  remark: string
}

const resultWords: Readonly<Record<Promptness, string>> = { early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Quá hạn', untimed: '' }

const applicant = 'Người nộp hồ sơ'

/** In a step of the office its unit has the dossier, in any other the applicant. */
const holderOf = (workflow: Workflow, step: string | undefined): string => unitOf(workflow, step) ?? applicant

const actionOf = (workflow: Workflow, { from, action, type, reason }: DossierEvent): string => {
  const title = type === 'act' ? findStep(workflow, from)?.actions?.find(({ id }) => id === action)?.title : type === 'expire' ? 'Hết thời hạn của bước' : undefined
  return [title, reason].filter(Boolean).join(': ')
}

/** Only what went on to another step is handed over. */
export const handings = (workflow: Workflow, events: readonly DossierEvent[], { submittedAt }: Pick<Dossier, 'submittedAt'>): Handing[] =>
  events.filter(({ from, to }) => from !== to).map((event) => {
    const isFiling = event.type === 'submit'
    const isOffice = findStep(workflow, event.from)?.by !== undefined
    return {
      from: isFiling ? applicant : holderOf(workflow, event.from), to: holderOf(workflow, event.to), time: timeWords(isFiling ? submittedAt ?? event.at : event.at),
      result: isOffice ? resultWords[promptnessOf(event.at, event.stepDueAt)] : '', remark: isFiling ? 'Tiếp nhận hồ sơ' : actionOf(workflow, event),
    }
  })
