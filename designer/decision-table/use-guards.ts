// What the conditions of a workflow and of a fee table may read: the applicant's answers, or what officers recorded in a step.
import { computed } from 'vue'
import { candidatesOf, type Candidate } from '#core/condition/condition-candidates.ts'
import { ifWords, stepTitle } from '#core/workflow-map/way-words.ts'
import type { Guard } from '#core/workflow/guard.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Condition, Form } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { t } from './texts.ts'

/** An empty condition is one that is still being written. */
export const written = (when: Condition | undefined): Condition | undefined => (when && Object.keys(when).length > 0 ? when : undefined)

export const useGuards = () => {
  const store = useDocumentStore()
  const steps = computed(() => store.document.workflow?.steps ?? [])
  const titleOf = (id: string): string => stepTitle(steps.value.find((step) => step.id === id), locale.value)
  const formOf = (of: string | undefined): Form | undefined => (of === undefined ? store.document.form : steps.value.find((step) => step.id === of)?.form)
  const candidates = (of: string | undefined): Candidate[] => {
    const form = formOf(of)
    return form ? candidatesOf(form, locale.value) : []
  }
  const sourceWords = (of: string | undefined): string => (of === undefined ? t('table.fromAnswers') : t('table.fromStep', { step: titleOf(of) }))
  /** Answers first, then every step that records something; one that is named but gone stays in the list. */
  const sources = (named: string | undefined): { value: string, label: string }[] => {
    const recording = steps.value.filter((step) => step.form).map(({ id }) => id)
    return [undefined, ...new Set([...recording, ...(named === undefined ? [] : [named])])].map((of) => ({ value: of ?? '', label: sourceWords(of) }))
  }
  const words = ({ when, of }: Guard): string => {
    const condition = written(when)
    if (!condition) return t('table.noCondition')
    return ifWords({ ...(store.document.form && { form: store.document.form }), workflow: store.document.workflow ?? { roles: [], start: '', steps: [] } }, { when: condition, ...(of !== undefined && { of }) }, locale.value)
  }
  return { formOf, candidates, sources, titleOf, words }
}
