// Who judges answers while a form is being written. A saved draft is judged by the validator that would be published with
// it; until then, and without a connection, its schema is read directly, with the same verdict.
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Form } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { loadDraftValidator } from '../client/draft-validator.ts'

export interface DraftJudge {
  form: CompiledForm
  validate: CompiledValidator
  /** False while what is shown is the last form that could be compiled. */
  isCurrent: boolean
}

const judgeOf = (form: Form): DraftJudge => {
  const compiled = compileForm(form)
  return { form: compiled, validate: interpretSchema(compiled.schema), isCurrent: true }
}

/** A form that cannot be compiled while it is being written leaves the last one that could. */
export const useDraftJudge = (form: () => Form | undefined, saved: () => { id: string, version: number } | undefined = () => undefined): ComputedRef<DraftJudge | undefined> => {
  let last: DraftJudge | undefined
  const interpreted = computed(() => {
    const source = form()
    if (!source) return undefined
    try {
      last = judgeOf(source)
    } catch {
      last = last && { ...last, isCurrent: false }
    }
    return last
  })

  const published = shallowRef<{ of: DraftJudge, validate: CompiledValidator }>()
  watch(() => [interpreted.value, saved()] as const, async ([judge, draft]) => {
    published.value = undefined
    if (!judge?.isCurrent || !draft) return
    const validate = await loadDraftValidator(draft.id, draft.version)
    if (validate && interpreted.value === judge) published.value = { of: judge, validate }
  }, { immediate: true })

  return computed(() => {
    const judge = interpreted.value
    return judge && published.value?.of === judge ? { ...judge, validate: published.value.validate } : judge
  })
}
