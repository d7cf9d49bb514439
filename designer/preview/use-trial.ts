// The trial as the designer sees it from outside of the frame: what comes of the answers now, and the acts on them.
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { findRelevance, type Relevance } from '#core/condition/relevance.ts'
import type { CompiledForm, CompiledPage } from '#core/form/compiled-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import { makeAnswers } from '#core/scenario/make-answers.ts'
import { playAnswers, type Outcome } from '#core/scenario/play-scenario.ts'
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { Form, Step } from '#schemas/generated/types.ts'
import { useCalendar } from '../client/calendar.ts'
import { useAnnouncer } from '../editing/announcer.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { useOpenedProcedure } from '../editing/opened-procedure.ts'
import { formOf } from '../editing/selection.ts'
import { t } from './texts.ts'
import { useTrialStore } from './trial-store.ts'
import { useDraftJudge, type DraftJudge } from './use-draft-judge.ts'

export interface Trial {
  form: ComputedRef<Form | undefined>
  judge: ComputedRef<DraftJudge | undefined>
  /** Version of the draft that is saved as it is shown. */
  saved: ComputedRef<{ id: string, version: number } | undefined>
  calendar: Readonly<ShallowRef<WorkingCalendar>>
  outcome: ComputedRef<Outcome | undefined>
  relevance: ComputedRef<Relevance | undefined>
  page: ComputedRef<CompiledPage | undefined>
  /** Steps at which an officer fills in a form. */
  steps: ComputedRef<Step[]>
  /** What refuses when nothing could be made up; empty otherwise. */
  refused: ShallowRef<readonly Issue[]>
  fill(onlyPage: boolean): void
  clear(): void
}

/** Questions that stand on a page, and everything in them. */
const isOn = (page: CompiledPage, form: CompiledForm) => (path: string): boolean =>
  page.sections.some(({ paths }) => paths.some((each) => path === each || path.startsWith(`${each}/`))) || page.sections.some(({ paths }) => paths.some((each) => form.questions.get(path)?.kind === 'group' && each.startsWith(`${path}/`)))

export const useTrial = (): Trial => {
  const store = useDocumentStore()
  const trial = useTrialStore()
  const { autosave } = useOpenedProcedure()
  const { announce } = useAnnouncer()
  const calendar = useCalendar()
  const refused = shallowRef<readonly Issue[]>([])
  trial.open(store.id)

  const form = computed(() => formOf(store.document, trial.role || undefined))
  const saved = computed(() => {
    const version = autosave.value?.version.value
    // Officers' forms have validators of their own, which the server gives to nobody.
    return autosave.value?.state.value.kind === 'saved' && version !== undefined && trial.role === '' ? { id: store.id, version } : undefined
  })
  const judge = useDraftJudge(() => form.value, () => saved.value)
  const outcome = computed(() => judge.value && playAnswers(store.document, judge.value, trial.part.answers, { on: trial.on, calendar: calendar.value, files: new Map(trial.files.map((file) => [file.id, file])) }))
  const relevance = computed(() => judge.value && outcome.value && findRelevance(judge.value.form, outcome.value.answers))
  const page = computed(() => judge.value?.form.pages.find((each) => each.page.id === trial.part.page) ?? judge.value?.form.pages.find((each) => relevance.value?.hasPage(each.page.id)))

  const fill = (onlyPage: boolean): void => {
    if (!judge.value) return
    const { form: compiled } = judge.value
    const made = makeAnswers(judge.value, {
      seed: trial.nextSeed(), on: trial.on, calendar: calendar.value,
      ...(onlyPage && page.value && { from: trial.part.answers, files: new Map(trial.files.map((file) => [file.id, file])), only: isOn(page.value, compiled) }),
    })
    refused.value = made.refused
    const kept = onlyPage ? trial.files.filter((file) => !made.files.has(file.id)) : []
    trial.put(made.answers, [...kept, ...made.files.values()])
    void announce(t(onlyPage ? 'tryIt.filledPage' : 'tryIt.filled'))
  }
  const clear = (): void => {
    refused.value = []
    trial.put({})
    void announce(t('tryIt.cleared'))
  }
  const steps = computed(() => (store.document.workflow?.steps ?? []).filter((step) => step.form && step.form.pages.length > 0))
  return { form, judge, saved, calendar, outcome, relevance, page, steps, refused, fill, clear }
}
