// What officers call the applicant of a dossier that was filed without an account: the answer to the question that an
// account would have filled in with the person's or the organisation's name.
import type { CompiledForm } from '../form/compiled-form.ts'
import { readAt, type Answers } from '../issues/json-pointer.ts'

const nameKeys = ['organisation.name', 'person.fullName', 'fullName', 'name']

export const applicantName = ({ questions }: CompiledForm, answers: Answers): string | undefined => {
  const named = [...questions.values()].flatMap(({ path, question }) => {
    const prefill = question['x-prefill']
    const rank = prefill?.from === 'profile' ? nameKeys.indexOf(prefill.key ?? '') : -1
    const answer = rank < 0 ? undefined : readAt(answers, path)
    return typeof answer === 'string' && answer !== '' ? [{ rank, answer }] : []
  })
  return named.sort((a, b) => a.rank - b.rank)[0]?.answer.slice(0, 255)
}
