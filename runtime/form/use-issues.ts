// Which issues of a form are shown now. A person is not told that something is missing before they say that a page is
// done; what they typed wrongly is said when they leave the question, and taken back as soon as it is mended.
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isError, type Issue } from '#core/issues/issue.ts'
import { readAt, type Answers } from '#core/issues/json-pointer.ts'
import { nearestQuestion, pageOf } from './question-facts.ts'

export interface ShownIssues {
  all: ComputedRef<readonly Issue[]>
  shown: ComputedRef<readonly Issue[]>
  at(pointer: string, level: 'error' | 'warning'): Issue[]
  /** Errors of one page, shown or not. */
  errorsOf(page: string): Issue[]
  touch(pointer: string): void
  forget(pointer: string): void
  reveal(page?: string): void
  /** What is wrong at these places is told from now on, and nothing else: they stood on a page that was sent. */
  revealAt(pointers: readonly string[]): void
  /** Issues that the server found; each stands until its answer changes, or its question is asked no more. */
  hold(issues: readonly Issue[]): void
}

interface Sources {
  compiled: Ref<CompiledForm>
  answers: Ref<Answers>
  judged: Ref<readonly Issue[]>
  isAsked: (pointer: string) => boolean
}

const everyPage = ''

/** Files and options are issues of the question that lists them: /tep/qd/0 is said at /tep/qd. */
const placeOf = (form: CompiledForm, pointer: string): string => {
  const question = nearestQuestion(form, pointer)
  if (!question || question.kind !== 'leaf' || question.question.type !== 'array') return pointer
  return pointer.replace(/\/\d+$/, '')
}

/** An incomplete date is no wrong date: the two have their own sentences. */
const refined = (form: CompiledForm, answers: Answers, issue: Issue): Issue => {
  const question = nearestQuestion(form, issue.pointer)?.question
  if (issue.code !== 'pattern' || question?.format !== 'date' || issue.authored) return issue
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(String(readAt(answers, issue.pointer)))
  return { ...issue, code: isWhole ? 'pattern' : 'type', params: { ...issue.params, field: 'date' } }
}

export const useIssues = ({ compiled, answers, judged, isAsked }: Sources): ShownIssues => {
  const touched = shallowRef<ReadonlySet<string>>(new Set())
  const revealed = shallowRef<ReadonlySet<string>>(new Set())
  const told = shallowRef<ReadonlySet<string>>(new Set())
  const held = shallowRef<readonly { issue: Issue; value: unknown; asked: boolean }[]>([])

  const askedFor = (issue: Issue): boolean => isAsked(placeOf(compiled.value, issue.pointer))
  const standing = computed(() => held.value.filter(({ issue, value, asked }) => readAt(answers.value, issue.pointer) === value && askedFor(issue) === asked).map(({ issue }) => issue))
  const all = computed(() => {
    const local = judged.value.map((issue) => refined(compiled.value, answers.value, issue)).map((issue) => ({ ...issue, pointer: placeOf(compiled.value, issue.pointer) }))
    const places = new Set(local.map((issue) => issue.pointer))
    return [...local, ...standing.value.filter((issue) => !places.has(issue.pointer))]
  })
  const isShown = (issue: Issue): boolean =>
    standing.value.some(({ pointer }) => pointer === issue.pointer) || told.value.has(issue.pointer) || revealed.value.has(everyPage) || revealed.value.has(pageOf(compiled.value, issue.pointer) ?? everyPage) || (issue.code !== 'required' && touched.value.has(issue.pointer))
  // As long as nothing was left, sent or refused, nothing is told: nothing needs to be judged at each key.
  const isQuiet = (): boolean => touched.value.size + revealed.value.size + told.value.size + held.value.length === 0
  const shown = computed(() => (isQuiet() ? [] : all.value.filter(isShown)))
  const byPointer = computed(() => grouped(shown.value))

  return {
    all,
    shown,
    at: (pointer, level) => (byPointer.value.get(pointer) ?? []).filter((issue) => isError(issue) === (level === 'error')),
    errorsOf: (page) => all.value.filter((issue) => isError(issue) && pageOf(compiled.value, issue.pointer) === page),
    touch: (pointer) => { if (!touched.value.has(pointer)) touched.value = new Set([...touched.value, pointer]) },
    forget: (pointer) => { touched.value = new Set([...touched.value].filter((each) => !each.startsWith(`${pointer}/`))) },
    reveal: (page = everyPage) => { revealed.value = new Set([...revealed.value, page]) },
    revealAt: (pointers) => { told.value = new Set(pointers) },
    hold: (issues) => { held.value = issues.map((issue) => ({ issue, value: readAt(answers.value, issue.pointer), asked: askedFor(issue) })) },
  }
}

const grouped = (issues: readonly Issue[]): Map<string, Issue[]> => {
  const groups = new Map<string, Issue[]>()
  for (const issue of issues) groups.set(issue.pointer, [...(groups.get(issue.pointer) ?? []), issue])
  return groups
}
