// What can be done at home with a procedure: everything, a part of it, getting the form, or reading (service levels 4 to 1).
import type { Info } from '#schemas/generated/types.ts'

export const levels = ['full', 'partial', 'forms', 'information'] as const
export type Level = (typeof levels)[number]

export const levelOf = ({ serviceLevel, serviceScope }: Pick<Info, 'serviceLevel' | 'serviceScope'>): Level =>
  (serviceLevel >= 3 ? (serviceScope === 'partial' ? 'partial' : 'full') : serviceLevel === 2 ? 'forms' : 'information')
