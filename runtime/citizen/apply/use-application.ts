// The filing in progress: the dossier, its form, the pages to go through, and the saving of it. Made by ApplyFrame and
// shared by the pages of the form and by "check your answers".
import { inject, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { CompiledForm, Evaluate } from '#core/form/compiled-form.ts'
import { hasFormulas, hasSuggestions, readForm } from '#core/form/read-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { dossierFiles } from '#runtime/client/files.ts'
import { loadValidator, validatorUrl } from '#runtime/client/procedures.ts'
import { filingPages } from '#runtime/form/filing-pages.ts'
import type { Judge } from '#runtime/form/judge.ts'
import type { Suggesting } from '#runtime/form/suggest-answers.ts'
import { useForm, type FormState } from '#runtime/form/use-form.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Dossier, DossierView, Form, Page, Procedure, RevisionNotice, Session, SupplementRequest } from '#schemas/generated/types.ts'
import { readLocalCopy } from './local-copy.ts'
import { mergeAnswers } from './merge-answers.ts'
import { useAutosave, type Autosave } from './use-autosave.ts'

export interface Application {
  dossier: Dossier
  document: Procedure
  compiled: CompiledForm
  /** Asks for the judge: resolves when it is there, or cannot be had now. */
  judging(): Promise<void>
  /** By the form's own validator, not only by what stands beside it. */
  isJudged: Readonly<Ref<boolean>>
  form: FormState
  files: ReturnType<typeof dossierFiles>
  saving: Autosave
  /** Pages with something to ask now, in order. */
  pages: ComputedRef<Page[]>
  /** The page that is open, kept with the draft. */
  page: Ref<string | undefined>
  /** The page to begin with: the one that was asked for, else where the person stopped last time, else the first. */
  firstPage(asked?: string): string | undefined
  supplement: SupplementRequest | undefined
  /** The form was published anew, or withdrawn, since this was begun. */
  notice: RevisionNotice | undefined
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

/** What evaluates formulas is loaded by forms that have any. */
const evaluatorOf = async (form: Form): Promise<Evaluate> =>
  (hasFormulas(form) ? (await import('#core/formula/evaluate-formula.ts')).evaluateFormula : () => undefined)

export interface LoadedForm {
  compiled: CompiledForm
  suggesting: Suggesting | undefined
}

/** The form of a dossier with what it needs to be filled in. In a supplement nothing is suggested. */
export const loadForm = async ({ document, dossier }: DossierView): Promise<LoadedForm> => {
  const form = document.form as Form
  const [evaluate, suggesting] = await Promise.all([evaluatorOf(form), !dossier.supplement && hasSuggestions(form) ? import('#runtime/form/suggest-answers.ts').then((module) => module.suggesting) : undefined])
  return { compiled: readForm(form, evaluate), suggesting }
}

export const createApplication = (view: DossierView, { compiled, suggesting }: LoadedForm, account: Session): Application => {
  const { dossier, document } = view
  const judge = shallowRef<Judge>()
  const isJudged = shallowRef(false)
  // Without the form's own validator the rest judges, and the server judges it all again; on the next occasion it is asked for once more.
  let asked: Promise<void> | undefined
  const judging = (): Promise<void> => (asked ??= Promise.all([import('#runtime/form/judge.ts'), loadValidator(validatorUrl(dossier.procedureId, dossier.revision))])
    .then(([{ judgeBy }, validate]) => {
      judge.value = judgeBy(validate)
      isJudged.value = Boolean(validate)
      if (!validate) asked = undefined
    }, () => { asked = undefined }))

  const { answers, recovered } = firstAnswers(view, account)
  const files = dossierFiles(dossier.id, view.files)
  const page = shallowRef<string>()
  const form = useForm({ compiled, locale, answers, files, judge, ...(view.suggestions && { offers: view.suggestions }), suggesting, onAnswer: () => saving.changed() })
  const saving = useAutosave({
    dossier: dossier.id, account: account.id, revision: dossier.revision, version: dossier.version, saved: dossier.answers,
    answers: () => form.answers.value, page: () => page.value, take: (next) => form.replace(next),
  })
  if (recovered) saving.changed()

  const { supplement } = dossier
  const { pages, isOpen } = filingPages(compiled, form, supplement)
  const firstPage = (asked?: string): string | undefined => (pages.value.find(({ id }) => id === (asked ?? view.page)) ?? pages.value[0])?.id

  return { dossier, document, compiled, judging, isJudged, form, files, saving, pages, page, firstPage, supplement, notice: view.revisionNotice, isOpen, recovered: shallowRef(recovered) }
}

export const applicationKey: InjectionKey<Readonly<Ref<Application | undefined>>> = Symbol('application')

/** For the pages inside ApplyFrame, which shows them only when the application is there. */
export const useApplication = (): Application => {
  const application = inject(applicationKey)?.value
  if (!application) throw new Error('A page of a filing stands outside of it')
  return application
}
