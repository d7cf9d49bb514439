// Where an author goes to mend an issue: the page, and what to select on it, from a pointer into the document.
import { parsePointer } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { exists, type Selection } from './selection.ts'

export interface IssuePlace {
  route: 'information' | 'form' | 'fees' | 'workflow' | 'overview'
  selection?: Selection
  /** Id of the field to focus. */
  anchor?: string
}

/** Segments below form.schema as the path of the deepest question they pass. */
export const questionPath = (segments: readonly string[]): string => {
  const [keyword, name, ...rest] = segments
  if (keyword === 'properties' && name !== undefined) return `/${name}${questionPath(rest)}`
  return keyword === 'items' && name === 'properties' ? `/*${questionPath(segments.slice(1))}` : ''
}

const inForm = (procedure: Procedure, segments: readonly string[]): Selection | undefined => {
  const [part, index, ...rest] = segments
  const form = procedure.form
  if (part === 'schema') {
    const path = questionPath(segments.slice(1))
    return path === '' ? undefined : { kind: 'question', path }
  }
  if (part === 'pages') {
    const page = form?.pages[Number(index)]
    return page && (rest[0] === 'sections' && rest[1] !== undefined ? { kind: 'section', page: page.id, section: Number(rest[1]) } : { kind: 'page', page: page.id })
  }
  const rule = part === 'rules' ? form?.rules?.[Number(index)] : undefined
  const target = rule?.show?.[0] ?? rule?.require?.[0] ?? rule?.limit?.path ?? rule?.refuse?.at
  const path = part === 'checks' ? form?.checks?.[Number(index)]?.at : target && rule?.within ? `${rule.within}/*${target}` : target
  return path === undefined ? undefined : { kind: 'question', path }
}

/** Texts that lack a language are mended beside each other, not where they stand. */
export const isAboutLanguage = (code: string): boolean => code.startsWith('publish.english')

export const issuePlace = (procedure: Procedure, pointer: string): IssuePlace => {
  const [part, ...rest] = parsePointer(pointer)
  const known = (selection: Selection | undefined): Pick<IssuePlace, 'selection'> => (selection && exists(procedure, selection) ? { selection } : {})
  switch (part) {
    case 'info': return { route: 'information', ...(rest[0] && { anchor: `info-${rest[0]}` }) }
    case 'form': return { route: 'form', ...known(inForm(procedure, rest)) }
    case 'fees': return { route: 'fees', ...known({ kind: 'fee', id: procedure.fees?.[Number(rest[0])]?.id ?? '' }) }
    case 'workflow': {
      const place = rest[0] === 'steps' && rest[1] !== undefined ? rest[2] ?? 'step' : rest[0] && 'settings'
      return { route: 'workflow', ...(place !== undefined && { anchor: place }), ...known(rest[0] === 'steps' ? { kind: 'step', id: procedure.workflow?.steps[Number(rest[1])]?.id ?? '' } : undefined) }
    }
    default: return { route: 'overview' }
  }
}
