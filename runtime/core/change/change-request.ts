// The life of a change request: sent, asked back, approved part by part, scheduled, published. Every step is
// (request, event, context) → request or refusal, like a dossier's transition. What was approved is a content, by its hash: once
// the draft, its base or the plan for people is another one, no approval of before counts.
import type { Approval, ChangePart, ChangePlan, ChangeRequest } from '#schemas/generated/types.ts'
import { riskOf, type ChangeClass } from './change-class.ts'
import { partsOf } from './approvers.ts'
import { publicationInstant } from './publication-instant.ts'
import type { ChangeContext } from './change-context.ts'

export type ChangeEvent =
  /** The author sends the draft, for the first time or again. */
  | { type: 'send'; hash: string; parts: ChangePart[]; base?: string; comment: string }
  /** The draft was saved with other content. */
  | { type: 'move'; hash: string; parts: ChangePart[] }
  /** Another revision is in force than the one that the draft was held against. */
  | { type: 'rebase'; parts: ChangePart[]; base?: string }
  | { type: 'plan'; plan: ChangePlan }
  | { type: 'review'; verdict: Approval['verdict']; hash: string; parts?: ChangePart[]; comment?: string }
  | { type: 'schedule'; at: string }
  | { type: 'unschedule' }
  /** Now, by a person; or when its time has come. */
  | { type: 'publish'; by: 'person' | 'clock' }
  | { type: 'close' }

export type ChangeRefusal =
  | 'change.notOpen' | 'change.byAuthor' | 'change.notYourPart' | 'change.otherContent' | 'change.otherBase' | 'change.nothingChanged' | 'change.reasonMissing'
  | 'change.dispositionMissing' | 'change.meaningMissing' | 'change.noInstant' | 'change.tooEarly'

export type Changed = { request: ChangeRequest } | { refused: ChangeRefusal }

type Judge<Type extends ChangeEvent['type']> = (request: ChangeRequest, event: Extract<ChangeEvent, { type: Type }>, context: ChangeContext) => Changed

const refuse = (refused: ChangeRefusal): Changed => ({ refused })
const is = ({ state }: ChangeRequest, ...states: ChangeRequest['state'][]): boolean => states.includes(state)
const isOpen = (request: ChangeRequest): boolean => !is(request, 'published', 'closed')
const isDecided = (request: ChangeRequest): boolean => is(request, 'approved', 'scheduled')

/** Approvals that count: of this very content. */
export const standingApprovals = ({ approvals, hash }: Pick<ChangeRequest, 'approvals' | 'hash'>): Approval[] =>
  approvals.filter((each) => each.verdict === 'approve' && each.void === undefined && each.hash === hash)

/** Touched parts that nobody has approved yet. */
export const partsLeft = (request: Pick<ChangeRequest, 'parts' | 'approvals' | 'hash'>): ChangePart[] => {
  const approved = new Set(standingApprovals(request).map(({ part }) => part))
  return request.parts.filter((part) => !approved.has(part))
}

const voided = (request: ChangeRequest): ChangeRequest => ({
  ...request, ...(isDecided(request) && { state: 'in-review' as const }),
  approvals: request.approvals.map((each) => (each.verdict === 'approve' && each.void === undefined ? { ...each, void: true as const } : each)),
})

/** Without the members that are named. */
const without = <Name extends keyof ChangeRequest>(request: ChangeRequest, ...names: Name[]): ChangeRequest =>
  Object.fromEntries(Object.entries(request).filter(([name]) => !(names as string[]).includes(name))) as unknown as ChangeRequest

const held = (request: ChangeRequest, base: string | undefined, parts: ChangePart[]): ChangeRequest =>
  ({ ...without(request, 'base'), ...(base !== undefined && { base }), parts })

const send: Judge<'send'> = (request, { hash, parts, base, comment }) => {
  if (isDecided(request)) return refuse('change.notOpen')
  if (parts.length === 0) return refuse('change.nothingChanged')
  const same = hash === request.hash && base === request.base
  const sent = held(same ? request : voided(request), base, parts)
  return { request: { ...sent, hash, state: 'in-review', comment: comment || request.comment } }
}

// What was asked to be changed stays asked until the author sends it again; meanwhile every save moves the draft.
const move: Judge<'move'> = (request, { hash, parts }) => (hash === request.hash ? { request } : { request: { ...voided(request), hash, parts } })

const rebase: Judge<'rebase'> = (request, { base, parts }) => ({ request: held(voided(request), base, parts) })

/** `null` takes away, what is absent stays. */
const applied = (request: ChangeRequest, { comment, meanings, disposition, legalBasis }: ChangePlan): ChangeRequest => {
  const gone = ([['disposition', disposition], ['legalBasis', legalBasis]] as const).flatMap(([name, value]) => (value === null ? [name] : []))
  return {
    ...without(request, ...gone), ...(comment !== undefined && { comment }), ...(meanings !== undefined && { meanings }),
    ...(disposition && { disposition }), ...(legalBasis && { legalBasis }),
  }
}

const planned = (request: ChangeRequest, publishAt: ChangePlan['publishAt']): Changed => {
  if (publishAt === undefined) return { request }
  const at = publishAt === null ? undefined : publicationInstant(publishAt)
  if (publishAt !== null && at === undefined) return refuse('change.noInstant')
  if (at === request.publishAt) return { request }
  // Who approved did not decide about the day; who schedules does.
  return { request: { ...without(request, 'publishAt'), ...(at !== undefined && { publishAt: at }), ...(is(request, 'scheduled') && { state: 'approved' as const }) } }
}

const plan: Judge<'plan'> = (request, { plan: wanted }) => {
  const next = applied(request, wanted)
  const meansOther = JSON.stringify([next.disposition, next.meanings]) !== JSON.stringify([request.disposition, request.meanings])
  return planned(meansOther ? voided(next) : next, wanted.publishAt)
}

/** What the class of the change obliges its author to say before anybody approves. */
const unsaid = ({ disposition, meanings = {} }: ChangeRequest, { class: overall, people, meaningsAsked }: ChangeContext): ChangeRefusal | undefined => {
  if (meaningsAsked.some((key) => meanings[key] === undefined)) return 'change.meaningMissing'
  return needsDisposition(overall, people) && disposition === undefined ? 'change.dispositionMissing' : undefined
}

export const needsDisposition = (overall: ChangeClass, { drafts, open }: ChangeContext['people']): boolean => riskOf(overall) >= riskOf('asksAgain') && drafts + open > 0

const approve = (request: ChangeRequest, approvals: Approval[], context: ChangeContext): Changed => {
  if (request.parts.length === 0) return refuse('change.nothingChanged')
  const missing = unsaid(request, context)
  if (missing) return refuse(missing)
  const next = { ...request, approvals: [...request.approvals, ...approvals] }
  return { request: { ...next, state: partsLeft(next).length === 0 ? 'approved' : 'in-review' } }
}

const review: Judge<'review'> = (request, { verdict, hash, parts, comment }, context) => {
  // Who approved may still have doubts; nobody approves twice.
  if (!is(request, 'in-review') && !(verdict === 'ask-changes' && isDecided(request))) return refuse('change.notOpen')
  if (context.authors.includes(context.actor.id)) return refuse('change.byAuthor')
  if (hash !== request.hash || context.draftHash !== request.hash) return refuse('change.otherContent')
  const mine = partsOf(context.actor, request.parts, context.approvers, context.authors)
  // Whoever approves may do so part by part, and no part twice; whoever asks for changes speaks for all that is theirs.
  const left = partsLeft(request)
  const open = verdict === 'approve' ? mine.filter((part) => left.includes(part)) : mine
  const wanted = parts ?? open
  if (request.parts.length > 0 && (wanted.length === 0 || wanted.some((part) => !open.includes(part)))) return refuse('change.notYourPart')
  const approvals = wanted.map((part): Approval => ({ part, by: context.actor.name, byId: context.actor.id, at: context.now, hash, verdict, ...(comment !== undefined && { comment }) }))
  if (verdict === 'approve') return approve(request, approvals, context)
  if (!comment?.trim()) return refuse('change.reasonMissing')
  const back = voided(request)
  return { request: { ...back, state: 'changes-asked', approvals: [...back.approvals, ...approvals] } }
}

/** The base must still be in force, and the draft what was approved. */
const moved = (request: ChangeRequest, { published, draftHash }: ChangeContext): ChangeRefusal | undefined => {
  if (draftHash !== request.hash) return 'change.otherContent'
  return published === request.base ? undefined : 'change.otherBase'
}

const schedule: Judge<'schedule'> = (request, { at }, context) => {
  if (!isDecided(request)) return refuse('change.notOpen')
  if (context.authors.includes(context.actor.id)) return refuse('change.byAuthor')
  const instant = publicationInstant(at)
  if (instant === undefined || instant <= context.now) return refuse('change.noInstant')
  const gone = moved(request, context)
  return gone ? refuse(gone) : { request: { ...request, state: 'scheduled', publishAt: instant } }
}

const unschedule: Judge<'unschedule'> = (request) => (is(request, 'scheduled') ? { request: { ...without(request, 'publishAt'), state: 'approved' } } : refuse('change.notOpen'))

const publish: Judge<'publish'> = (request, { by }, context) => {
  if (!(by === 'clock' ? is(request, 'scheduled') : isDecided(request))) return refuse('change.notOpen')
  if (by === 'person' && context.authors.includes(context.actor.id)) return refuse('change.byAuthor')
  if (by === 'clock' && (request.publishAt ?? '') > context.now) return refuse('change.tooEarly')
  const gone = moved(request, context)
  return gone ? refuse(gone) : { request: { ...request, state: 'published' } }
}

const close: Judge<'close'> = (request) => ({ request: { ...request, state: 'closed' } })

const judges: { [Type in ChangeEvent['type']]: Judge<Type> } = { send, move, rebase, plan, review, schedule, unschedule, publish, close }

export const changeRequest = (request: ChangeRequest, event: ChangeEvent, context: ChangeContext): Changed =>
  (isOpen(request) ? (judges[event.type] as Judge<ChangeEvent['type']>)(request, event, context) : refuse('change.notOpen'))

/** The last word of a reviewer that counts, for those who read one only. */
export const decisionOf = ({ state, approvals }: ChangeRequest): ChangeRequest['decision'] => {
  const verdict = state === 'changes-asked' ? 'ask-changes' : 'approve'
  const last = approvals.findLast((each) => each.void === undefined && each.verdict === verdict)
  return last && { by: last.by, at: last.at, verdict, ...(last.comment !== undefined && { comment: last.comment }) }
}
