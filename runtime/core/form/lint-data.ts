// What a form collects, looked at with the eyes of the person it is about: personal data without a purpose and a time to
// keep them (Law 91/2025/QH15), sensitive data that are not marked so, and the same fact asked twice (once only).
import type { Question } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { foldText } from '../text/format.ts'
import type { CompiledForm, CompiledQuestion } from './compiled-form.ts'
import { schemaPointer } from './lint-questions.ts'

const warning = (pointer: string, code: string, params: Record<string, unknown>): Issue => ({ pointer, code, params, level: 'warning' })

/** Field types that are about a person by themselves. */
const personal = new Set(['personId', 'phone', 'email', 'address'])
const personalTitles = /\b(ho va ten|ho, chu dem|ho ten|ngay.{0,12}sinh|noi cu tru|noi thuong tru|so can cuoc|so dinh danh)\b/
/** Kinds of data that the law calls sensitive, in the words of forms. */
const sensitiveTitles = /\b(ton giao|suc khoe|benh|khuyet tat|dan toc|sinh trac|van tay|tai khoan ngan hang|an tich|tien an|xu huong tinh duc|chinh kien)\b/

/** Where an office or a firm stands is no secret of a person. */
const ofOrganisation = /\b(tru so|van phong|chi nhanh|dia diem|co so|nha may|kho|to chuc|doanh nghiep|chinh thuc)\b/

const isPersonal = (question: Question): boolean => {
  const title = foldText(question.title ?? '')
  return personalTitles.test(title) || (personal.has(question['x-field'] ?? '') && !ofOrganisation.test(title))
}

const privacyOf = (form: CompiledForm, each: CompiledQuestion | undefined): Question['x-privacy'] =>
  each && (each.question['x-privacy'] ?? privacyOf(form, form.questions.get(each.parent)))

const lintPrivacy = (form: CompiledForm, each: CompiledQuestion): Issue[] => {
  const { question, path, kind } = each
  if (kind !== 'leaf' || question['x-compute'] !== undefined) return []
  const pointer = schemaPointer(path)
  const title = question.title ?? path
  const privacy = privacyOf(form, each)
  if (sensitiveTitles.test(foldText(title)) && privacy?.class !== 'sensitive' && question.type !== 'boolean') return [warning(pointer, 'lint.sensitiveUnmarked', { title })]
  if (!isPersonal(question)) return []
  return privacy ? [] : [warning(pointer, 'lint.privacyMissing', { title })]
}

/** The same entry of a register, asked twice in one filing. */
const askedTwice = (form: CompiledForm): Issue[] => {
  const read = [...form.questions.values()].flatMap(({ question, path }) => {
    const prefill = question['x-prefill']
    return prefill?.key && prefill.from !== 'formula' && !path.includes('/*') ? [{ path, key: `${prefill.from} ${prefill.key}`, title: question.title ?? path }] : []
  })
  return read.flatMap(({ path, key, title }, i) => {
    const first = read.find((each) => each.key === key)
    return first && read.indexOf(first) < i ? [warning(schemaPointer(path), 'lint.askedTwice', { title, other: first.title })] : []
  })
}

export const lintData = (form: CompiledForm): Issue[] => [...[...form.questions.values()].flatMap((each) => lintPrivacy(form, each)), ...askedTwice(form)]
