// Ready-made pieces of a workflow: what an author inserts on a way between two steps. Each is built around the way: where it comes
// from, where it led, and the ends and roles that it needs.
import type { Action, Assignment, Duration, OpinionRequest, Step, StepTimer } from '#schemas/generated/types.ts'
import { fieldVisit } from './visit-form.ts'

export type PatternId = 'approval' | 'twoEyes' | 'council' | 'visit' | 'supplement' | 'payment' | 'opinions' | 'agency'

/** What a pattern is put between, and how its steps are called there. */
export interface Surroundings {
  /** Where the way led before, and leads again after the pattern. */
  onward: string
  /** The officer's step that the way comes from; absent where nobody acts, and nothing can be sent back. */
  from?: string
  /** An id that no step has yet. */
  id: (title: string) => string
  /** The end of this outcome, made if there is none. */
  end: (outcome: 'refused' | 'stopped') => string
  /** Of a council: members, and votes in favour that decide. */
  members: number
  need: number
}

type Words = readonly [vi: string, en: string]

const titled = ([title, en]: Words): Pick<Step, 'title' | 'x-i18n'> => ({ title, 'x-i18n': { en: { title: en } } })
const days = (amount: number): Duration => ({ amount, unit: 'workingDay' })
const action = (id: string, words: Words, to: string, more: Partial<Action> = {}): Action => ({ id, ...titled(words), to, tone: 'neutral', ...more })
const onwards = (id: string, words: Words, to: string): Action => action(id, words, to, { tone: 'primary' })
const refusal = (id: string, words: Words, to: string): Action => action(id, words, to, { asks: ['reason'], tone: 'danger' })
const backTo = (from: string | undefined, words: Words = ['Trả lại bước trước', 'Send back']): Action[] => (from === undefined ? [] : [action('send-back', words, from, { asks: ['reason'] })])
const remind: StepTimer = { id: 'remind', before: days(1), of: 'stepDue', do: 'remind' }
const escalate: StepTimer = { id: 'late', of: 'stepDue', do: 'escalate', role: 'head' }

const task = (id: string, words: Words, by: Assignment, amount: number, actions: Action[], more: Partial<Step> = {}): Step =>
  ({ id, kind: 'task', ...titled(words), by, within: days(amount), publicStatus: 'processing', portalStatus: 4, clock: 'running', actions, ...more })

const opinion = (n: number, words: Words, by: Assignment): OpinionRequest => ({ id: `y-kien-${n}`, ...titled(words), by, within: days(3), onExpiry: 'waits' })

const opinionStep = (id: string, words: Words, opinions: OpinionRequest[], more: Partial<Step>): Step =>
  ({ id, kind: 'opinions', ...titled(words), by: { role: 'specialist' }, opinions, timers: [remind, escalate], publicStatus: 'processing', portalStatus: 4, clock: 'running', ...more })

const approval = ({ id, onward, from, end }: Surroundings): Step[] => [
  task(id('Phê duyệt'), ['Phê duyệt', 'Approval'], { role: 'head' }, 1, [
    onwards('approve', ['Phê duyệt', 'Approve'], onward), ...backTo(from), refusal('refuse', ['Không phê duyệt', 'Do not approve'], end('refused'))]),
]

const twoEyes = ({ id, onward, end }: Surroundings): Step[] => {
  const [first, second] = [id('Thẩm định lần một'), id('Thẩm định lần hai')]
  return [
    task(first, ['Thẩm định lần một', 'First appraisal'], { role: 'specialist' }, 2, [onwards('propose', ['Trình người thứ hai', 'Pass to the second person'], second)]),
    task(second, ['Thẩm định lần hai', 'Second appraisal'], { role: 'unit-head' }, 1, [
      onwards('confirm', ['Đồng ý với thẩm định lần một', 'Confirm'], onward), ...backTo(first, ['Trả lại người thứ nhất', 'Send back to the first person']), refusal('refuse', ['Từ chối', 'Refuse'], end('refused'))]),
  ]
}

const council = ({ id, onward, end, members, need }: Surroundings): Step[] => [
  opinionStep(id('Hội đồng biểu quyết'), ['Hội đồng biểu quyết', 'The council votes'],
    Array.from({ length: members }, (_each, i) => opinion(i + 1, [`Thành viên hội đồng ${i + 1}`, `Member of the council ${i + 1}`], { role: 'specialist' })),
    { need: Math.min(need, members), otherwise: onward, against: end('refused') }),
]

const visit = ({ id, onward, from, end }: Surroundings): Step[] => [
  task(id('Kiểm tra thực tế'), ['Kiểm tra thực tế', 'Field inspection'], { role: 'specialist' }, 5, [
    onwards('passed', ['Đạt yêu cầu', 'Requirements met'], onward), ...backTo(from), refusal('failed', ['Không đạt yêu cầu', 'Requirements not met'], end('refused'))],
  { form: fieldVisit(), timers: [remind] }),
]

const supplement = ({ id, onward, end }: Surroundings): Step[] => {
  const [check, wait] = [id('Kiểm tra thành phần hồ sơ'), id('Chờ bổ sung hồ sơ')]
  return [
    task(check, ['Kiểm tra thành phần hồ sơ', 'Check of the dossier'], { role: 'one-stop' }, 1, [
      onwards('complete', ['Hồ sơ đầy đủ, hợp lệ', 'Complete and valid'], onward), action('ask', ['Yêu cầu bổ sung', 'Ask for a supplement'], wait, { asks: ['reason', 'fields'] })]),
    { id: wait, kind: 'applicant', ...titled(['Chờ bổ sung hồ sơ', 'Waiting for the supplement']), within: { amount: 30, unit: 'day' }, publicStatus: 'supplement', portalStatus: 5, clock: 'paused',
      timers: [{ id: 'remind', before: { amount: 5, unit: 'day' }, of: 'stepDue', do: 'remind' }], onExpiry: { to: end('stopped') } },
  ]
}

const payment = ({ id, onward, end }: Surroundings): Step[] => [
  { id: id('Nộp phí, lệ phí'), kind: 'payment', ...titled(['Nộp phí, lệ phí', 'Payment of fees and charges']), within: { amount: 15, unit: 'day' }, publicStatus: 'payment', portalStatus: 6, clock: 'paused', resume: 'rest',
    timers: [{ id: 'remind', before: { amount: 3, unit: 'day' }, of: 'stepDue', do: 'remind' }], otherwise: onward, onExpiry: { to: end('stopped') } },
]

const opinions = ({ id, onward }: Surroundings): Step[] => [
  opinionStep(id('Lấy ý kiến các đơn vị'), ['Lấy ý kiến các đơn vị', 'Opinions of other units'], [
    { ...opinion(1, ['Ý kiến đơn vị chuyên môn', 'Opinion of the specialised unit'], { role: 'specialist', unit: 'Đơn vị chuyên môn' }) },
    { ...opinion(2, ['Ý kiến đơn vị pháp chế', 'Opinion of the legal unit'], { role: 'specialist', unit: 'Đơn vị pháp chế' }) },
  ], { otherwise: onward }),
]

const agency = ({ id, onward, end }: Surroundings): Step[] => {
  const [send, there] = [id('Chuyển hồ sơ liên thông'), id('Giải quyết tại cơ quan phối hợp')]
  return [
    task(send, ['Chuyển hồ sơ liên thông', 'Pass the dossier to the other authority'], { role: 'one-stop' }, 1, [onwards('send', ['Chuyển hồ sơ', 'Pass it on'], there)]),
    task(there, ['Giải quyết tại cơ quan phối hợp', 'Handled by the other authority'], { role: 'specialist', agency: 'Cơ quan phối hợp' }, 5, [
      onwards('answered', ['Đã có kết quả', 'Result given'], onward), ...backTo(send, ['Trả lại cơ quan chủ trì', 'Send back to the lead authority']), refusal('refuse', ['Không đủ điều kiện', 'Conditions not met'], end('refused'))],
    { timers: [remind, escalate] }),
  ]
}

export const patterns: Readonly<Record<PatternId, (around: Surroundings) => Step[]>> = { approval, twoEyes, council, visit, supplement, payment, opinions, agency }

export const patternIds = Object.keys(patterns) as PatternId[]
