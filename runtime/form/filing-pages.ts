// Which questions of a filing are to be answered now, and the pages that ask them: all of a draft, the asked ones of a
// supplement with what must be mended because of them.
import { computed, type ComputedRef } from 'vue'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isError } from '#core/issues/issue.ts'
import type { FormState } from './use-form.ts'
import type { Page, SupplementRequest } from '#schemas/generated/types.ts'
import { isAskedAgain } from './supplement-scope.ts'

export interface FilingPages {
  /** Pages with something to ask now, in order. */
  pages: ComputedRef<Page[]>
  isOpen(path: string): boolean
}

export const filingPages = (compiled: CompiledForm, form: FormState, supplement: SupplementRequest | undefined): FilingPages => {
  const needsMending = (path: string): boolean => form.issues.all.value.some((issue) => isError(issue) && (issue.pointer === path || issue.pointer.startsWith(`${path}/`)))
  const isOpen = (path: string): boolean => !supplement || isAskedAgain(supplement, path) || needsMending(path)
  const pages = computed(() => compiled.pages
    .filter((each) => form.relevance.value.hasPage(each.page.id) && each.sections.some(({ paths }) => paths.some((path) => isOpen(path) && form.relevance.value.isAsked(path))))
    .map((each) => each.page))
  return { pages, isOpen }
}
