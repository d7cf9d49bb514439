// How long a candidate takes to be played over ten thousand drafts of sixty questions, all answered: run by itself,
// `npx tsx test/bench/replay.ts`.
import { compiledOnce } from '#core/change/classify-change.ts'
import { replayOne, type ReplaySide } from '#core/change/replay.ts'
import { addUpReplay, mergeReplays, noReplays } from '#core/change/replay-totals.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { createChance } from '#core/scenario/chance.ts'
import { makeAt } from '#core/scenario/make-hold.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { largeForm } from '../fixtures/large-form.ts'

const drafts = 10_000
const slice = 500
const facts = { today: '2026-11-21' }

const sideOf = ({ form: source, fees = [], workflow }: Procedure): ReplaySide => {
  const form = compiledOnce(source!)
  const validate = (new Function('runtime', compileValidator(form.schema)) as (runtime: unknown) => CompiledValidator)(validatorRuntime)
  return { judge: { form, validate }, fees, ...(workflow && { routing: workflow }) }
}

/** One option less, two questions demanded, one gone, one shorter; another fee. */
const changed = (form: Form): Form => {
  const { cau8: _gone, ...properties } = form.schema.properties
  const { cau1, cau5 } = properties
  return {
    ...form,
    schema: { ...form.schema, required: [...form.schema.required!, 'cau4', 'moi'], properties: { ...properties, cau1: { ...cau1, oneOf: cau1!.oneOf!.slice(1) }, cau5: { ...cau5, maxLength: 5 }, moi: { type: 'string', title: 'Câu hỏi mới' } } },
    rules: form.rules!.filter(({ show }) => !show?.includes('/cau8')),
  }
}

const procedure: Procedure = { ...emptyProcedure('Thủ tục có sáu mươi câu hỏi', 'LON-60'), form: largeForm(60, 60), fees: [{ id: 'phi', kind: 'fee', title: 'Phí', amount: 50_000 }] }
const base = sideOf(procedure)
const candidate = sideOf({ ...procedure, form: changed(procedure.form!), fees: [{ id: 'phi', kind: 'fee', title: 'Phí', amount: 60_000 }] })

const draftNumber = (seed: number): Answers => {
  const bending = { form: base.judge.form, making: { chance: createChance(seed), definitions: {}, today: facts.today, fill: 1, files: new Map() } }
  return Object.fromEntries([...base.judge.form.questions.values()].map(({ name, path, question }) => [name, question.oneOf ? 'mot' : makeAt(bending, path)]))
}

const given = Array.from({ length: drafts }, (_each, i) => draftNumber(i))
const [start, cpu] = [performance.now(), process.cpuUsage()]
let totals = noReplays
for (let i = 0; i < drafts; i += slice) totals = mergeReplays(totals, addUpReplay(given.slice(i, i + slice).map((answers) => replayOne(candidate, answers, base, facts))))
const spent = process.cpuUsage(cpu)
console.log(JSON.stringify(totals.verdicts), `answers in each: ${Object.keys(given[0]!).length}`)
console.log(`${drafts} drafts: ${Math.round(performance.now() - start)} ms on the clock, ${Math.round((spent.user + spent.system) / 1000)} ms of the processor`)
