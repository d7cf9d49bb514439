// What has no name in a workflow: officers and citizens read these names, and a button without words decides about nobody knows what.
import type { Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'

const isNameless = ({ title }: { title: string }): boolean => title.trim() === ''

export const lintTitles = ({ steps }: Workflow): Issue[] => steps.flatMap((step, s): Issue[] => {
  const named = (list: 'actions' | 'opinions', code: string): Issue[] => (step[list] ?? []).flatMap((each, i) => (isNameless(each) ? [{ pointer: `/steps/${s}/${list}/${i}`, code, params: { n: i + 1, title: titleWords(step, step.id) } }] : []))
  return [...(isNameless(step) ? [{ pointer: `/steps/${s}`, code: 'lint.stepWithoutTitle', params: { n: s + 1 } }] : []), ...named('actions', 'lint.actionWithoutTitle'), ...named('opinions', 'lint.opinionWithoutTitle')]
})
