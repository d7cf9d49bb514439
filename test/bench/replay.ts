// How long a candidate takes to be played over drafts of sixty questions, all answered, in the core alone and in one thread.
import { compiledOnce } from '#core/change/classify-change.ts'
import { replayOne, type ReplaySide } from '#core/change/replay.ts'
import { addUpReplay } from '#core/change/replay-totals.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { changedProcedure, draftNumber, largeProcedure } from '../fixtures/many-drafts.ts'

const facts = { today: '2026-11-21' }

const sideOf = ({ form: source, fees = [], workflow }: Procedure): ReplaySide => {
  const form = compiledOnce(source!)
  const validate = (new Function('runtime', compileValidator(form.schema)) as (runtime: unknown) => CompiledValidator)(validatorRuntime)
  return { judge: { form, validate }, fees, ...(workflow && { routing: workflow }) }
}

/** Milliseconds for so many. */
export const playAlone = (drafts: number): number => {
  const [base, candidate] = [sideOf(largeProcedure), sideOf(changedProcedure)]
  const given = Array.from({ length: drafts }, (_each, i) => draftNumber(base.judge.form, facts.today, i))
  const start = performance.now()
  addUpReplay(given.map((answers) => replayOne(candidate, answers, base, facts)))
  return performance.now() - start
}
