// Writes a paper from what a transition made of a dossier: the standard slips for the applicant (TT 03/2025/TT-VPCP, 01 to
// 05) and papers of the procedure's own that nobody has to sign. What an office signs is not made up here.
import type { Dossier, DossierEvent, Paper, Procedure } from '#schemas/generated/types.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { readAt } from '../issues/json-pointer.ts'
import { durationWords } from '../text/duration-words.ts'
import { formatDate, formatMoney, vietnamDate } from '../text/format.ts'
import { findStep } from '../workflow/facts.ts'
import { legalLimit } from '../workflow/legal-clock.ts'
import type { PaperBlock, PaperModel, PaperSigner } from './paper-model.ts'
import { handings } from './control-sheet.ts'
import { printLines, questionLabel } from './print-lines.ts'
import { dayWords, slipSuffix, timeWords, yearOf } from './slip-words.ts'

export interface PaperFacts {
  paper: Paper
  procedure: Procedure
  form: CompiledForm | undefined
  before: Dossier
  after: Dossier
  /** What was decided; a step that ran out of time has no reason of its own. */
  change: { reason?: string; fields?: readonly string[] }
  actor: { name: string; roles: readonly string[] }
  /** The instant of the transition. */
  at: string
  lookUp: string
  /** What happened until then, this included: for the control sheet. */
  events?: readonly DossierEvent[]
}

const line = (label: string, text: string | undefined): PaperBlock[] => (text ? [{ kind: 'line', label, text }] : [])

/** Who filed for somebody else, and by which paper. */
const authorisedLines = ({ after: { representation } }: PaperFacts): PaperBlock[] => {
  if (!representation) return []
  const { representative = {}, authorisation = [] } = representation
  const { name, personId, address, phone, email } = representative
  return [
    ...line('Người được ủy quyền', [name, personId && `số định danh ${personId}`].filter(Boolean).join(', ')), ...line('Địa chỉ của người được ủy quyền', address),
    ...line('Liên hệ', [phone, email].filter(Boolean).join(', ')), ...line('Giấy ủy quyền', authorisation.length > 0 ? `${authorisation.length} tệp` : ''),
  ]
}

const applicantLines = (facts: PaperFacts): PaperBlock[] => {
  const { paper, procedure, form, after } = facts
  return [...line('Người nộp hồ sơ', after.applicantName), ...printLines(paper, procedure, form, after), ...authorisedLines(facts)]
}

const request = ({ procedure: { info } }: PaperFacts): PaperBlock[] => line('Nội dung yêu cầu giải quyết', `${info.name} (mã thủ tục ${info.code})`)

/** The declaration itself and each paper that is attached, by the question that asks for it. */
const attached = ({ form, after }: PaperFacts): string[] => [
  'Tờ khai điện tử',
  ...[...(form?.questions.values() ?? [])].filter(({ question }) => question['x-file']).flatMap(({ path, question }) => {
    const files = readAt(after.answers, path)
    return Array.isArray(files) && files.length > 0 ? [`${question.title ?? path} (${files.length} tệp)`] : []
  }),
]

const receipt = (facts: PaperFacts): PaperBlock[] => {
  const { procedure: { info, workflow }, after, at } = facts
  const waits = after.publicStatus === 'payment' && !after.fee?.paidAt
  const owed = after.fee && after.fee.total > 0 ? `${formatMoney(after.fee.total, 'vi')}${after.fee.paidAt ? ` (đã nộp, biên lai ${after.fee.receiptNumber ?? ''})` : ''}` : ''
  return [
    { kind: 'text', text: `${workflow && findStep(workflow, facts.before.step)?.by?.unit || info.receivingUnit || info.agency} đã tiếp nhận hồ sơ của:` },
    ...applicantLines(facts), ...request(facts),
    { kind: 'list', label: 'Thành phần hồ sơ nộp gồm:', items: attached(facts) },
    ...line('Số lượng hồ sơ', `${String(info.dossierCount ?? 1).padStart(2, '0')} bộ`),
    ...line('Phí, lệ phí', owed),
    ...line('Thời gian giải quyết hồ sơ theo quy định', workflow?.clock && `${durationWords(legalLimit(workflow.clock, after.answers), 'vi')} kể từ ngày nhận đủ hồ sơ hợp lệ`),
    ...line('Thời gian nhận hồ sơ', timeWords(after.submittedAt ?? at)),
    ...line('Thời gian trả kết quả dự kiến', after.dueAt && `${timeWords(after.dueAt)}${waits ? '; thời hạn tạm dừng cho đến khi nộp phí, lệ phí' : ''}`),
    ...line('Nơi nhận kết quả', info.receivingUnit ?? info.agency),
    ...line('Vào sổ theo dõi hồ sơ', `Quyển số ${yearOf(at)}, theo số của giấy này`),
  ]
}

const contact = ({ procedure: { info } }: PaperFacts): string => {
  const place = info.intakeAddresses?.[0]
  return [info.receivingUnit ?? info.agency, place?.address, place?.phone && `điện thoại ${place.phone}`].filter(Boolean).join(', ')
}

const supplementSlip = (facts: PaperFacts): PaperBlock[] => {
  const { form, change: { reason, fields = [] }, after } = facts
  return [
    { kind: 'text', text: 'Hồ sơ của:' }, ...applicantLines(facts), ...request(facts),
    { kind: 'list', label: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', items: fields.map((field) => (form ? questionLabel(form, field) : field)) },
    ...line('Lý do', reason),
    ...line('Bổ sung trước', after.stepDueAt && timeWords(after.stepDueAt)),
    { kind: 'text', text: `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, xin liên hệ ${contact(facts)} để được hướng dẫn.` },
  ]
}

const refusalSlip = (facts: PaperFacts): PaperBlock[] => [
  { kind: 'text', text: 'Đã tiếp nhận hồ sơ của:' }, ...applicantLines(facts), ...request(facts),
  { kind: 'text', text: 'Qua xem xét, cơ quan từ chối tiếp nhận, giải quyết hồ sơ này với lý do như sau:' }, ...line('Lý do', facts.change.reason),
  { kind: 'text', text: 'Xin thông báo để Ông/Bà được biết và thực hiện.' },
]

const day = (instant: string | undefined): string | undefined => instant && formatDate(vietnamDate(instant), 'vi')

const apology = (facts: PaperFacts): PaperBlock[] => {
  const { before, after, change } = facts
  return [
    ...line('Kính gửi', after.applicantName), ...printLines(facts.paper, facts.procedure, facts.form, after),
    ...line('Ngày tiếp nhận hồ sơ', day(after.submittedAt)), ...request(facts), ...line('Ngày hẹn trả kết quả', day(before.dueAt)),
    { kind: 'text', text: 'Hồ sơ chưa được giải quyết xong đúng thời hạn. Cơ quan xin lỗi Ông/Bà về sự chậm trễ này.' }, ...line('Lý do', change.reason),
    ...line('Hẹn lại ngày trả kết quả', after.dueAt && timeWords(after.dueAt)),
    { kind: 'text', text: 'Sự chậm trễ này đã gây phiền hà, tốn kém thời gian của Ông/Bà; mong nhận được sự thông cảm.' },
  ]
}

const stopNotice = (facts: PaperFacts): PaperBlock[] => [
  { kind: 'text', text: 'Thông báo dừng giải quyết hồ sơ của:' }, ...applicantLines(facts), ...request(facts),
  ...line('Lý do', facts.change.reason ?? (facts.before.supplement ? `Đã quá thời hạn bổ sung (${facts.before.stepDueAt ? timeWords(facts.before.stepDueAt) : ''}) mà cơ quan chưa nhận được nội dung được yêu cầu bổ sung.` : 'Đã quá thời hạn của bước này.')),
  ...line('Dừng giải quyết từ', timeWords(facts.at)),
  { kind: 'text', text: 'Ông/Bà có thể nộp hồ sơ mới khi đã chuẩn bị đủ.' },
]

const controlSheet = (facts: PaperFacts): PaperBlock[] => {
  const { procedure: { info, workflow }, after, events = [], at } = facts
  const rows = workflow ? handings(workflow, events, after) : []
  return [
    ...line('Cơ quan (bộ phận) giải quyết hồ sơ', info.executingAgency ?? info.agency), ...line('Cơ quan phối hợp giải quyết hồ sơ', info.cooperatingAgencies), ...request(facts),
    ...line('Thời gian nhận hồ sơ', timeWords(after.submittedAt ?? at)), ...line('Thời gian hẹn trả kết quả', after.dueAt && timeWords(after.dueAt)),
    {
      kind: 'table', columns: [{ title: 'Tên đơn vị', share: 4 }, { title: 'Thời gian giao, nhận hồ sơ', share: 3 }, { title: 'Kết quả giải quyết (trước hạn, đúng hạn, quá hạn)', share: 2 }, { title: 'Ghi chú', share: 3 }],
      rows: rows.map(({ from, to, time, result, remark }) => [`Giao: ${from}\nNhận: ${to}`, time, result, remark]),
    },
  ]
}

const slips: Readonly<Record<string, (facts: PaperFacts) => PaperBlock[]>> = { '01': receipt, '02': supplementSlip, '03': refusalSlip, '04': apology, '05': stopNotice, '06': controlSheet }

const ownPaper = (facts: PaperFacts): PaperBlock[] => [...request(facts), ...printLines(facts.paper, facts.procedure, facts.form, facts.after)]

const writerOf = ({ slip, signedBy }: Paper): ((facts: PaperFacts) => PaperBlock[]) | undefined => (slip !== undefined ? slips[slip] : signedBy === undefined ? ownPaper : undefined)

const signersOf = ({ paper, procedure: { workflow }, actor, after }: PaperFacts): PaperSigner[] => {
  const role = workflow?.roles.find(({ id }) => id === paper.signedBy)
  // Whose name stands below a paper is what the document says (`signedBy`), and only when that person acted.
  const office: PaperSigner[] = role ? [{ title: role.title, ...(actor.roles.includes(role.id) && { name: actor.name }) }] : []
  return paper.slip === '01' ? [{ title: 'Người nộp hồ sơ', ...(after.channel === 'online' ? { hint: '(Nộp trực tuyến)' } : { hint: '(Ký và ghi rõ họ tên)' }), ...(after.applicantName && { name: after.applicantName }) }, ...office] : office
}

/** Undefined when the paper is not asked for in this case, or is one that the office draws up and signs itself. */
export const writePaper = (facts: PaperFacts): PaperModel | undefined => {
  const { paper, procedure: { info, workflow }, before, after, at, lookUp } = facts
  const write = writerOf(paper)
  if (!write || (paper.when && !evaluateCondition(paper.when, after.answers))) return undefined
  // What an agency was called before stands in brackets: not on its letterhead.
  const agency = (info.executingAgency ?? info.agency ?? '').replace(/ *\(.*\)/, '')
  const unit = workflow && findStep(workflow, before.step)?.by?.unit
  const suffix = paper.slip && slipSuffix[paper.slip]
  return {
    ...(paper.slip !== undefined && { slip: paper.slip }), ...(suffix && { suffix }), agency, ...(unit !== undefined && unit !== agency && { unit }), title: paper.title, code: after.code ?? '', lookUp, issuedAt: at,
    blocks: write(facts), signers: signersOf(facts),
    foot: [paper.slip === undefined ? '' : `Mẫu số ${paper.slip}, Thông tư 03/2025/TT-VPCP`, `Lập trên hệ thống ${dayWords(at)}`].filter(Boolean).join('. '),
  }
}
