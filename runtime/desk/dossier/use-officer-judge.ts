// The judge of a form that officers fill in, as it was published with the revision of the dossier: what is wrong is told before anything
// is sent.
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { loadValidator, stepValidatorUrl } from '#runtime/client/procedures.ts'
import type { Dossier } from '#schemas/generated/types.ts'

/** `asked` names the form: its step, and the opinion where it is of one; undefined where there is no form. */
export const useOfficerJudge = (dossier: () => Dossier, asked: () => { step: string, opinion?: string } | undefined): ShallowRef<CompiledValidator | undefined> => {
  const validate = shallowRef<CompiledValidator>()
  const url = (): string | undefined => {
    const form = asked()
    return form && stepValidatorUrl(dossier().procedureId, dossier().revision, form.step, form.opinion)
  }
  watch(url, async (address) => {
    validate.value = undefined
    const loaded = address === undefined ? undefined : await loadValidator(address)
    if (address === url()) validate.value = loaded
  }, { immediate: true })
  return validate
}
