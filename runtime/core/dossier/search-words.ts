// The words that officers find a filed dossier by: its code, who applies, the procedure, what it is about; and, kept apart
// from words that anybody types, the numbers of people that only some officers may look for.
import type { Dossier, Procedure } from '#schemas/generated/types.ts'
import { wordsOf } from '../catalogue/search-words.ts'
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { expandPath, readAt } from '../issues/json-pointer.ts'

const signs = { procedure: '=p', channel: '=c', person: '=i', phone: '=t' } as const

/** What begins with = stands for a whole value; nobody types it, because words hold letters and digits only. */
const mark = (kind: keyof typeof signs, value: string): string => signs[kind] + value

export const procedureMark = (id: string): string => mark('procedure', id.replaceAll('-', ''))
/** Of dossiers that have not ended. */
export const openMark = '=o'
export const channelMark = (channel: Dossier['channel']): string => mark('channel', channel)

/** A phone number is looked for by its last digits. */
const reversed = (digits: string): string => [...digits].reverse().join('')

const longestWord = 40
const mostWords = 60
const mostNumbers = 20

const cut = (word: string): string => word.slice(0, longestWord)

interface Answer {
  field: string
  text: string
}

/** Texts that no officer of the procedure is kept from, and nobody marked as sensitive. */
const isOpen = ({ question, path }: CompiledQuestion, hidden: readonly string[]): boolean =>
  question['x-privacy']?.class !== 'sensitive' && !hidden.some((each) => path === each || path.startsWith(`${each}/`))

const answersOf = (form: CompiledForm | undefined, { answers }: Pick<Dossier, 'answers'>, hidden: readonly string[]): Answer[] =>
  [...form?.questions.values() ?? []].flatMap((asked) => {
    const field = asked.question['x-field']
    if (field === undefined || !isOpen(asked, hidden)) return []
    return expandPath(asked.path, answers).flatMap((pointer) => {
      const value = readAt(answers, pointer)
      return typeof value === 'string' ? [{ field, text: value }] : []
    })
  })

const subjects = new Set(['text', 'taxCode', 'enterpriseCode'])

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Each between blanks, so that a word is found whole or by its beginning with the means of any database. */
export const searchWords = (dossier: Pick<Dossier, 'code' | 'applicantName' | 'answers' | 'procedureId' | 'channel' | 'state' | 'intake'>, { info, workflow }: Pick<Procedure, 'info' | 'workflow'>, form: CompiledForm | undefined): string => {
  const answers = answersOf(form, dossier, workflow?.steps.flatMap((step) => step.sees?.hide ?? []) ?? [])
  const said = [dossier.code, dossier.applicantName, info.code, info.name, ...answers.filter(({ field }) => subjects.has(field)).map(({ text }) => text)]
  const words = [...new Set(said.flatMap((text) => wordsOf(text ?? '').map(cut)))].slice(0, mostWords)
  const person = dossier.intake?.person
  const numbers = (field: string, atCounter: string | undefined): string[] =>
    [...answers.filter((each) => each.field === field).map(({ text }) => text), atCounter ?? ''].map(digitsOf).filter(Boolean).slice(0, mostNumbers)
  const marks = [
    procedureMark(dossier.procedureId), channelMark(dossier.channel), ...(dossier.state === 'open' ? [openMark] : []),
    ...numbers('personId', person?.personId).map((id) => mark('person', id)), ...numbers('phone', person?.phone).map((phone) => mark('phone', reversed(phone))),
  ]
  return ` ${[...words, ...new Set(marks)].join(' ')} `
}

/** A word that must be there, or one that begins so; one of `any` is enough. */
export interface Sought {
  any: { word: string; begins: boolean }[]
}

const fewestPhoneDigits = 4

/** How a word may be meant: as a word, as the number of a person, as the end of a phone number. */
const readings = (word: string, last: boolean, persons: boolean): Sought => ({
  any: [
    // Whoever is still writing the last word means its beginning.
    { word: cut(word), begins: last && word.length > 1 },
    ...(persons && /^(\d{9}|\d{12})$/.test(word) ? [{ word: mark('person', word), begins: false }] : []),
    ...(/^\d+$/.test(word) && word.length >= fewestPhoneDigits ? [{ word: mark('phone', reversed(word)), begins: true }] : []),
  ],
})

const mostSought = 8

/** Every word of what was typed must be there; `persons`: whether this officer may look for the numbers of people. */
export const readSought = (typed: string, persons: boolean): Sought[] => {
  const words = wordsOf(typed.normalize('NFC')).slice(0, mostSought)
  return words.map((word, i) => readings(word, i === words.length - 1, persons))
}
