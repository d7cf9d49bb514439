// Proves a class by example: complete answers that the form accepted and no longer accepts, or that lose their place. They are
// made up, then judged by both forms; what was not found is not claimed (contract.md, "Revision life").
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { prepareAnswers } from '../answers/prepare-answers.ts'
import { validateAnswers, type KnownFile } from '../answers/validate-answers.ts'
import { conditionReferences } from '../condition/references.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { JudgingForm, ScopedCondition } from '../form/compiled-form.ts'
import { isError, type Issue } from '../issues/issue.ts'
import { expandPath, parentPath, readAt, toPath, writeAt, type Answers } from '../issues/json-pointer.ts'
import { interpretSchema } from '../json-schema/interpret-schema.ts'
import type { CompiledValidator } from '../json-schema/validator-runtime.ts'
import { makeAnswers, type Wish } from '../scenario/make-answers.ts'
import { makeAsked, makeAt, makeHold, type Bending } from '../scenario/make-hold.ts'
import { optionsOf } from '../scenario/make-value.ts'
import { bendCheck } from '../scenario/mend-answers.ts'
import type { Classified, Witness } from './change-class.ts'
import { compiledOnce } from './classify-change.ts'
import { isInside, isRename, migratedPath, newMigrations, type Migration } from './classify-places.ts'
import { migrateAnswers } from './migrate-answers.ts'
import { edgeValues, questionWas } from './witness-values.ts'

export interface WitnessDay {
  /** Day of filing in Vietnam. */
  on: string
  calendar?: WorkingCalendar
  seed: number
}

interface Judge {
  form: JudgingForm
  validate: CompiledValidator
}

interface Pair {
  old: Judge
  now: Judge
  migrations: readonly Migration[]
  day: WitnessDay
}

type Push = NonNullable<Wish['push']>

const judges = new WeakMap<JudgingForm, Judge>()
const judgeOf = (source: Form): Judge => {
  const form = compiledOnce(source)
  const known = judges.get(form) ?? { form, validate: interpretSchema(form.schema) }
  judges.set(form, known)
  return known
}

const errorsOf = ({ form, validate }: Judge, answers: Answers, { on, calendar }: WitnessDay, files: ReadonlyMap<string, KnownFile>): Issue[] =>
  validateAnswers(form, answers, { validate, today: on, ...(calendar && { calendar }), files }).filter(isError)

/** The path that a question had which stands at this one now. */
const pathBefore = (path: string, { old, migrations }: Pair): string => [...old.form.questions.keys()].find((each) => migratedPath(each, migrations) === path) ?? path

const isAbout = ({ path, rule }: Classified, issue: Issue): boolean => {
  const at = toPath(issue.pointer)
  return (rule !== undefined && issue.source === rule) || (path !== '' && (isInside(at, path) || isInside(path, at)))
}

/** What speaks against the answers at the place of the change; undefined when nothing does. */
const proofOf = (pair: Pair, classified: Classified, answers: Answers, files: ReadonlyMap<string, KnownFile>): Issue[] | undefined => {
  const { old, now, migrations, day } = pair
  if (classified.class === 'losesData') return expandPath(classified.path, answers).some((pointer) => readAt(answers, pointer) !== undefined) ? [] : undefined
  const isMove = classified.keyword === 'migrations'
  const carried = migrateAnswers(answers, migrations, old.form, now.form).answers
  const said = errorsOf(now, carried, day, files).filter((issue) => isMove || isAbout(classified, issue))
  if (said.length > 0) return said
  // Whom the office carries over to another name nothing is asked; a program that goes on sending the old one is refused.
  const sent = migrations.some((each) => isMove && each.to === classified.path && isRename(each)) ? errorsOf(now, answers, day, files) : []
  return sent.length > 0 ? sent : undefined
}

const everywhere = (path: string, answers: Answers, value: unknown): Answers =>
  expandPath(path, answers).reverse().reduce((kept, pointer) => (readAt(kept, pointer) === undefined && value === undefined ? kept : writeAt(kept, pointer, value)), answers)

/** The question is asked, in a row at least where it stands in rows. */
const asked = (bending: Bending, path: string, answers: Answers): Answers => {
  const ready = makeAsked(bending, path, answers)
  const table = path.includes('/*') ? path.slice(0, path.indexOf('/*')) : undefined
  return table !== undefined && expandPath(`${table}/*`, ready).length === 0 ? writeAt(ready, table, makeAt(bending, table)) : ready
}

const put = (bending: Bending, path: string, value: unknown, answers: Answers): Answers => {
  const ready = asked(bending, path, answers)
  const [pointer] = expandPath(path, ready)
  if (pointer === undefined || value === undefined) return ready
  const parent = parentPath(pointer)
  const there = parent === '' || readAt(ready, parent) !== undefined || !bending.form.questions.has(toPath(parent)) ? ready : writeAt(ready, parent, makeAt(bending, parent))
  return writeAt(there, pointer, value)
}

const holding = (bending: Bending, condition: ScopedCondition, answers: Answers, wanted: boolean): Answers =>
  makeHold(bending, condition, conditionReferences(condition.when, condition.within).reduce((kept, path) => makeAsked(bending, path, kept), answers), wanted)

const leftOut = (path: string): Push => (answers, bending) => everywhere(path, asked(bending, parentPath(path), answers), undefined)

/** Asked under other conditions: hidden although it was answered, or asked although it was not. */
const shownOtherwise = ({ now }: Pair, classified: Classified, path: string): Push => (answers, bending) => {
  const conditions = now.form.questions.get(classified.path)?.conditions ?? []
  if (bending.making.chance.often(0.5)) return conditions.reduce((kept, condition) => holding(bending, condition, kept, true), everywhere(path, answers, undefined))
  const answered = put(bending, path, makeAt(bending, path.replaceAll('/*', '/0')), answers)
  return conditions.length > 0 ? holding(bending, bending.making.chance.pick(conditions), answered, false) : answered
}

/** Where it holds, and what may be chosen then. */
interface Ruling {
  conditions: readonly ScopedCondition[]
  options?: readonly (string | number)[]
}

const underRule = ({ now }: Pair, { path, rule, keyword }: Classified, old: string): Push => (answers, bending) => {
  const { requirements, refusals, limits } = now.form.parts
  const alone = (list: readonly { rule: string; condition: ScopedCondition; path?: string }[]): Ruling[] => list.filter((each) => each.rule === rule && (each.path ?? path) === path).map(({ condition }) => ({ conditions: [condition] }))
  const found: Ruling[] = keyword === 'require' ? alone(requirements) : keyword === 'refuse' ? alone(refusals) : limits.filter((each) => each.rule === rule && each.path === path)
  if (found.length === 0) return answers
  const { conditions, options } = bending.making.chance.pick(found)
  const held = conditions.reduce((kept, condition) => holding(bending, condition, kept, true), answers)
  if (keyword === 'require') return everywhere(old, asked(bending, parentPath(old), held), undefined)
  const others = optionsOf(questionWas(bending, old) ?? {})?.filter((each) => !options?.includes(each)) ?? []
  return options === undefined || others.length === 0 ? held : put(bending, old, bending.making.chance.pick(others), held)
}

/** Towards a value that was taken and is not any more; files as large and of as many kinds as they might be. */
const atTheEdge = (pair: Pair, { path, keyword }: Classified, old: string): Push => (answers, bending) => {
  const { chance, files } = bending.making
  const rule = questionWas(bending, old)?.['x-file']
  if (rule && keyword === 'x-file') for (const [id, file] of files) files.set(id, { ...file, size: rule.maxBytes, type: chance.pick(rule.accept) })
  const was = questionWas(bending, old)
  const is = pair.now.form.questions.get(path)?.question
  const values = was ? edgeValues(pair.old.form.schema, pair.now.form.schema, { was: old, is: path }, { was, is }, bending) : []
  return put(bending, old, values.length > 0 ? chance.pick(values) : makeAt(bending, old.replaceAll('/*', '/0')), answers)
}

const pushFor = (pair: Pair, classified: Classified): Push => {
  const old = pathBefore(classified.path, pair)
  const check = pair.now.form.form.checks?.find(({ id }) => classified.keyword === 'check' && id === classified.rule)
  if (check) return (answers, bending) => bendCheck(bending, check, makeAsked(bending, check.at, answers), pair.day, false)
  switch (classified.keyword) {
    case 'required': case 'minLength': return leftOut(old)
    case 'show': return shownOtherwise(pair, classified, old)
    case 'require': case 'refuse': case 'limit': return underRule(pair, classified, old)
    default: return atTheEdge(pair, classified, old)
  }
}

/** Other answers are tried from the beginning so often. */
const attempts = 3

/** Undefined where none was found: then the class stands on the rules alone. */
export const findWitness = (before: Procedure, after: Procedure, classified: Classified, day: WitnessDay): Witness | undefined => {
  const formOf = (procedure: Procedure): Form | undefined => (classified.step === undefined ? procedure.form : procedure.workflow?.steps.find(({ id }) => id === classified.step)?.form)
  const [was, is] = [formOf(before), formOf(after)]
  if (!was || !is || (classified.class !== 'asksAgain' && classified.class !== 'losesData')) return undefined
  const pair: Pair = { old: judgeOf(was), now: judgeOf(is), migrations: classified.step === undefined ? newMigrations(before, after) : [], day }
  for (let attempt = 0; attempt < attempts; attempt++) {
    const files = new Map<string, KnownFile>()
    const push: Push = (answers, bending) => { const pushed = pushFor(pair, classified)(answers, bending); for (const [id, file] of bending.making.files) files.set(id, file); return pushed }
    const made = makeAnswers(pair.old, { ...day, seed: day.seed + attempt * 7919, fill: [0.7, 1, 0.3][attempt]!, push, isFound: (answers) => proofOf(pair, classified, answers, files) !== undefined })
    if (!made.isFound || made.refused.length > 0) continue
    // Made answers are judged once more as they would be filed: nothing is claimed that both judges do not say.
    const answers = prepareAnswers(pair.old.form, made.answers, { today: day.on, ...(day.calendar && { calendar: day.calendar }) })
    const issues = proofOf(pair, classified, answers, made.files)
    if (issues && errorsOf(pair.old, answers, day, made.files).length === 0) return { answers, issues }
  }
  return undefined
}

/** One after the other, so that whoever calls may show progress and stop: each takes up to some tenths of a second. */
export function* witnessEach(before: Procedure, after: Procedure, classified: readonly Classified[], day: WitnessDay): Generator<Classified, void> {
  for (const each of classified) {
    if (each.class !== 'asksAgain' && each.class !== 'losesData') { yield each; continue }
    const witness = findWitness(before, after, each, day)
    yield witness ? { ...each, witness } : { ...each, isUnproved: true }
  }
}
