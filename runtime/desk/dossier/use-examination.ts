// What is known beside the answers of a dossier that is examined: remarks of officers, and what the applicant changed when completing it.
import { computed, shallowRef } from 'vue'
import { getExamination, saveRemark } from '#runtime/client/tasks.ts'
import type { Examination, Problem, Remark } from '#schemas/generated/types.ts'

export const useExamination = (dossierId: () => string) => {
  const examination = shallowRef<Examination>()

  const load = async (): Promise<void> => {
    const id = dossierId()
    const reply = await getExamination(id)
    if (reply.ok && id === dossierId()) examination.value = reply.value
  }

  /** Undefined when it was kept. One that a colleague changed meanwhile is read again, so that both texts are seen. */
  const note = async (question: string, text: string, number: number): Promise<Problem | undefined> => {
    const reply = await saveRemark(dossierId(), { question, text, number })
    if (reply.ok) examination.value = reply.value
    else if (reply.problem.status === 409) await load()
    return reply.ok ? undefined : reply.problem
  }

  const remarks = computed<ReadonlyMap<string, Remark>>(() => new Map((examination.value?.remarks ?? []).map((remark) => [remark.question, remark])))
  /** What the applicant has not been asked yet. */
  const open = computed(() => (examination.value?.remarks ?? []).filter(({ at }) => at > (examination.value?.completion?.at ?? '')))
  const before = computed(() => new Map((examination.value?.completion?.before ?? []).map((each) => [each.question, each])))

  return { examination, remarks, open, before, load, note }
}

export type ExaminationState = ReturnType<typeof useExamination>
