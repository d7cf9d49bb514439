// What a rule does, and the questions that it decides about.
import { isRecord } from '../issues/json-pointer.ts'

type Written = Record<string, unknown>

export const effectOf = (rule: object): 'show' | 'require' | 'limit' | 'refuse' => (['show', 'require', 'limit'] as const).find((name) => (rule as Written)[name] !== undefined) ?? 'refuse'

/** As paths of the form, also of a rule about rows. */
export const effectPaths = (rule: object): string[] => {
  const { within, show, require, limit } = rule as Written
  const base = typeof within === 'string' ? `${within}/*` : ''
  return [show, require, isRecord(limit) ? [limit['path']] : []].flatMap((paths) => (Array.isArray(paths) ? paths.filter((path) => typeof path === 'string').map((path) => base + path) : []))
}
