// The filing in progress: the dossier, its form, the pages to go through, and the saving of it. Made by ApplyFrame and
// shared by the pages of the form and by "check your answers".
import { computed, inject, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isError } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { dossierFiles } from '#runtime/client/files.ts'
import { loadValidator, validatorUrl } from '#runtime/client/procedures.ts'
import { useForm, type FormState } from '#runtime/form/use-form.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Dossier, DossierView, Form, Page, Procedure, Session, SupplementRequest } from '#schemas/generated/types.ts'
import { dropLocalCopy, readLocalCopy } from './local-copy.ts'
import { mergeAnswers } from './merge-answers.ts'
import { isAskedAgain } from './supplement-scope.ts'
import { useAutosave, type Autosave } from './use-autosave.ts'

export interface Application {
  dossier: Dossier
  document: Procedure
  compiled: CompiledForm
  form: FormState
  files: ReturnType<typeof dossierFiles>
  saving: Autosave
  /** Pages with something to ask now, in order. */
  pages: ComputedRef<Page[]>
  /** The page that is open, kept with the draft. */
  page: Ref<string | undefined>
  /** Where the person stopped last time. */
  startPage: string | undefined
  supplement: SupplementRequest | undefined
  /** Whether a question is to be answered now: all of a draft, the asked ones of a supplement. */
  isOpen(path: string): boolean
  /** Answers from this browser, newer than the server's, were taken up, and the person is still on the page that says so. */
  recovered: Ref<boolean>
}

/** What to begin with: the server's answers, with what was typed here and never reached it. */
const firstAnswers = ({ dossier }: DossierView, account: Session): { answers: Answers; recovered: boolean } => {
  const copy = readLocalCopy(dossier.id, account.id)
  if (!copy) return { answers: dossier.answers, recovered: false }
  return { answers: mergeAnswers(copy.base, copy.answers, dossier.answers), recovered: true }
}

export const createApplication = (view: DossierView, account: Session): Application => {
  const { dossier, document } = view
  const compiled = compileForm(document.form as Form)
  const validate = shallowRef<CompiledValidator>()
  void loadValidator(validatorUrl(dossier.procedureId, dossier.revision)).then((loaded) => { validate.value = loaded })

  const { answers, recovered } = firstAnswers(view, account)
  const files = dossierFiles(dossier.id, view.files)
  const page = shallowRef<string>()
  const form = useForm({ compiled, locale, answers, files, validate, ...(view.suggestions && { offers: view.suggestions }), suggests: !dossier.supplement, onAnswer: () => saving.changed() })
  const saving = useAutosave({
    dossier: dossier.id, account: account.id, version: dossier.version, saved: dossier.answers,
    answers: () => form.answers.value, page: () => page.value, take: (next) => form.replace(next),
  })
  if (recovered) saving.changed()

  const { supplement } = dossier
  const needsMending = (path: string): boolean => form.issues.all.value.some((issue) => isError(issue) && (issue.pointer === path || issue.pointer.startsWith(`${path}/`)))
  const isOpen = (path: string): boolean => !supplement || isAskedAgain(supplement, path) || needsMending(path)
  const pages = computed(() => compiled.pages
    .filter((each) => form.relevance.value.hasPage(each.page.id) && each.sections.some(({ paths }) => paths.some((path) => isOpen(path) && form.relevance.value.isAsked(path))))
    .map((each) => each.page))

  return { dossier, document, compiled, form, files, saving, pages, page, startPage: view.page, supplement, isOpen, recovered: shallowRef(recovered) }
}

export const applicationKey: InjectionKey<Readonly<Ref<Application | undefined>>> = Symbol('application')

/** For the pages inside ApplyFrame, which shows them only when the application is there. */
export const useApplication = (): Application => {
  const application = inject(applicationKey)?.value
  if (!application) throw new Error('A page of a filing stands outside of it')
  return application
}

/** The server has the whole dossier now: nothing of it stays in this browser. */
export const forgetApplication = (dossier: string): void => {
  dropLocalCopy(dossier)
  try {
    sessionStorage.removeItem(`motcua.filing.${dossier}`)
  } catch { /* see local-copy.ts */ }
}
