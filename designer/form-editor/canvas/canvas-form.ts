// The form as the canvas shows it: every question, unanswered and unjudged, whatever its condition. It derives nothing from
// answers, so an edit costs what it changes and no more.
import { computed, ref, type ComputedRef } from 'vue'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Relevance } from '#core/condition/relevance.ts'
import { toPath } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import { controlId } from '#runtime/form/control-id.ts'
import type { FormState } from '#runtime/form/use-form.ts'
import type { Option } from '#schemas/generated/types.ts'

const noOptions: Option[] = []
const noReasons: [] = []
const nothing = (): void => undefined

export const canvasForm = (compiled: ComputedRef<CompiledForm>, locale: ComputedRef<Locale>): FormState => {
  const answers = computed(() => ({}))
  const everything: Relevance = { isAsked: () => true, hasPage: () => true, answers: {} }
  return {
    compiled, locale, answers, files: undefined, relevance: computed(() => everything), dropped: ref(''), say: () => '', list: () => [],
    issues: { all: computed(() => []), shown: computed(() => []), at: () => [], errorsOf: () => [], touch: nothing, forget: nothing, reveal: nothing, revealAt: nothing, hold: nothing },
    prepared: () => ({}), read: () => undefined, write: nothing, leave: nothing, replace: nothing, take: nothing,
    isAsked: () => true, isSuggested: () => false, offerAt: () => undefined, isFixed: () => false, wasDropped: () => false, awaited: () => undefined,
    isRequired: (pointer) => compiled.value.questions.get(toPath(pointer))?.required ?? false,
    // A card says in its own badges when it is asked.
    reasonsAt: () => noReasons,
    optionsOf: (_pointer, question) => question.oneOf ?? question.enum?.map((value) => ({ const: value, title: String(value) })) ?? noOptions,
    controlId: (pointer) => controlId(pointer, 'canvas'),
  }
}
