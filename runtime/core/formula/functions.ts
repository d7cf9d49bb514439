// The closed list of functions a formula may call, with what each takes and gives. A formula is JSON Logic: an object
// whose one name is the function and whose value is the list of its operands.

/** What a value is; `rows` is a table, `list` several choices or files. */
export type FormulaType = 'number' | 'integer' | 'text' | 'boolean' | 'date' | 'list' | 'rows' | 'any'

export interface FormulaFunction {
  /** As written in a spreadsheet formula; operators are written between their operands. */
  name: string
  /** As stored. */
  operator: string
  takes: FormulaType[]
  /** The last type repeats. */
  repeats?: boolean
  gives: FormulaType
  /** The second operand is evaluated for each row of the first. */
  overRows?: boolean
}

const fn = (name: string, operator: string, takes: FormulaType[], gives: FormulaType, more: Partial<FormulaFunction> = {}): FormulaFunction => ({ name, operator, takes, gives, ...more })

export const formulaFunctions: readonly FormulaFunction[] = [
  fn('IF', 'if', ['boolean', 'any', 'any'], 'any', { repeats: true }),
  fn('AND', 'and', ['boolean'], 'boolean', { repeats: true }), fn('OR', 'or', ['boolean'], 'boolean', { repeats: true }), fn('NOT', 'not', ['boolean'], 'boolean'),
  fn('SUM', 'sum', ['rows', 'number'], 'number', { overRows: true }), fn('COUNT', 'count', ['any'], 'integer'),
  fn('ANY', 'any', ['rows', 'boolean'], 'boolean', { overRows: true }), fn('ALL', 'all', ['rows', 'boolean'], 'boolean', { overRows: true }),
  fn('MIN', 'min', ['any'], 'number', { repeats: true }), fn('MAX', 'max', ['any'], 'number', { repeats: true }),
  fn('ROUND', 'round', ['number', 'integer'], 'number'), fn('LEN', 'len', ['text'], 'integer'), fn('JOIN', 'join', ['any'], 'text', { repeats: true }),
  fn('TODAY', 'today', [], 'date'), fn('ADDDAYS', 'addDays', ['date', 'integer'], 'date'), fn('ADDMONTHS', 'addMonths', ['date', 'integer'], 'date'), fn('ADDYEARS', 'addYears', ['date', 'integer'], 'date'),
  fn('YEAR', 'year', ['date'], 'integer'), fn('DAYS', 'days', ['date', 'date'], 'integer'), fn('WORKDAYS', 'workdays', ['date', 'date'], 'integer'), fn('ADDWORKDAYS', 'addWorkdays', ['date', 'integer'], 'date'),
  fn('INTERSECTS', 'intersects', ['list', 'list'], 'boolean'), fn('INCLUDES', 'includes', ['list', 'any'], 'boolean'),
]

export const arithmetic = ['+', '-', '*', '/'] as const
export const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const

/** Operands of a stored call; a single operand may stand without its list. */
export const operandsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** Function and operands of a stored formula; undefined for a constant or what is no call. */
export const readCall = (formula: unknown): { operator: string; operands: unknown[] } | undefined => {
  if (typeof formula !== 'object' || formula === null || Array.isArray(formula)) return undefined
  const [entry, ...others] = Object.entries(formula)
  return entry && others.length === 0 ? { operator: entry[0], operands: operandsOf(entry[1]) } : undefined
}
