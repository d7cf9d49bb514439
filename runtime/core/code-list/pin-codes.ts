// Copies a version of a code list into a document, so that a published revision keeps the codes it was published with; and
// finds pinned codes whose time is over.
import type { Code, CodeList, Form, Option, Procedure, Question } from '#schemas/generated/types.ts'
import { toPointer } from '../issues/json-pointer.ts'
import type { Issue } from '../issues/issue.ts'
import { joinTitles, titleWords } from '../issues/title-words.ts'
import { formsOf } from '../procedure/document-forms.ts'
import { codesInForce } from './in-force.ts'

/** As many options as a question may have. */
export const mostPinned = 5000

const toOption = ({ validFrom: _from, validTo, ...code }: Code): Option => ({ ...code, ...(validTo !== undefined && { validTo }) })

/** What a document keeps under $defs: the codes in force on a day, with the list and version they came from. */
export const pinCodes = (list: CodeList, on: string): Question => {
  const codes = codesInForce(list, on)
  return {
    type: codes.every((code) => typeof code.const === 'number') && codes.length > 0 ? 'integer' : 'string',
    title: list.title, ...(list['x-i18n'] && { 'x-i18n': list['x-i18n'] }), 'x-codeList': list.id, 'x-codeListFrom': list.validFrom,
    ...(codes.length > 0 && { oneOf: codes.map(toOption) }),
  }
}

/** Name under $defs for a list: names of questions have no hyphens. */
export const definitionName = (listId: string): string => listId.replace(/-+([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase()).replaceAll('-', '')

const endedIn = (form: Form, pointer: string, today: string): Issue[] =>
  Object.entries(form.schema.$defs ?? {}).flatMap(([name, definition]): Issue[] => {
    const ended = (definition.oneOf ?? []).filter((option) => typeof option['validTo'] === 'string' && option['validTo'] < today)
    if (definition['x-codeList'] === undefined || ended.length === 0) return []
    return [{ pointer: `${pointer}/schema/$defs${toPointer([name])}`, code: 'publish.codesEnded', level: 'warning', params: { title: titleWords(definition, name), n: ended.length, options: joinTitles(ended.slice(0, 3).map((option) => titleWords(option, String(option.const))), ', ') } }]
  })

/** Pinned codes that nobody may use any more on that day: a warning, because the office may still mean them. */
export const endedCodes = (procedure: Procedure, today: string): Issue[] => formsOf(procedure).flatMap(({ form, pointer }) => endedIn(form, pointer, today))
