// The kinds of inputs that a page of a form may draw, parts of compound answers and columns of tables included.
import type { Question } from '#schemas/generated/types.ts'
import { inputKindOf, type InputKind } from '#core/form/input-kind.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { resolveQuestion } from '#core/form/walk-form.ts'

export const kindsOnPage = ({ pages, questions, form: { schema } }: CompiledForm, page: string): Set<InputKind> => {
  const kinds = new Set<InputKind>()
  const visit = (given: Question): void => {
    const question = resolveQuestion(given, schema.$defs)
    kinds.add(inputKindOf(question))
    for (const part of Object.values((question.type === 'array' ? question.items?.properties : question.properties) ?? {})) visit(part)
  }
  for (const path of pages.find((each) => each.page.id === page)?.sections.flatMap(({ paths }) => paths) ?? []) visit(questions.get(path)?.question ?? {})
  return kinds
}
