// Design errors of formulas, wherever a form or a fee has one: names that mean no question, functions that do not exist,
// values that do not fit. A fee whose formula names nothing would silently be zero.
import type { Fee, Question, Workflow } from '#schemas/generated/types.ts'
import { answerTypes } from '../formula/answer-types.ts'
import { checkFormula, type FormulaPlace } from '../formula/check-formula.ts'
import type { FormulaType } from '../formula/functions.ts'
import { under, type Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'
import type { CompiledForm } from './compiled-form.ts'
import { schemaPointer } from './lint-questions.ts'

/** The table in whose rows a path lies, as a dotted name; undefined at the top. */
const rowOf = (path: string): string | undefined => (path.includes('/*') ? path.slice(1, path.lastIndexOf('/*')).replaceAll('/*/', '.').replaceAll('/', '.') : undefined)

const kinds: Record<string, FormulaType> = { number: 'number', integer: 'number', boolean: 'boolean', string: 'string' }

const lint = (form: CompiledForm, formula: unknown, pointer: string, place: FormulaPlace): Issue[] => under(pointer, checkFormula(formula, answerTypes(form), place))

/** With pointers into the form. */
export const lintFormulas = (form: CompiledForm): Issue[] => [
  ...(form.form.checks ?? []).flatMap((check, i) => lint(form, check.formula, `/checks/${i}/formula`, { row: rowOf(check.at), gives: 'boolean' })),
  ...[...form.questions.values()].flatMap(({ path, question }) => {
    const pointer = schemaPointer(path)
    const gives = question.format === 'date' ? 'date' : kinds[question.type ?? '']
    const place: FormulaPlace = { row: rowOf(path), ...(gives && { gives }) }
    return [
      ...(question['x-compute'] === undefined ? [] : lint(form, question['x-compute'], `${pointer}/x-compute`, place)),
      ...(question['x-prefill']?.formula === undefined ? [] : lint(form, question['x-prefill'].formula, `${pointer}/x-prefill/formula`, { row: place.row })),
    ]
  }),
]

/** Whether an officer records whole đồng in that question of that step. */
const isRecordedAmount = (workflow: Workflow | undefined, place: string): boolean => {
  const [id, pointer = ''] = place.split(':')
  const schema: Question | undefined = workflow?.steps.find((step) => step.id === id)?.form?.schema
  return pointer.split('/').slice(1).reduce<Question | undefined>((question, name) => question?.properties?.[name], schema)?.type === 'integer'
}

/** With pointers into the list of fees. */
export const lintFees = (fees: readonly Fee[], form: CompiledForm, workflow?: Workflow): Issue[] => fees.flatMap((fee, i) => [
  ...(typeof fee.amount === 'number' ? [] : lint(form, fee.amount, `/${i}/amount`, { gives: 'number' })),
  ...(fee.rows ?? []).flatMap((row, r) => (typeof row.amount === 'number' ? [] : lint(form, row.amount, `/${i}/rows/${r}/amount`, { gives: 'number' }))),
  ...(fee.confirmedBy === undefined || isRecordedAmount(workflow, fee.confirmedBy) ? [] : [{ pointer: `/${i}/confirmedBy`, code: 'lint.feeConfirmedByNobody', params: { title: titleWords(fee, fee.id) } }]),
])
