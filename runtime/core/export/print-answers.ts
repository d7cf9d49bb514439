// Turns a form that was filled in into what stands on paper: the questions that were asked with their answers, all rows,
// the files by name and size. Questions that were not asked are left out, as they are from the dossier (contract.md, law 5).
import { findRelevance } from '../condition/relevance.ts'
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { readAt, type Answers } from '../issues/json-pointer.ts'
import { foldText, formatInstant, formatNumber } from '../text/format.ts'
import type { Locale } from '../text/localise.ts'
import type { Dossier, Info } from '#schemas/generated/types.ts'
import { roman } from './roman.ts'
import { printPhrase, type Filled, type PrintBlank, type PrintedFile, type PrintForm, type PrintPart, type PrintSection } from './print-model.ts'
import { rowsBlank, saidAt, type Answered } from './print-rows.ts'
import { answerText, plainText, printText } from './print-text.ts'

/** What is filled in: a draft as it is now, or a dossier as it was filed. */
export interface FilledForm {
  dossier: Pick<Dossier, 'code' | 'state' | 'submittedAt' | 'applicantName' | 'channel'>
  answers: Answers
  files: { id: string, name: string, size: number, question: string }[]
  madeAt: string
}

const blankOf = (answered: Answered, question: CompiledQuestion): PrintBlank => {
  if (question.kind === 'table') return rowsBlank(answered, question)
  const isDeclaration = question.question['x-field'] === 'consent' || question.question.const === true
  return isDeclaration ? { kind: 'declared', isMade: readAt(answered.relevance.answers, question.path) === true } : { kind: 'answer', text: saidAt(answered, question, question.path) }
}

/** Papers have a list of their own at the end. */
const askedIn = ({ form, relevance }: Answered, paths: readonly string[]): CompiledQuestion[] =>
  paths.flatMap((path) => form.questions.get(path) ?? []).filter((question) => !question.question['x-file'] && relevance.isAsked(question.path))

const partsOf = (answered: Answered): PrintPart[] => {
  const { form, locale } = answered
  let number = 0
  const pages = form.pages.map(({ page, sections }) => {
    const title = printText(page, 'title', locale)
    const printed = sections.flatMap(({ section, paths }): PrintSection[] => {
      const own = printText(section, 'title', locale)
      const items = askedIn(answered, paths).map((question) => ({ path: question.path, number: String(number += 1), label: printText(question.question, 'title', locale) || question.name, notes: [], blank: blankOf(answered, question) }))
      return items.length > 0 ? [{ ...(own !== '' && foldText(own) !== foldText(title) && { title: own }), notes: [], items }] : []
    })
    return { number: '', title, notes: [], sections: printed }
  })
  return pages.filter(({ sections }) => sections.length > 0).map((part, i) => ({ ...part, number: roman(i + 1) }))
}

const kilobyte = 1024
const sizeText = (bytes: number, locale: Locale): string =>
  (bytes < kilobyte * kilobyte ? `${formatNumber(Math.max(1, Math.round(bytes / kilobyte)), locale)} KB` : `${formatNumber(Math.round(bytes / kilobyte / kilobyte * 10) / 10, locale)} MB`)

/** Only the files that an answer names: what was replaced is no part of the dossier. */
const filesOf = ({ form, relevance, locale }: Answered, files: FilledForm['files']): PrintedFile[] => {
  const named = JSON.stringify(relevance.answers)
  return files.filter(({ id }) => named.includes(id)).map(({ name, size, question }) => ({
    title: printText(form.questions.get(question.replace(/\/\d+(?=\/)/g, '/*'))?.question, 'title', locale), name: answerText(name), size: sizeText(size, locale),
  }))
}

const filledOf = (answered: Answered, { dossier, files, madeAt }: FilledForm): Filled => {
  const { locale } = answered
  const isDraft = dossier.state === 'draft'
  const at = (instant: string) => ({ time: formatInstant(instant, locale) })
  const filed = dossier.submittedAt === undefined ? '' : printPhrase(dossier.channel === 'online' ? 'filedAt' : 'enteredAt', locale, at(dossier.submittedAt))
  return {
    isDraft, filed: isDraft ? '' : filed, files: filesOf(answered, files),
    lines: isDraft ? [printPhrase('draftNote', locale, at(madeAt))] : [
      ...(dossier.code === undefined ? [] : [printPhrase('filedCode', locale, { code: dossier.code })]), ...(filed ? [filed] : []),
      ...(dossier.applicantName ? [printPhrase('applicant', locale, { name: plainText(dossier.applicantName) })] : []),
    ],
  }
}

export const printAnswers = (form: CompiledForm, info: Info, filling: FilledForm, locale: Locale): PrintForm => {
  const answered: Answered = { form, relevance: findRelevance(form, filling.answers), locale, files: new Map(filling.files.map((file) => [file.id, file])) }
  const name = printText(info, 'name', locale)
  const own = printText(form.form.schema, 'title', locale)
  const to = printText(info, 'agency', locale) || printText(info, 'receivingUnit', locale)
  return {
    locale, code: printText(info, 'code', locale), title: own || printPhrase('title', locale), ...(foldText(own) !== foldText(name) && name !== '' && { procedure: name }), ...(to && { to }),
    parts: partsOf(answered), papers: [], left: 0, filled: filledOf(answered, filling),
  }
}
