// The organisation as it is on the screen: read once, replaced by what the server tells after each change; what somebody else
// changed meanwhile is shown, and asked for again.
import { shallowRef } from 'vue'
import type { Reply } from '#runtime/client/http.ts'
import type { OrganisationView, Problem } from '#schemas/generated/types.ts'
import { fetchOrganisation } from '../client/organisation.ts'

export const useOrganisation = () => {
  const view = shallowRef<OrganisationView>()
  const problem = shallowRef<Problem>()

  const take = (reply: Reply<OrganisationView>): Problem | undefined => {
    if (reply.ok) view.value = reply.value
    return reply.ok ? undefined : reply.problem
  }
  const load = async (): Promise<void> => {
    problem.value = take(await fetchOrganisation())
  }
  /** The problem, if there is one. After a stale change the present state is on the screen. */
  const change = async (ask: (seen: number) => Promise<Reply<OrganisationView>>): Promise<Problem | undefined> => {
    const failed = take(await ask(view.value!.version))
    if (failed?.type === '/problems/stale') await load()
    return failed
  }
  return { view, problem, load, change }
}

export type Change = ReturnType<typeof useOrganisation>['change']
