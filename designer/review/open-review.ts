// One change request as its page holds it: what was read, what stands around it, whether something else is in force by now. Whatever
// is decided is about the content that was read; where that moved, it is read again and what is new since is kept to be shown.
import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import { can } from '#core/access/can.ts'
import type { DifferenceGroup } from '#core/change/group-differences.ts'
import type { Reply } from '#runtime/client/http.ts'
import { useSession } from '#runtime/client/session.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { ChangeRequest, ChangeStanding, Problem, Procedure } from '#schemas/generated/types.ts'
import { fetchStanding, openRequest, type OpenRequest } from '../client/change-requests.ts'
import { openProcedure } from '../client/drafts.ts'
import { toldChanges } from './told-changes.ts'

export interface Review {
  opened: ShallowRef<OpenRequest | undefined>
  standing: ShallowRef<ChangeStanding | undefined>
  problem: ShallowRef<Problem | undefined>
  /** What was read before the draft moved, until it is put aside. */
  readBefore: ShallowRef<Procedure | undefined>
  /** What it is held against; absent where nothing was published before. */
  before: ComputedRef<Procedure | undefined>
  groups: ComputedRef<DifferenceGroup[]>
  /** Another revision than its base is in force, or none any more. */
  isOvertaken: ComputedRef<boolean>
  /** No revision is in force any more. */
  isWithdrawn: ComputedRef<boolean>
  /** What it published is what citizens file under now. */
  isInForce: ComputedRef<boolean>
  isOpen: ComputedRef<boolean>
  isAuthor: ComputedRef<boolean>
  /** Authors say what a change means and what becomes of people. */
  mayPlan: ComputedRef<boolean>
  /** Reviewers who wrote nothing of it. */
  mayDecide: ComputedRef<boolean>
  load(): Promise<void>
  /** Takes what the server answered to an act, or the problem; where something moved, all of it is read again. */
  take(reply: Reply<unknown>): Promise<Problem | undefined>
}

const reviewKey: InjectionKey<Review> = Symbol('review')

/** The request that the page is about. */
export const useReview = (): Review => {
  const review = inject(reviewKey, undefined)
  if (!review) throw new Error('This piece stands outside of a change request')
  return review
}

const over: readonly ChangeRequest['state'][] = ['published', 'closed']

/** What may be done with it, and by whom. */
const rightsIn = (opened: Review['opened'], standing: Review['standing']): Pick<Review, 'isOpen' | 'isAuthor' | 'mayPlan' | 'mayDecide'> => {
  const { account } = useSession()
  const isOpen = computed(() => opened.value !== undefined && !over.includes(opened.value.changeRequest.state))
  const isAuthor = computed(() => {
    const id = account.value?.id
    return id !== undefined && (id === opened.value?.changeRequest.authorId || (standing.value?.authors.includes(id) ?? false))
  })
  const isOnes = (permission: 'procedure.design' | 'procedure.review'): boolean => can(account.value ?? null, permission)
  return {
    isOpen, isAuthor,
    mayPlan: computed(() => isOpen.value && isAuthor.value && isOnes('procedure.design')),
    mayDecide: computed(() => isOpen.value && !isAuthor.value && isOnes('procedure.review')),
  }
}

export const provideReview = (id: () => string): Review => {
  const opened = shallowRef<OpenRequest>()
  const standing = shallowRef<ChangeStanding>()
  const problem = shallowRef<Problem>()
  const readBefore = shallowRef<Procedure>()
  const inForce = shallowRef<{ hash?: string }>()

  const load = async (): Promise<void> => {
    const [request, around] = await Promise.all([openRequest(id()), fetchStanding(id())])
    problem.value = [request, around].flatMap((reply) => (reply.ok ? [] : [reply.problem]))[0]
    if (!request.ok || !around.ok) return
    opened.value = request.value
    standing.value = around.value
    const procedure = await openProcedure(request.value.changeRequest.procedureId)
    if (procedure.ok) inForce.value = procedure.value.publishedHash === undefined ? {} : { hash: procedure.value.publishedHash }
  }

  const take = async (reply: Reply<unknown>): Promise<Problem | undefined> => {
    const read = opened.value
    if (reply.ok || reply.problem.status === 409) await load()
    if (reply.ok) return undefined
    if (read && opened.value?.changeRequest.hash !== read.changeRequest.hash) readBefore.value ??= read.document
    return reply.problem
  }

  const before = computed(() => {
    const { changeRequest, published } = opened.value ?? {}
    // What is published already would be compared with itself.
    return changeRequest?.state === 'published' && changeRequest.base === undefined ? undefined : published
  })
  const rights = rightsIn(opened, standing)
  const review: Review = {
    opened, standing, problem, readBefore, before, load, take, ...rights,
    groups: computed(() => (opened.value ? toldChanges(before.value, opened.value.document, locale.value, opened.value.changeRequest.meanings) : [])),
    isInForce: computed(() => inForce.value?.hash !== undefined && inForce.value.hash === opened.value?.changeRequest.hash),
    isWithdrawn: computed(() => inForce.value !== undefined && inForce.value.hash === undefined),
    isOvertaken: computed(() => rights.isOpen.value && inForce.value !== undefined && inForce.value.hash !== opened.value?.changeRequest.base),
  }
  provide(reviewKey, review)
  return review
}
