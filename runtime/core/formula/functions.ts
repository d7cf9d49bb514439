// The closed list of functions a formula may call, with what each takes and gives. A formula is JSON Logic: an object
// whose one name is the function and whose value is the list of its operands.

/** What a value is; `rows` is a table, `list` several choices or files. */
export type FormulaType = 'number' | 'integer' | 'string' | 'boolean' | 'date' | 'list' | 'rows' | 'any'

/** What an operand may be: `many` is a list or a table, `printable` whatever can be written as text. */
export type OperandType = FormulaType | 'many' | 'printable'

export interface FormulaFunction {
  /** As written in a spreadsheet formula. */
  name: string
  /** As stored. */
  operator: string
  /** The last type repeats. */
  takes: OperandType[]
  least: number
  most: number
  gives: FormulaType
  /** Other words for the same function. */
  aliases?: string[]
  /** Written between its operands. */
  infix?: boolean
  /** The second operand is evaluated for each row of the first: always, or when the first is a table. */
  overRows?: 'always' | 'tables'
}

/** As many as formula.schema.json lets stand in one list. */
export const mostOperands = 50

/** Deeper formulas are refused when written and have no value; nobody could read them anyway. */
export const deepestFormula = 60

type More = Partial<Omit<FormulaFunction, 'name' | 'operator' | 'takes' | 'gives'>>

const fn = (name: string, operator: string, takes: OperandType[], gives: FormulaType, more: More = {}): FormulaFunction => ({ name, operator, takes, gives, least: takes.length, most: takes.length, ...more })
const infix = (operator: string, takes: OperandType, gives: FormulaType, more: More = {}): FormulaFunction => fn(operator, operator, [takes, takes], gives, { infix: true, ...more })
const several: More = { least: 1, most: mostOperands }

export const formulaFunctions: readonly FormulaFunction[] = [
  infix('+', 'number', 'number', { most: mostOperands }), infix('-', 'number', 'number', { least: 1 }), infix('*', 'number', 'number', { most: mostOperands }), infix('/', 'number', 'number'),
  infix('==', 'any', 'boolean'), infix('!=', 'any', 'boolean'), infix('<', 'any', 'boolean'), infix('<=', 'any', 'boolean'), infix('>', 'any', 'boolean'), infix('>=', 'any', 'boolean'),
  fn('IF', 'if', ['boolean', 'any'], 'any', { most: mostOperands }),
  fn('AND', 'and', ['boolean'], 'boolean', several), fn('OR', 'or', ['boolean'], 'boolean', several), fn('NOT', 'not', ['boolean'], 'boolean'),
  fn('SUM', 'sum', ['rows', 'number'], 'number', { overRows: 'always' }), fn('COUNT', 'count', ['many'], 'integer'),
  fn('ANY', 'any', ['rows', 'boolean'], 'boolean', { overRows: 'always' }), fn('ALL', 'all', ['rows', 'boolean'], 'boolean', { overRows: 'always' }),
  fn('MIN', 'min', ['any'], 'any', { ...several, overRows: 'tables' }), fn('MAX', 'max', ['any'], 'any', { ...several, overRows: 'tables' }),
  fn('ROUND', 'round', ['number', 'integer'], 'number', { least: 1 }),
  fn('LEN', 'len', ['string'], 'integer'), fn('JOIN', 'join', ['printable'], 'string', { ...several, aliases: ['CONCAT'] }),
  fn('MID', 'mid', ['string', 'integer', 'integer'], 'string'), fn('SEARCH', 'search', ['string', 'string'], 'integer'),
  fn('WORDS', 'words', ['integer'], 'string'), fn('DATEWORDS', 'dateWords', ['date'], 'string'),
  fn('TODAY', 'today', [], 'date'), fn('YEAR', 'year', ['date'], 'integer'), fn('DAYS', 'days', ['date', 'date'], 'integer'),
  fn('ADDDAYS', 'addDays', ['date', 'integer'], 'date'), fn('ADDMONTHS', 'addMonths', ['date', 'integer'], 'date'), fn('ADDYEARS', 'addYears', ['date', 'integer'], 'date'),
  fn('WORKDAYS', 'workdays', ['date', 'date'], 'integer'), fn('ADDWORKDAYS', 'addWorkdays', ['date', 'integer'], 'date'),
  fn('INTERSECTS', 'intersects', ['list', 'list'], 'boolean'), fn('INCLUDES', 'includes', ['list', 'any'], 'boolean'),
]

const byOperator = new Map(formulaFunctions.map((each) => [each.operator, each]))
const byName = new Map(formulaFunctions.flatMap((each) => [each.name, ...(each.aliases ?? [])].map((name) => [name, each] as const)))

export const functionOf = (operator: string): FormulaFunction | undefined => byOperator.get(operator)

/** By its name in a spreadsheet, in any case. */
export const functionNamed = (name: string): FormulaFunction | undefined => {
  const known = byName.get(name.toUpperCase())
  return known?.infix ? undefined : known
}

export const takesAsMany = ({ least, most }: FormulaFunction, operands: number): boolean => operands >= least && operands <= most

/** Operands of a stored call; a single operand may stand without its list. */
export const operandsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** Function and operands of a stored formula; undefined for a constant or what is no call. */
export const readCall = (formula: unknown): { operator: string; operands: unknown[] } | undefined => {
  if (typeof formula !== 'object' || formula === null || Array.isArray(formula)) return undefined
  const [operator, ...others] = Object.keys(formula)
  return operator !== undefined && others.length === 0 ? { operator, operands: operandsOf((formula as Record<string, unknown>)[operator]) } : undefined
}

/** The name that a stored formula is, when it is nothing but a name. */
export const nameOf = (formula: unknown): string | undefined => {
  const call = readCall(formula)
  return call?.operator === 'var' && typeof call.operands[0] === 'string' ? call.operands[0] : undefined
}

/** The table in whose rows the second operand is read, by the name it is written with; undefined where there is none. */
export const tableNamed = (operator: string, operands: readonly unknown[]): string | undefined =>
  functionOf(operator)?.overRows && operands.length === 2 ? nameOf(operands[0]) : undefined
