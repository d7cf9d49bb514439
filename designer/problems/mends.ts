// One-click fixes: for each problem that has one obvious remedy, how the document is mended. The author sees what it will do
// on the button and can undo it like any other edit.
import { isRecord, parsePointer, readAt } from '#core/issues/json-pointer.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Form, Page, Procedure, Question, Rule } from '#schemas/generated/types.ts'
import { idFromTitle } from '../form-editor/name-from-title.ts'

interface Spot {
  procedure: Procedure
  form: Form
  /** What the pointer of the issue names, in the draft. */
  target: unknown
  /** Segments of the pointer below the form. */
  inForm: string[]
  issue: Issue
}

type Mend = (spot: Spot) => void

const question = ({ target }: Spot): Question | undefined => (isRecord(target) ? (target as Question) : undefined)

const swap = (each: Question, low: 'minimum' | 'minLength' | 'minItems', high: 'maximum' | 'maxLength' | 'maxItems'): void => {
  const [a, b] = [each[low], each[high]]
  if (a !== undefined && b !== undefined && a > b) Object.assign(each, { [low]: b, [high]: a })
}

const set = (changes: (spot: Spot) => Partial<Question>): Mend => (spot) => { if (question(spot)) Object.assign(question(spot)!, changes(spot)) }

/** Takes the thing at a list index away; the pointer ends in the index. */
const removeItem: Mend = ({ form, inForm }) => {
  const list = readAt(form, `/${inForm.slice(0, -1).join('/')}`)
  if (Array.isArray(list)) list.splice(Number(inForm.at(-1)), 1)
}

const dropRule: Mend = ({ form, inForm }) => { form.rules = form.rules?.filter((_rule, i) => i !== Number(inForm[1])) }

const dropRequired: Mend = ({ procedure, issue }) => {
  const owner = readAt(procedure, issue.pointer.replace(/\/required\/\d+$/, ''))
  if (isRecord(owner) && Array.isArray(owner['required'])) owner['required'] = owner['required'].filter((name) => name !== issue.params?.['name'])
}

/** A page or section whose condition says nothing, or nothing that exists, is for everybody. */
const dropCondition: Mend = ({ procedure, issue, inForm }) => {
  const holder = readAt(procedure, issue.pointer.replace(/\/when$/, ''))
  // Elsewhere (a rule, a branch) a condition may not be missing.
  if (inForm[0] === 'pages' && isRecord(holder)) delete holder['when']
}

/** A page names a question that is not there. */
const dropUnknown: Mend = (spot) => {
  const { form, inForm, issue } = spot
  if (inForm.at(-1) === 'when') return dropCondition(spot)
  if (inForm[0] === 'pages') return removeItem(spot)
  const rule = inForm[0] === 'rules' ? form.rules?.[Number(inForm[1])] : undefined
  if (!rule) return
  const path = String(issue.params?.['path']).slice(rule.within === undefined ? 0 : rule.within.length + 2)
  const left = (paths: string[] | undefined) => paths?.filter((each) => each !== path)
  const next: Rule = { ...rule, ...(rule.show && { show: left(rule.show) }), ...(rule.require && { require: left(rule.require) }) }
  if (JSON.stringify(next) === JSON.stringify(rule) || next.show?.length === 0 || next.require?.length === 0) dropRule(spot)
  else form.rules![Number(inForm[1])] = next
}

/** The path of the question that a pointer into a form's schema names. */
const pathOf = (inForm: readonly string[]): string => `/${inForm.slice(1).join('/')}`.replaceAll('/properties/', '/').replaceAll('/items/', '/*/').replace(/^\/properties/, '')

const putOnPage: Mend = ({ form, inForm }) => {
  const sections = form.pages.at(-1)?.sections
  sections?.at(-1)?.questions.push(pathOf(inForm))
}

const keepFirstPlace: Mend = ({ form, inForm }) => {
  const path = pathOf(inForm)
  let seen = false
  for (const section of form.pages.flatMap((page: Page) => page.sections)) {
    section.questions = section.questions.filter((each) => {
      const isRepeated = each === path && seen
      seen ||= each === path
      return !isRepeated
    })
  }
}

const renameId: Mend = ({ form, inForm }) => {
  const list = inForm[0] === 'checks' ? form.checks : form.rules
  const item = list?.[Number(inForm[1])]
  if (item) item.id = idFromTitle(item.id, list!.map((each) => each.id))
}

const dropRepeatedOption: Mend = (spot) => {
  const holder = question(spot)?.oneOf ? question(spot) : question(spot)?.items
  if (holder?.oneOf) holder.oneOf = holder.oneOf.filter((option, i) => holder.oneOf!.findIndex((each) => each.const === option.const) === i)
}

const courtesy = /\s*\b(vui lòng|xin mời|xin hãy|kính mong|quý vị)\b\s*/giu

const dropCourtesy: Mend = ({ procedure, issue }) => {
  const owner = readAt(procedure, issue.pointer.replace(/\/[^/]+$/, ''))
  const key = issue.pointer.split('/').at(-1)!
  if (!isRecord(owner) || typeof owner[key] !== 'string') return
  const text = owner[key].replace(courtesy, ' ').trim()
  owner[key] = text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}

export const mends: Readonly<Record<string, Mend>> = {
  'lint.boundsCrossed': (spot) => { const each = question(spot); if (each) { swap(each, 'minimum', 'maximum'); swap(each, 'minLength', 'maxLength'); swap(each, 'minItems', 'maxItems') } },
  'lint.patternInvalid': ({ procedure, issue }) => { const owner = readAt(procedure, issue.pointer.replace(/\/pattern$/, '')); if (isRecord(owner)) delete owner['pattern'] },
  'lint.fileRuleMissing': set(() => ({ 'x-file': { accept: ['pdf', 'jpg', 'png'], maxBytes: 20971520 } })),
  'lint.requiredUnknown': dropRequired,
  'lint.unknownPath': dropUnknown,
  'lint.notOnPage': putOnPage,
  'lint.onTwoPages': keepFirstPlace,
  'lint.emptyPage': removeItem,
  'lint.ruleWithoutEffect': dropRule,
  'lint.conditionEmpty': dropRule,
  'lint.placeConditionEmpty': dropCondition,
  'lint.idRepeated': renameId,
  'lint.optionRepeated': dropRepeatedOption,
  'lint.longList': set(() => ({ 'x-widget': 'autocomplete' })),
  'lint.autocompleteMissing': set(({ issue }) => ({ 'x-autocomplete': String(issue.params?.['value']) })),
  'lint.privacyMissing': set(() => ({ 'x-privacy': { class: 'basic', purpose: 'Giải quyết thủ tục hành chính', keepMonths: 60 } })),
  'lint.sensitiveUnmarked': set(() => ({ 'x-privacy': { class: 'sensitive', purpose: 'Giải quyết thủ tục hành chính', keepMonths: 60 } })),
  'lint.shouting': ({ procedure, issue }) => {
    const owner = readAt(procedure, issue.pointer.replace(/\/title$/, ''))
    if (isRecord(owner) && typeof owner['title'] === 'string') owner['title'] = owner['title'].slice(0, 1) + owner['title'].slice(1).toLocaleLowerCase('vi')
  },
  'lint.pleaseNoise': dropCourtesy,
}

/** The form that a pointer into a procedure lies in, and the rest of the way. */
export const spotOf = (procedure: Procedure, issue: Issue): Spot | undefined => {
  const segments = parsePointer(issue.pointer)
  const at = segments.indexOf('form')
  const form = at < 0 ? undefined : readAt(procedure, `/${segments.slice(0, at + 1).join('/')}`)
  return isRecord(form) ? { procedure, form: form as unknown as Form, target: readAt(procedure, issue.pointer), inForm: segments.slice(at + 1), issue } : undefined
}
