// The checklist before publication. A procedure is complete in law only with name, sequence, ways of filing, papers,
// time limit, who may apply and who decides (NĐ 63/2010/NĐ-CP Đ.8.2); these block. The rest warns.
import type { Info, KnownUnit, Procedure } from '#schemas/generated/types.ts'
import { endedCodes } from '../code-list/pin-codes.ts'
import { analyseAround } from '../condition/analyse-around.ts'
import { compileForm } from '../form/compile-form.ts'
import type { JudgingForm } from '../form/compiled-form.ts'
import { lintForm } from '../form/lint-form.ts'
import { lintData } from '../form/lint-data.ts'
import { lintFees } from '../form/lint-formulas.ts'
import { lintWording } from '../form/lint-wording.ts'
import { isError, under, type Issue } from '../issues/issue.ts'
import { formsOf } from '../procedure/document-forms.ts'
import { lintUnits } from '../workflow/lint-units.ts'
import { lintWorkflow } from '../workflow/lint-workflow.ts'
import { missingEnglish, staleEnglish } from './missing-english.ts'

export interface PublishCheck {
  id: 'information' | 'recommended' | 'form' | 'fees' | 'workflow' | 'languages' | 'scenarios' | 'data' | 'wording'
  verdict: 'pass' | 'warn' | 'fail' | 'notApplicable'
  /** With pointers into the document. */
  issues: Issue[]
}

const needed = (condition: unknown, pointer: string, code: string): Issue[] => (condition ? [] : [{ pointer, code }])

const information = (info: Info): Issue[] => [
  ...needed(info.name.trim(), '/info/name', 'publish.nameMissing'),
  ...needed(info.code.trim(), '/info/code', 'publish.codeMissing'),
  ...needed(info.sequence?.trim(), '/info/sequence', 'publish.sequenceMissing'),
  ...needed(info.channels.length > 0, '/info/channels', 'publish.channelsMissing'),
  ...needed(info.channels.every((channel) => channel.timeLimit), '/info/channels', 'publish.timeLimitMissing'),
  ...needed(info.components?.length, '/info/components', 'publish.componentsMissing'),
  ...needed(info.audience.length > 0, '/info/audience', 'publish.audienceMissing'),
  ...needed(info.agency?.trim(), '/info/agency', 'publish.agencyMissing'),
]

const recommended = (info: Info): Issue[] => [
  ...needed(info.results?.length, '/info/results', 'publish.resultsMissing'),
  ...needed(info.legalBasis?.length, '/info/legalBasis', 'publish.legalBasisMissing'),
]

const verdictOf = (issues: readonly Issue[], worst: 'fail' | 'warn'): PublishCheck['verdict'] =>
  issues.some(isError) ? worst : issues.some((issue) => issue.level === 'warning') ? 'warn' : 'pass'

const formIssues = (procedure: Procedure, compiled: JudgingForm | undefined): Issue[] =>
  procedure.form ? under('/form', lintForm(procedure.form, compiled)) : [{ pointer: '/form', code: 'publish.formMissing' }]

const workflowIssues = (procedure: Procedure, units: readonly KnownUnit[] | undefined): Issue[] => {
  if (!procedure.workflow) return [{ pointer: '/workflow', code: 'publish.workflowMissing' }]
  const forms = formsOf(procedure).flatMap(({ step, form, pointer }) => (step === undefined ? [] : under(pointer, lintForm(form))))
  return [...under('/workflow', lintWorkflow(procedure.workflow, procedure.papers)), ...(units ? under('/workflow', lintUnits(procedure.workflow, units)) : []), ...forms, ...needed(procedure.info.agencyCode, '/info/agencyCode', 'publish.agencyCodeMissing')]
}

/** One issue of each kind, at the first place: the languages page lists them all. */
const languages = (procedure: Procedure): Issue[] => {
  const [missing, stale] = [missingEnglish(procedure), staleEnglish(procedure)]
  return [
    ...(missing.length > 0 ? [{ pointer: missing[0]!, code: 'publish.englishMissing', params: { count: missing.length } }] : []),
    ...(stale.length > 0 ? [{ pointer: stale[0]!, code: 'publish.englishStale', params: { count: stale.length } }] : []),
  ]
}

/** Levels 1 and 2 only inform and offer forms to download; from level 3 a dossier is filed online. */
export const isFiledOnline = (procedure: Procedure): boolean => procedure.info.serviceLevel >= 3

/**
 * What the author looked at and left, with a reason that the reviewer reads. Nothing that blocks a publication can be left, except a
 * scenario that comes out otherwise: it shows what the change is, and proves nothing wrong by itself.
 */
export const isAccepted = (procedure: Procedure, issue: Issue): boolean =>
  (!isError(issue) || issue.code === 'publish.scenarioFails') && (procedure.accepted ?? []).some(({ code, at }) => code === issue.code && at === issue.pointer)

/** With `today`, codes whose time is over are warned of too; with `surprises`, scenarios that came out otherwise than they say; with `units`, those that an office does not have. */
export const publishChecks = (procedure: Procedure, today?: string, surprises?: readonly Issue[], units?: readonly KnownUnit[]): PublishCheck[] => {
  const online = isFiledOnline(procedure)
  const compiled = procedure.form && compileForm(procedure.form)
  const check = (id: PublishCheck['id'], found: Issue[], worst: 'fail' | 'warn', applies = true): PublishCheck => {
    const issues = procedure.accepted ? found.filter((issue) => !isAccepted(procedure, issue)) : found
    return applies ? { id, verdict: verdictOf(issues, worst), issues } : { id, verdict: 'notApplicable', issues: [] }
  }
  const around = compiled ? analyseAround(procedure, compiled) : { fees: [], workflow: [] }
  return [
    check('information', information(procedure.info), 'fail'),
    check('form', [...formIssues(procedure, compiled), ...(today === undefined ? [] : endedCodes(procedure, today))], 'fail', online),
    check('fees', compiled ? [...under('/fees', lintFees(procedure.fees ?? [], compiled, procedure.workflow)), ...around.fees] : [], 'fail'),
    check('workflow', [...workflowIssues(procedure, units), ...around.workflow], 'fail', online),
    ...(surprises ? [check('scenarios', [...surprises], 'fail', (procedure.scenarios ?? []).length > 0)] : []),
    check('recommended', recommended(procedure.info), 'warn'),
    check('languages', languages(procedure), 'warn'),
    check('data', compiled ? under('/form', lintData(compiled)) : [], 'warn'),
    check('wording', compiled ? under('/form', lintWording(compiled)) : [], 'warn'),
  ]
}

export const mayPublish = (procedure: Procedure): boolean => publishChecks(procedure).every((check) => check.verdict !== 'fail')
