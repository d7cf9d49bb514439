// What changes in a workflow: who plays which part, from when the clock runs, and step by step who acts, by when, what may be
// decided and what is recorded there.
import { isRecord } from '../issues/json-pointer.ts'
import { compareEntries, compareList, compareSettings, type Book, type Subject } from './book.ts'
import { compareForms } from './compare-forms.ts'
import type { Thing } from './working-copy.ts'

const lists = ['branches', 'opinions', 'timers', 'score'] as const

const compareStep = (book: Book, old: Thing, now: Thing, subject: Subject): void => {
  const ownForm = isRecord(old['form']) && isRecord(now['form'])
  const paired = lists.filter((name) => Array.isArray(old[name]) || Array.isArray(now[name]))
  compareSettings(book, subject, old, now, { skip: ['actions', ...paired, ...(ownForm ? ['form'] : [])] })
  const actionOf = (key: string): Subject => ({ key: `${subject.key}:action:${key}`, part: 'action', at: { step: subject.at.id, ...(key !== '' && { id: key }) } })
  for (const kept of compareList(book, old, now, 'actions', { subjectOf: actionOf })) compareSettings(book, actionOf(kept.key), kept.old, kept.now)
  for (const name of paired) compareEntries(book, subject, old, now, name)
  if (ownForm) compareForms(book, { key: `${subject.key}/`, at: { step: subject.at.id } }, old['form'] as Thing, now['form'] as Thing)
}

export const compareWorkflow = (book: Book, old: Thing, now: Thing): void => {
  const subject: Subject = { key: 'workflow', part: 'workflow', at: {} }
  const bothClocks = isRecord(old['clock']) && isRecord(now['clock'])
  compareSettings(book, subject, old, now, { skip: ['roles', 'steps', ...(bothClocks ? ['clock'] : [])] })
  if (bothClocks) {
    compareSettings(book, subject, old['clock'] as Thing, now['clock'] as Thing, { skip: ['cases'], prefix: 'clock.' })
    compareEntries(book, subject, old['clock'] as Thing, now['clock'] as Thing, 'cases')
  }
  const roleOf = (key: string): Subject => ({ key: `role:${key}`, part: 'role', at: key === '' ? {} : { id: key } })
  for (const kept of compareList(book, old, now, 'roles', { subjectOf: roleOf })) compareSettings(book, roleOf(kept.key), kept.old, kept.now)
  const stepOf = (key: string): Subject => ({ key: `step:${key}`, part: 'step', at: key === '' ? {} : { id: key, step: key } })
  for (const kept of compareList(book, old, now, 'steps', { subjectOf: stepOf })) compareStep(book, kept.old, kept.now, stepOf(kept.key))
}
