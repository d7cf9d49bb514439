// The named checks of the field catalogue: check digits, which JSON Schema cannot say (contract.md "Beyond JSON Schema").

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Tax code of 10 digits, with -3 digits for a branch; the tenth is a check digit (TT 86/2024/TT-BTC). */
const isTaxCode = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^[0-9]{10}(-[0-9]{3})?$/.test(value)) return false
  const digits = [...value.slice(0, 10)].map(Number)
  const remainder = weights.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11
  return 10 - remainder === digits[9]
}

/** Since 1 July 2025 individuals and household businesses use their personal number as tax code. */
const isPersonId = (value: unknown): boolean => typeof value === 'string' && /^0[0-9]{11}$/.test(value)

/** By field type; a field type that is not named here has no check digit. */
export const fieldChecks: Record<string, (value: unknown) => boolean> = { taxCode: isTaxCode, enterpriseCode: isTaxCode, personId: isPersonId }
