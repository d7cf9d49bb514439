// What stood at a question before the applicant completed the dossier, in words: of a table every row, so that an officer sees what is
// different without the old form.
import { formatAnswer } from '#core/answers/format-answer.ts'
import type { CompiledForm, CompiledQuestion } from '#core/form/compiled-form.ts'
import { isRecord, toPath } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import type { FileInfo } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

type Files = ReadonlyMap<string, Pick<FileInfo, 'name'>>

const wordsOf = (compiled: CompiledForm, { question, kind, path }: CompiledQuestion, value: unknown, files: Files, locale: Locale): string => {
  if (question['x-file']) return Array.isArray(value) ? value.map((id) => files.get(String(id))?.name ?? t('changed.otherFile')).join('; ') : ''
  if (kind !== 'table' || !Array.isArray(value)) return formatAnswer(question, value, compiled.form.schema.$defs, locale)
  const columns = [...compiled.questions.values()].filter((each) => each.parent === path && each.kind !== 'group')
  const rows = value.map((row) => columns.map((column) => wordsOf(compiled, column, isRecord(row) ? row[column.name] : undefined, files, locale)).filter(Boolean).join(' · '))
  return [t('changed.rows', { n: value.length }), ...rows.map((row, i) => `${i + 1}. ${row}`)].join('\n')
}

export const earlierAnswer = (compiled: CompiledForm, pointer: string, value: unknown, files: Files, locale: Locale): string => {
  const asked = compiled.questions.get(toPath(pointer))
  return (asked && value !== undefined && wordsOf(compiled, asked, value, files, locale)) || t('changed.nothing')
}
