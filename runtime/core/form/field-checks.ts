// The named checks of the field catalogue: check digits, which JSON Schema cannot say (contract.md "Beyond JSON Schema").

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Code of 10 digits, with -3 digits for a branch; the tenth is a check digit (TT 86/2024/TT-BTC). */
const isEnterpriseCode = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^[0-9]{10}(-[0-9]{3})?$/.test(value)) return false
  const digits = [...value.slice(0, 10)].map(Number)
  const remainder = weights.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11
  return 10 - remainder === digits[9]
}

/**
 * Twelve digits without a check digit: place of first registration (a province, or a country for those born abroad),
 * century and sex, year of birth, six others. Only the length can be wrong.
 */
const isPersonId = (value: unknown): boolean => typeof value === 'string' && /^[0-9]{12}$/.test(value)

/** Since 1 July 2025 individuals and household businesses use their personal number as tax code. */
const isTaxCode = (value: unknown): boolean => isEnterpriseCode(value) || isPersonId(value)

type Check = (value: unknown) => boolean

/** By field type; a field type that is not named here has no check digit, whatever documents call it. */
export const fieldChecks: Readonly<Record<string, Check | undefined>> = Object.assign(Object.create(null) as Record<string, Check>, {
  taxCode: isTaxCode, enterpriseCode: isEnterpriseCode, personId: isPersonId,
})
