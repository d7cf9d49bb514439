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

const subjects = new Set(['text', 'taxCode', 'enterpriseCode'])
const found = new Set([...subjects, 'personId', 'phone'])

interface Asked {
  field: string
  path: string
}

/** What does not change from dossier to dossier of one revision is worked out once. */
const askedBy = new WeakMap<CompiledForm, { workflow: Procedure['workflow']; asked: Asked[] }>()

/** The questions whose answers a dossier is found by. */
const askedOf = (form: CompiledForm, workflow: Procedure['workflow']): Asked[] => {
  const known = askedBy.get(form)
  if (known && known.workflow === workflow) return known.asked
  const hidden = workflow?.steps.flatMap((step) => step.sees?.hide ?? []) ?? []
  const asked = [...form.questions.values()].flatMap((each): Asked[] => {
    const field = each.question['x-field']
    return field !== undefined && found.has(field) && isOpen(each, hidden) ? [{ field, path: each.path }] : []
  })
  askedBy.set(form, { workflow, asked })
  return asked
}

const answersOf = (asked: readonly Asked[], { answers }: Pick<Dossier, 'answers'>): Answer[] =>
  asked.flatMap(({ field, path }) => expandPath(path, answers).flatMap((pointer) => {
    const value = readAt(answers, pointer)
    return typeof value === 'string' ? [{ field, text: value }] : []
  }))

const wordsBy = new WeakMap<Procedure['info'], string[]>()

/** Of code and name of a procedure. */
const procedureWords = (info: Procedure['info']): string[] => {
  const known = wordsBy.get(info) ?? [...wordsOf(info.code), ...wordsOf(info.name)]
  wordsBy.set(info, known)
  return known
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Each between blanks, so that a word is found whole or by its beginning with the means of any database. */
export const searchWords = (dossier: Pick<Dossier, 'code' | 'applicantName' | 'answers' | 'procedureId' | 'channel' | 'state' | 'intake'>, { info, workflow }: Pick<Procedure, 'info' | 'workflow'>, form: CompiledForm | undefined): string => {
  const answers = form ? answersOf(askedOf(form, workflow), dossier) : []
  const said = answers.filter(({ field }) => subjects.has(field)).map(({ text }) => text)
  const all = [...wordsOf(dossier.code ?? ''), ...wordsOf(dossier.applicantName ?? ''), ...procedureWords(info), ...said.flatMap(wordsOf)]
  const words = [...new Set(all.map(cut))].slice(0, mostWords)
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
