// Which numbers are years, and are written without the sign between the thousands.
import type { Question } from '#schemas/generated/types.ts'

/** A whole number of four digits and no other is a year: nobody writes 1.988. */
export const isYear = ({ type, minimum, maximum }: Question): boolean => type === 'integer' && minimum !== undefined && minimum >= 1000 && maximum !== undefined && maximum <= 9999
