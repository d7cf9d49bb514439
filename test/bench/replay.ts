// How long a candidate takes to be played over ten thousand drafts of sixty questions, all answered: run by itself,
// `npx tsx test/bench/replay.ts`.
import { compiledOnce } from '#core/change/classify-change.ts'
import { replayOne, type ReplaySide } from '#core/change/replay.ts'
import { addUpReplay, mergeReplays, noReplays } from '#core/change/replay-totals.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { changedProcedure, draftNumber, largeProcedure } from '../fixtures/many-drafts.ts'

const drafts = 10_000
const slice = 500
const facts = { today: '2026-11-21' }

const sideOf = ({ form: source, fees = [], workflow }: Procedure): ReplaySide => {
  const form = compiledOnce(source!)
  const validate = (new Function('runtime', compileValidator(form.schema)) as (runtime: unknown) => CompiledValidator)(validatorRuntime)
  return { judge: { form, validate }, fees, ...(workflow && { routing: workflow }) }
}

const base = sideOf(largeProcedure)
const candidate = sideOf(changedProcedure)

const given = Array.from({ length: drafts }, (_each, i) => draftNumber(base.judge.form, facts.today, i))
const [start, cpu] = [performance.now(), process.cpuUsage()]
let totals = noReplays
for (let i = 0; i < drafts; i += slice) totals = mergeReplays(totals, addUpReplay(given.slice(i, i + slice).map((answers) => replayOne(candidate, answers, base, facts))))
const spent = process.cpuUsage(cpu)
console.log(JSON.stringify(totals.verdicts), `answers in each: ${Object.keys(given[0]!).length}`)
console.log(`${drafts} drafts: ${Math.round(performance.now() - start)} ms on the clock, ${Math.round((spent.user + spent.system) / 1000)} ms of the processor`)
