// Takes one page of a form as a browser without scripts sent it: what the answers are now, what is wrong on that page, which
// questions came with them, and where to go on. The same form state as in the app decides.
import { effectScope } from 'vue'
import { readFormData, type ReadForm } from '#core/answers/read-form-data.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { carryOutAct, readPageAct } from '#core/plain/page-act.ts'
import type { Received, SentPage } from '#core/plain/port.ts'
import { filingPages } from '#runtime/form/filing-pages.ts'
import { memoryFiles } from '#runtime/form/files.ts'
import { judgeBy } from '#runtime/form/judge.ts'
import { suggesting } from '#runtime/form/suggest-answers.ts'
import { useForm, type FormState } from '#runtime/form/use-form.ts'
import { shallowRef } from 'vue'

const touches = (pointer: string, asked: string): boolean => pointer === asked || pointer.startsWith(`${asked}/`) || asked.startsWith(`${pointer}/`)

/** Questions of a page that are asked, rows opened up as far as they are there. */
const askedOn = (compiled: CompiledForm, form: FormState, page: string): string[] =>
  compiled.pages.filter((each) => each.page.id === page).flatMap(({ sections }) => sections.flatMap(({ paths }) => paths)).filter((path) => form.isAsked(path))

const read = (compiled: CompiledForm, { view, page, entries, locale }: SentPage): ReadForm =>
  page === undefined ? { answers: view.dossier.answers, asked: [], unknown: [] } : readFormData(compiled, entries, { page, base: view.dossier.answers, locale })

const judge = (compiled: CompiledForm, form: FormState, sent: SentPage, found: ReadForm): Received => {
  const { page = '', act, view } = sent
  const before = new Set(page ? askedOn(compiled, form, page) : [])
  form.take(carryOutAct(compiled, found.answers, readPageAct(act)), found.asked)
  const { pages, isOpen } = filingPages(compiled, form, view.dossier.supplement)
  const faults = form.issues.errorsOf(page).map(({ pointer }) => pointer).filter((pointer) => found.asked.some((asked) => touches(pointer, asked)))
  const appeared = page ? askedOn(compiled, form, page).find((path) => !before.has(path) && isOpen(path)) : undefined
  return { answers: form.answers.value, faults: [...new Set(faults)], appeared, dropped: form.dropped.value, pages: pages.value.map(({ id }) => id) }
}

export const receivePage = (sent: SentPage): Received => {
  const { view, locale, validate } = sent
  const compiled = compileForm(view.document.form!)
  const scope = effectScope(true)
  try {
    return scope.run(() => {
      const files = memoryFiles(shallowRef(new Map(view.files.map((file) => [file.id, file]))))
      const form = useForm({ compiled, locale, answers: view.dossier.answers, files, judge: judgeBy(validate), ...(view.suggestions && { offers: view.suggestions }), suggesting: view.dossier.supplement ? undefined : suggesting })
      return judge(compiled, form, sent, read(compiled, sent))
    })!
  } finally {
    scope.stop()
  }
}
