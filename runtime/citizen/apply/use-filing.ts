// Files a draft or sends a supplement: saves what is not saved, sends once however often it is pressed, and brings a
// refusal back to the questions. Without a line it waits, over a closed window too, and is sent as soon as there is one.
import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref } from 'vue'
import { getDossier, sendSupplement, submitDossier } from '#runtime/client/dossiers.ts'
import type { Reply } from '#runtime/client/http.ts'
import { showProblem } from '#runtime/form/show-problem.ts'
import type { Dossier, Problem } from '#schemas/generated/types.ts'
import { useRouter } from '../navigation/use-router.ts'
import { filingKey, isFilingWaiting, keepFilingWaiting } from './filing-key.ts'
import { forgetApplication } from './forget-application.ts'
import type { Application } from './use-application.ts'

export interface Filing {
  busy: Ref<boolean>
  /** What the server refused, besides faults of answers. */
  problem: Ref<Problem | undefined>
  /** Asked for without a line: sent by itself as soon as there is one. */
  waiting: Ref<boolean>
  file(): Promise<void>
  /** The person thought better of it while it waited. */
  cancel(): void
}

const retryAfter = 20_000

/** A wish that waits for a line: remembered, tried again now and then and when the line is back. */
const useWaiting = (dossier: string, retry: () => void) => {
  const waiting = ref(isFilingWaiting(dossier))
  const set = (waits: boolean): void => {
    waiting.value = waits
    keepFilingWaiting(dossier, waits)
  }
  if (typeof window === 'undefined') return { waiting, set }
  const again = (): void => { if (waiting.value) retry() }
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    timer = setInterval(again, retryAfter)
    window.addEventListener('online', again)
    again()
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    window.removeEventListener('online', again)
  })
  return { waiting, set }
}

export const useFiling = ({ dossier, form, saving, supplement }: Application, refused: () => void): Filing => {
  const router = useRouter()
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  const { waiting, set: setWaiting } = useWaiting(dossier.id, () => void file())

  const send = (): Promise<Reply<{ dossier: Dossier }>> =>
    supplement ? sendSupplement(dossier.id, saving.version()) : submitDossier(dossier.id, saving.version(), filingKey(dossier.id, saving.version()))

  /** An answer that got lost leaves it open whether the dossier arrived: the server knows. */
  const hasArrived = async (): Promise<boolean> => {
    const now = await getDossier(dossier.id)
    return now.ok && (supplement ? !now.value.dossier.supplement : now.value.dossier.state !== 'draft')
  }

  const done = (): void => {
    forgetApplication(dossier.id)
    void router.replace({ name: 'submitted', params: { id: dossier.id }, query: supplement ? { supplement: '1' } : {} })
  }

  const refuse = (fault: Problem): void => {
    setWaiting(fault.type === '/problems/offline')
    if (waiting.value) return
    const { issues, others } = showProblem(fault)
    form.issues.hold(issues)
    problem.value = issues.length > 0 && others.length === 0 ? undefined : fault
    if (issues.length > 0) refused()
  }

  const file = async (): Promise<void> => {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    try {
      // An earlier attempt may have arrived although its answer did not.
      if (!(await saving.complete())) return await hasArrived() ? done() : setWaiting(saving.state.value.kind === 'offline')
      const reply = await send()
      if (reply.ok || (reply.problem.status === 409 && await hasArrived())) return done()
      refuse(reply.problem)
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, waiting, file, cancel: () => setWaiting(false) }
}
