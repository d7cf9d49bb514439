// Which questions a condition reads, as paths: what must be kept in step when a question is renamed, moved or removed.
import type { Condition } from '#schemas/generated/types.ts'

const under = (condition: Condition, path: string): string[] => {
  const names = [...new Set([...Object.keys(condition.properties ?? {}), ...(condition.required ?? [])])]
  const children = names.flatMap((name) => {
    const inner = condition.properties?.[name]
    const deeper = inner ? under(inner, `${path}/${name}`) : []
    return deeper.length > 0 ? deeper : [`${path}/${name}`]
  })
  const combined = [...(condition.allOf ?? []), ...(condition.anyOf ?? []), ...(condition.not ? [condition.not] : [])].flatMap((part) => under(part, path))
  const rows = condition.contains ? under(condition.contains, `${path}/*`) : []
  return [...children, ...combined, ...rows]
}

/** The paths read, without repetition, in the order of reading; `base` is the table of a rule that speaks of rows. */
export const conditionReferences = (condition: Condition, base = ''): string[] => [...new Set(under(condition, base ? `${base}/*` : ''))]
