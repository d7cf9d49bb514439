// A form of the product itself (a profile, who files, a paper dossier at the counter), drawn and judged in the page as the
// forms of procedures are.
import { ref, shallowRef, type Ref } from 'vue'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isError } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Form, Problem } from '#schemas/generated/types.ts'
import type { FilesApi } from './files.ts'
import { judgeBy } from './judge.ts'
import type { ListedIssue } from './list-issues.ts'
import { showProblem } from './show-problem.ts'
import { suggesting } from './suggest-answers.ts'
import { useForm, type FormState } from './use-form.ts'

export interface OwnForm {
  compiled: CompiledForm
  form: FormState
  /** Faults as they are listed above the form, and how often that was tried. */
  listed: Ref<readonly ListedIssue[]>
  attempt: Ref<number>
  /** The prepared answers; undefined when something must be mended first. `except` names a place that is asked elsewhere. */
  check(except?: string): Answers | undefined
  /** Brings a refusal back to the questions; false when it speaks of something else. */
  refuse(problem: Problem, base: string): boolean
}

interface Source {
  answers?: Answers
  files?: FilesApi
  idPrefix?: string
  onAnswer?: () => void
}

export const useOwnForm = (document: Form, { answers = {}, ...source }: Source): OwnForm => {
  const compiled = compileForm(document)
  const form = useForm({ compiled, locale, answers, judge: judgeBy(interpretSchema(compiled.schema)), suggesting, ...source })
  const listed = shallowRef<readonly ListedIssue[]>([])
  const attempt = ref(0)

  const list = (issues: FormState['issues']['all']['value']): void => {
    listed.value = form.list(issues)
    attempt.value += 1
  }

  return {
    compiled, form, listed, attempt,
    check: (except) => {
      form.issues.reveal()
      const errors = form.issues.all.value.filter((issue) => isError(issue) && issue.pointer !== except)
      list(errors)
      return errors.length === 0 ? form.prepared() : undefined
    },
    refuse: (problem, base) => {
      const { issues } = showProblem(problem, base)
      form.issues.hold(issues)
      if (issues.length > 0) list(issues)
      return issues.length > 0
    },
  }
}
