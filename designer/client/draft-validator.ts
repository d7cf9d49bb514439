// The validator of a saved draft, as citizens will meet it: a module of our own server that is given its runtime.
import { validatorRuntime, type CompiledValidator, type ValidatorRuntime } from '#core/json-schema/validator-runtime.ts'
import { validatorUrl } from './drafts.ts'

/** Undefined while the draft does not compile or cannot be reached: the preview then judges less, and says so. */
export const loadDraftValidator = async (id: string, version: number): Promise<CompiledValidator | undefined> => {
  try {
    const module = (await import(/* @vite-ignore */ validatorUrl(id, version))) as { default: (runtime: ValidatorRuntime) => CompiledValidator }
    return module.default(validatorRuntime)
  } catch {
    return undefined
  }
}
