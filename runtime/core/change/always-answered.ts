// Which questions everybody answers: required, in groups that are required, and never hidden. A sentence about people need not
// speak of those who left them out: such a filing is refused.
import type { Form } from '#schemas/generated/types.ts'
import { placesIn } from '../form/question-places.ts'
import { isInside } from './classify-places.ts'
import { effectPaths } from './rule-effects.ts'

const hiddenIn = ({ pages, rules }: Form): string[] => [
  ...pages.flatMap((page) => page.sections.flatMap((section) => (page.when || section.when ? section.questions : []))),
  ...(rules ?? []).flatMap((rule) => (rule.show ? effectPaths(rule) : [])),
]

/** In the rows of a table, of columns that stand in every row. */
export const alwaysAnswered = (form: Form, within?: string): ((path: string) => boolean) => {
  const hidden = hiddenIn(form)
  const places = new Map(placesIn(form.schema).map((place) => [place.path, place]))
  const isCertain = (path: string): boolean => {
    const place = places.get(path)
    if (!place || hidden.some((each) => isInside(path, each))) return false
    const isRequired = Array.isArray(place.owner['required']) && place.owner['required'].includes(place.name)
    return isRequired && (place.parent === '' || place.parent === within || isCertain(place.parent))
  }
  return (path) => isCertain(within === undefined ? path : `${within}/*${path}`)
}
