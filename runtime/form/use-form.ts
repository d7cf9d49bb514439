// One form while a person fills it in. The typed answers are the truth, hidden ones included: what is asked, suggested,
// computed and wrong is derived from them with the core, so that screen and server share one judge.
import { afterPress } from './after-press.ts'
import { computed, inject, provide, ref, shallowRef, toValue, type ComputedRef, type InjectionKey, type MaybeRefOrGetter, type Ref } from 'vue'
import type { Option, Question, Suggestion } from '#schemas/generated/types.ts'
import type { FormulaFacts } from '#core/answers/compute-answers.ts'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { settleAnswers } from '#core/answers/settle-answers.ts'
import { findRelevance, pruneAnswers, type Relevance } from '#core/condition/relevance.ts'
import type { CompiledForm, ScopedCondition } from '#core/form/compiled-form.ts'
import { questionAt } from '#core/form/question-at.ts'
import type { Issue } from '#core/issues/issue.ts'
import { parsePointer, readAt, toPath, toPointer, writeAt, type Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { FilesApi } from './files.ts'
import { followCascades } from './follow-cascades.ts'
import type { Judge } from './judge.ts'
import type { ListedIssue } from './list-issues.ts'
import { awaitedAt, isRequired, optionsOf } from './question-facts.ts'
import { shownPointer } from './row-pointers.ts'
import type { Suggesting } from './suggest-answers.ts'
import { controlId } from './control-id.ts'
import { useIssues, type ShownIssues } from './use-issues.ts'

export interface FormSource {
  compiled: MaybeRefOrGetter<CompiledForm>
  answers?: Answers
  locale: MaybeRefOrGetter<Locale>
  /** Absent while it is not loaded, and where nothing is judged. */
  judge?: MaybeRefOrGetter<Judge | undefined>
  facts?: MaybeRefOrGetter<FormulaFacts>
  /** What the server knows already and put into the answers where they were empty. */
  offers?: readonly Suggestion[]
  files?: FilesApi
  idPrefix?: string
  /** Absent where nothing is suggested: answers that nobody asked to change stay as they are, as in a supplement. */
  suggesting?: Suggesting | undefined
  /** Told of every change that the person makes, with suggestions filled in: the hook of autosave. */
  onAnswer?: (answers: Answers) => void
}

export interface FormState {
  compiled: ComputedRef<CompiledForm>
  locale: ComputedRef<Locale>
  files: FilesApi | undefined
  /** As typed, with suggestions filled in; what a draft keeps. */
  answers: ComputedRef<Answers>
  relevance: ComputedRef<Relevance>
  issues: ShownIssues
  /** What is wrong, in a sentence. */
  say(issue: Issue): string
  /** Issues as a list for people. */
  list(issues: readonly Issue[]): ListedIssue[]
  /** Tidied, pruned, computed: what would be filed now. */
  prepared(): Answers
  read(pointer: string): unknown
  write(pointer: string, value: unknown): void
  /** The person left a question. */
  leave(pointer: string): void
  /** Takes answers from elsewhere (the server) without calling it an answer of the person. */
  replace(answers: Answers): void
  /** Takes answers that the person gave elsewhere, in a plain form: as if they had been written one after the other. */
  take(answers: Answers, pointers: readonly string[]): void
  isAsked(pointer: string): boolean
  isRequired(pointer: string): boolean
  isSuggested(pointer: string): boolean
  /** Where the answer to a question is known from. */
  offerAt(pointer: string): Suggestion | undefined
  /** Whether nobody may write something else here. */
  isFixed(pointer: string): boolean
  /** The conditions that this question alone hangs on; those of its page and section are told at their heads. */
  reasonsAt(pointer: string): readonly ScopedCondition[]
  optionsOf(pointer: string, question: Question): Option[]
  /** Words of the question to be answered first, where there is nothing to choose before. */
  awaited(pointer: string): string | undefined
  /** Whether an answer was dropped here because it no longer went with another; until it is answered again. */
  wasDropped(pointer: string): boolean
  /** Words of the questions whose answers the last change dropped: to be said aloud. */
  dropped: Ref<string>
  controlId(pointer: string): string
}

/** Tables on the way to a pointer exist as lists before something is written into their rows. */
const withTables = (form: CompiledForm, answers: Answers, pointer: string): Answers =>
  parsePointer(pointer).reduce((made, _segment, i, segments) => {
    const owner = toPointer(segments.slice(0, i))
    return form.questions.get(toPath(owner))?.kind === 'table' && !Array.isArray(readAt(made, owner)) ? writeAt(made, owner, []) : made
  }, answers)

const useJudgement = (source: FormSource, compiled: ComputedRef<CompiledForm>, answers: Ref<Answers>, facts: ComputedRef<FormulaFacts>) => computed((): readonly Issue[] => {
  const judge = toValue(source.judge)
  if (!judge) return []
  const form = compiled.value
  const prepared = prepareAnswers(form, answers.value, facts.value)
  const known = { ...facts.value, ...(source.files && { files: source.files.known.value }) }
  const shown = pruneAnswers(form, answers.value)
  return judge.find(form, prepared, known).map((issue) => ({ ...issue, pointer: shownPointer(shown, issue.pointer) }))
})

/** A value that follows other answers and may not be written otherwise. */
const isFixedFormula = (form: CompiledForm, pointer: string): boolean => {
  const prefill = form.questions.get(toPath(pointer))?.question['x-prefill']
  return prefill?.from === 'formula' && prefill.editable === false
}

const nothing: ReadonlySet<string> = new Set()

export const useForm = (source: FormSource): FormState => {
  const compiled = computed(() => toValue(source.compiled))
  const facts = computed(() => toValue(source.facts) ?? { today: vietnamDate(Date.now()) })
  const taken = (given: Answers): Answers => source.suggesting?.without(compiled.value, given, facts.value) ?? given
  const typed = shallowRef<Answers>(taken(source.answers ?? {}))
  const answered = shallowRef<ReadonlySet<string>>(new Set())
  const suggested = computed(() => source.suggesting?.suggest(compiled.value, typed.value, answered.value, facts.value) ?? { answers: typed.value, pointers: nothing })
  const answers = computed(() => suggested.value.answers)
  const relevance = computed(() => findRelevance(compiled.value, settleAnswers(compiled.value, answers.value, facts.value)))
  const issues = useIssues({ compiled, answers, judged: useJudgement(source, compiled, answers, facts), isAsked: (pointer) => relevance.value.isAsked(pointer) })

  const isComputed = (pointer: string): boolean => compiled.value.questions.get(toPath(pointer))?.question['x-compute'] !== undefined
  const shared = computed(() => new Set(compiled.value.form.pages.flatMap((page) => [page.when, ...page.sections.map((section) => section.when)])))
  const unfit = shallowRef<ReadonlySet<string>>(new Set())
  const dropped = ref('')
  // Before anybody has answered, a question is called by its own words alone.
  const labelAt = (pointer: string): string => toValue(source.judge)?.label(compiled.value, answers.value, pointer, toValue(source.locale)) ?? localise(questionAt(compiled.value, pointer), 'title', toValue(source.locale))
  const change = (next: Answers, pointer: string): void => {
    const followed = followCascades(compiled.value, answers.value, next)
    typed.value = followed.answers
    unfit.value = new Set([...[...unfit.value].filter((each) => each !== pointer), ...followed.dropped])
    dropped.value = followed.dropped.map(labelAt).join(', ')
    source.onAnswer?.(answers.value)
  }

  return {
    compiled, answers, relevance, issues, files: source.files,
    locale: computed(() => toValue(source.locale)),
    say: (issue) => toValue(source.judge)?.say(issue, toValue(source.locale)) ?? '',
    list: (found) => toValue(source.judge)?.list(compiled.value, answers.value, found, toValue(source.locale)) ?? [],
    prepared: () => prepareAnswers(compiled.value, answers.value, facts.value),
    read: (pointer) => readAt(isComputed(pointer) ? relevance.value.answers : answers.value, pointer),
    write: (pointer, value) => {
      const before = readAt(typed.value, pointer)
      const isShorter = Array.isArray(before) && compiled.value.questions.get(toPath(pointer))?.kind === 'table' && before.length > (Array.isArray(value) ? value.length : 0)
      // The rows below have moved up: what is remembered by their places is remembered no more.
      if (isShorter) issues.forget(pointer)
      answered.value = new Set([...[...answered.value].filter((each) => !isShorter || !each.startsWith(`${pointer}/`)), pointer])
      change(writeAt(withTables(compiled.value, typed.value, pointer), pointer, value), pointer)
    },
    leave: (pointer) => afterPress(() => issues.touch(pointer)),
    replace: (next) => { typed.value = taken(next) },
    take: (next, pointers) => {
      answered.value = new Set([...answered.value, ...pointers])
      change(next, '')
    },
    isAsked: (pointer) => relevance.value.isAsked(pointer),
    isRequired: (pointer) => isRequired(compiled.value, relevance.value.answers, pointer),
    isSuggested: (pointer) => suggested.value.pointers.has(pointer),
    offerAt: (pointer) => source.offers?.find((each) => each.pointer === pointer),
    isFixed: (pointer) => isFixedFormula(compiled.value, pointer) || (source.offers?.some((each) => each.fixed && (each.pointer === pointer || pointer.startsWith(`${each.pointer}/`))) ?? false),
    reasonsAt: (pointer) => (compiled.value.questions.get(toPath(pointer))?.conditions ?? []).filter(({ when }) => !shared.value.has(when)),
    optionsOf: (pointer, question) => optionsOf(compiled.value, relevance.value, pointer, question),
    awaited: (pointer) => { const by = awaitedAt(compiled.value, relevance.value, pointer); return by === undefined ? undefined : labelAt(by) },
    wasDropped: (pointer) => unfit.value.has(pointer) && readAt(answers.value, pointer) === undefined,
    dropped,
    controlId: (pointer) => controlId(pointer, source.idPrefix),
  }
}

const formKey: InjectionKey<FormState> = Symbol('form')

export const provideForm = (form: FormState): void => provide(formKey, form)

/** The form that a question stands in. */
export const useFormState = (): FormState => {
  const form = inject(formKey)
  if (!form) throw new Error('A question stands outside of a form')
  return form
}
