// The gallery is documentation, seed and test in one, so every document in it must be whole: valid, complete in both
// languages, without a dangling name, and with scenarios that come out as they say.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import { findRelevance } from '#core/condition/relevance.ts'
import { dueAt, resumeDueAt } from '#core/deadline/due-date.ts'
import { toWorkingCalendar } from '#core/deadline/working-calendar.ts'
import { computeFee } from '#core/fee/compute-fee.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { walkForm } from '#core/form/walk-form.ts'
import { isError } from '#core/issues/issue.ts'
import { isRecord } from '#core/issues/json-pointer.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { workingHours } from '#core/workflow/step-time.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { suggestAnswers } from '#runtime/form/suggest-answers.ts'
import { schemaFiles } from '#schemas/generate.ts'
import type { CodeList, Duration, Form, OfficeCalendar, Procedure, Step } from '#schemas/generated/types.ts'
import { files, readSource } from '../architecture/source-files.ts'

const read = <T>(file: string): T => JSON.parse(readSource(file)) as T
const gallery = <T>(folder: string): [string, T][] => files(`schemas/examples/${folder}`).filter((file) => file.endsWith('.json')).map((file) => [file.split('/').at(-1)!, read<T>(file)])
const procedures = gallery<Procedure>('procedures')
const codeLists = gallery<CodeList>('code-lists')
const calendar = toWorkingCalendar(read<OfficeCalendar>('schemas/examples/calendars/vn.json'))

const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, validateFormats: false })
for (const file of schemaFiles()) ajv.addSchema(read<object>(`schemas/${file}`))
const faults = (schema: string, value: unknown): unknown => {
  const validate = ajv.getSchema(`https://motcua.vn/schemas/${schema}`)!
  return validate(value) ? [] : validate.errors
}

const officerForms = (procedure: Procedure): [string, Form][] => (procedure.workflow?.steps ?? []).flatMap((step): [string, Form][] => (step.form ? [[step.id, step.form]] : []))
const formsOf = (procedure: Procedure): [string, Form][] => [...(procedure.form ? [['', procedure.form] as [string, Form]] : []), ...officerForms(procedure)]
const stepsOf = (procedure: Procedure): Step[] => procedure.workflow?.steps ?? []

/** Every object of a document with its place. */
const nodes = (value: unknown, place = ''): [string, Record<string, unknown>][] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => nodes(item, `${place}/${i}`))
  if (!isRecord(value)) return []
  return [[place, value], ...Object.entries(value).flatMap(([name, inner]) => nodes(inner, `${place}/${name}`))]
}
const english = (node: Record<string, unknown>, key: string): string | undefined => (node['x-i18n'] as { en?: Record<string, string> } | undefined)?.en?.[key]
const repeated = (values: readonly unknown[]): unknown[] => values.filter((value, i) => values.indexOf(value) !== i)

const validatorOf = (form: Form): CompiledValidator => new Function('runtime', compileValidator(compileForm(form).schema))(validatorRuntime) as CompiledValidator

describe('the gallery', () => {
  it('holds the two procedures and the code lists', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(2)
    expect(codeLists.map(([, list]) => list.id)).toEqual(expect.arrayContaining(['agencies', 'countries', 'measurementFields', 'measuringInstruments', 'provinces', 'serviceCentres']))
    expect(repeated(codeLists.map(([, list]) => list.id))).toEqual([])
    expect(repeated(procedures.map(([, procedure]) => procedure.info.code))).toEqual([])
  })
})

describe.each(codeLists)('code list %s', (_file, list) => {
  it('is valid by its schema, with one English name and one meaning a code', () => {
    expect(faults('values/code-list.schema.json', list)).toEqual([])
    expect(repeated(list.items.map((item) => item.const))).toEqual([])
    expect(repeated(list.items.map((item) => item.title))).toEqual([])
    expect(list.items.filter((item) => !item['x-i18n']?.en?.['title'])).toEqual([])
  })
})

it('knows 34 provinces and 249 countries', () => {
  const sizes = Object.fromEntries(codeLists.map(([, list]) => [list.id, list.items.length]))
  expect(sizes).toMatchObject({ provinces: 34, countries: 249, agencies: 35, serviceCentres: 36 })
})

describe.each(procedures)('procedure %s', (_file, procedure) => {
  it('is valid by its schema', () => {
    expect(faults('procedure/procedure.schema.json', procedure)).toEqual([])
  })

  it('could be published as it is', () => {
    expect(publishChecks(procedure).filter(({ verdict, issues }) => issues.length > 0 || !['pass', 'notApplicable'].includes(verdict))).toEqual([])
  })

  it.each(formsOf(procedure))('asks every question of the form "%s" on exactly one page', (_step, form) => {
    const placed = form.pages.flatMap((page) => page.sections.flatMap((section) => section.questions))
    const asked = walkForm(form.schema).filter((visit) => visit.kind !== 'group' && !visit.path.includes('*')).map((visit) => visit.path)
    expect([...placed].sort()).toEqual([...asked].sort())
    expect(repeated(form.pages.map((page) => page.id))).toEqual([])
  })

  it.each(formsOf(procedure))('names only questions that exist in rules, pages and checks of the form "%s"', (_step, form) => {
    const known = new Set(walkForm(form.schema).map((visit) => visit.path))
    const named = [
      ...form.pages.flatMap((page) => page.sections.flatMap((section) => section.questions)),
      ...(form.rules ?? []).flatMap((rule) => [...(rule.show ?? []), ...(rule.require ?? []), ...(rule.limit ? [rule.limit.path] : []), ...(rule.refuse?.at ? [rule.refuse.at] : [])].map((path) => (rule.within === undefined ? path : `${rule.within}/*${path}`))),
      ...(form.checks ?? []).map((check) => check.at),
    ]
    expect(named.filter((path) => !known.has(path))).toEqual([])
  })

  it('prints only what was answered or recorded', () => {
    const known = new Set(formsOf(procedure).flatMap(([step, form]) => walkForm(form.schema).map((visit) => (step ? `${step}:${visit.path}` : visit.path))))
    expect((procedure.papers ?? []).flatMap((paper) => paper.prints ?? []).filter((path) => !known.has(path))).toEqual([])
  })

  it('leads every action to a step, every task to a role and every paper to its signer', () => {
    const steps = new Set(stepsOf(procedure).map((step) => step.id))
    const roles = new Set(procedure.workflow?.roles.map((role) => role.id))
    const papers = new Set((procedure.papers ?? []).map((paper) => paper.id))
    const actions = stepsOf(procedure).flatMap((step) => step.actions ?? [])
    expect([...actions.map((action) => action.to), ...stepsOf(procedure).flatMap((step) => (step.onExpiry ? [step.onExpiry.to] : []))].filter((id) => !steps.has(id))).toEqual([])
    expect([...stepsOf(procedure).flatMap((step) => (step.by ? [step.by.role] : [])), ...(procedure.papers ?? []).flatMap((paper) => paper.signedBy ?? [])].filter((id) => !roles.has(id))).toEqual([])
    expect(actions.flatMap((action) => action.issues ?? []).filter((id) => !papers.has(id))).toEqual([])
    for (const step of stepsOf(procedure)) expect(repeated((step.actions ?? []).map((action) => action.id)), step.id).toEqual([])
    for (const ids of [[...steps], [...roles], [...papers]]) expect(repeated(ids)).toEqual([])
  })

  it('issues the six slips of the one-stop mechanism somewhere', () => {
    const issued = new Set(stepsOf(procedure).flatMap((step) => [...(step.actions ?? []).flatMap((action) => action.issues ?? []), ...(step.onExpiry?.issues ?? [])]))
    const slips = (procedure.papers ?? []).filter((paper) => paper.slip && issued.has(paper.id)).map((paper) => paper.slip)
    expect(slips.sort()).toEqual(['01', '02', '03', '04', '05', '06'])
    expect((procedure.papers ?? []).filter((paper) => !issued.has(paper.id))).toEqual([])
  })

  it('gives its time limits, of each case, to its steps, and says them alike for every channel', () => {
    // What is returned the same day is counted in hours: a working day has eight.
    const inHours = (limit: Duration | undefined): number => (limit?.unit === 'workingDay' ? limit.amount * 8 : limit?.unit === 'workingHour' ? limit.amount : Number.NaN)
    const given = stepsOf(procedure).filter((step) => step.kind === 'task' || step.kind === 'opinions').reduce((sum, step) => sum + workingHours(step), 0)
    const clock = procedure.workflow?.clock
    const limits = [clock?.limit, ...(clock?.cases ?? []).map((each) => each.limit)].map(inHours)
    expect(given).toBe(limits.reduce((sum, limit) => sum + limit, 0))
    for (const channel of procedure.info.channels) expect(limits).toContain(inHours(channel.timeLimit))
  })

  it('has English beside every title, help, message and option', () => {
    const { notes: _notes, scenarios: _scenarios, ...spoken } = procedure
    const translatable = ['title', 'description', 'message', 'x-itemTitle', 'x-addLabel']
    const missing = nodes(spoken).filter(([place]) => !place.includes('/legalBasis/') && !place.includes('/x-i18n')).flatMap(([place, node]) => [
      ...translatable.filter((key) => typeof node[key] === 'string' && !english(node, key)).map((key) => `${place}/${key}`),
      ...Object.keys(isRecord(node['x-messages']) ? node['x-messages'] : {}).filter((keyword) => !english(node, `x-messages.${keyword}`)).map((keyword) => `${place}/x-messages/${keyword}`),
    ])
    expect(missing).toEqual([])
  })

  it('keeps the codes and names of the code lists that it copied', () => {
    for (const [, node] of nodes(procedure.form?.schema)) {
      const list = codeLists.find(([, each]) => each.id === node['x-codeList'])?.[1]
      expect(node['x-codeList'] === undefined || list !== undefined, String(node['x-codeList'])).toBe(true)
      const copied = (node['oneOf'] ?? (isRecord(node['items']) ? node['items']['oneOf'] : undefined) ?? []) as unknown[]
      if (list) for (const option of copied) expect(list.items).toContainEqual(option)
    }
  })

  it('has patterns that are anchored and read the same in both engines', () => {
    const patterns = new Set(nodes(procedure).flatMap(([place, node]) => (typeof node['pattern'] === 'string' && !place.endsWith('/x-messages') ? [node['pattern']] : [])))
    const words = new Set(JSON.stringify(procedure.scenarios).match(/[^"]+/g))
    expect(patterns.size).toBeGreaterThan(3)
    for (const pattern of patterns) {
      expect(pattern).toMatch(/^\^.*\$$/)
      const [browser, linear] = [new RegExp(pattern, 'u'), RE2JS.compile(RE2JS.translateRegExp(pattern))]
      for (const word of words) expect(linear.test(word), `${pattern} ${word}`).toBe(browser.test(word))
    }
  })

  const compiled = compileForm(procedure.form!)
  const validate = validatorOf(procedure.form!)
  const waysFrom = (id: string): string[] => {
    const step = stepsOf(procedure).find((each) => each.id === id)
    const ways = [...(step?.actions ?? []).map((action) => action.to), ...(step?.branches ?? []).map((branch) => branch.to), ...(step?.otherwise === undefined ? [] : [step.otherwise])]
    // A payment of nothing is passed through, so a scenario without a fee need not name it.
    return ways.flatMap((way) => (stepsOf(procedure).find((each) => each.id === way)?.kind === 'payment' ? [way, ...waysFrom(way)] : [way]))
  }

  it.each((procedure.scenarios ?? []).map((scenario) => [scenario.title, scenario] as const))('%s', (_title, { on, answers, expect: expected }) => {
    const facts = { today: on!, calendar }
    const prepared = prepareAnswers(compiled, answers, facts)
    const errors = validateAnswers(compiled, prepared, { ...facts, validate }).filter(isError)

    expect(errors.length === 0, JSON.stringify(errors)).toBe(expected.valid)
    // A scenario that is refused is refused for its one reason only.
    expect(new Set(errors.map((issue) => issue.source && (issue.code === 'check' || issue.code === 'refused') ? issue.source : issue.pointer))).toEqual(new Set(expected.refusedBy ? [expected.refusedBy] : []))
    if (expected.fee !== undefined) expect(computeFee(procedure.fees ?? [], prepared, facts).total).toBe(expected.fee)
    expected.path?.forEach((id, i) => expect(i === 0 ? [procedure.workflow?.start] : waysFrom(expected.path![i - 1]!)).toContain(id))
    if (expected.path) expect(stepsOf(procedure).find((step) => step.id === expected.path!.at(-1))?.kind).toBe('end')
  })

  it('has a scenario for every rule and check that refuses', () => {
    const refusing = [...(procedure.form?.rules ?? []).filter((rule) => rule.refuse), ...(procedure.form?.checks ?? []).filter((check) => check.level !== 'warning')].map((each) => each.id)
    const shown = (procedure.scenarios ?? []).map((scenario) => scenario.expect.refusedBy)
    expect(refusing.filter((id) => !shown.includes(id))).toEqual([])
  })
})

describe('cases of the source texts', () => {
  const find = (code: string): Procedure => procedures.find(([, procedure]) => procedure.info.code === code)![1]

  it('returns a card dossier filed at 16:40 on Friday 24 April 2026 on 20 May 2026', () => {
    expect(dueAt('2026-04-24T09:40:00Z', find('DL-KDV-DC').workflow!.clock!.limit, calendar)).toMatch(/^2026-05-20/)
  })

  it('provides maps asked for at 08:30, priced at 11:30 and paid at 14:00 by 09:30 on the next working day', () => {
    const { limit } = find('1.011672').workflow!.clock!
    const asked = '2026-04-22T01:30:00Z'
    expect(resumeDueAt('rest', { limit, pausedAt: '2026-04-22T04:30:00Z', dueAt: dueAt(asked, limit, calendar), resumedAt: '2026-04-22T07:00:00Z' }, calendar)).toBe('2026-04-23T02:30:00.000Z')
  })

  it('returns a birth certificate asked for at 15:20 on the next working day', () => {
    expect(dueAt('2026-04-22T08:20:00Z', find('1.001193').workflow!.clock!.limit, calendar)).toMatch(/^2026-04-23/)
    expect(dueAt('2026-04-24T08:20:00Z', find('1.001193').workflow!.clock!.limit, calendar)).toMatch(/^2026-04-28/)
  })

  it('suggests name, ethnic group and native place of a child after the mother where the father is not known', () => {
    const { form, scenarios } = find('1.001193')
    const compiled = compileForm(form!)
    const { be, ...others } = scenarios!.find((each) => each.title.startsWith('TH2'))!.answers as { be: Record<string, unknown> }
    const suggested = suggestAnswers(compiled, { ...others, be: { ten: be['ten'] } }, new Set(), { today: '2026-04-24' }).answers['be']
    expect(suggested).toMatchObject({ ho: 'Lê', danToc: '01', quocTich: 'VN', queQuan: { province: '46' } })
    expect(compiled.questions.has('/cha/hoTen')).toBe(true)
    expect(findRelevance(compiled, others).isAsked('/cha/hoTen')).toBe(false)
  })

  it('names an industry by its code and writes the capital in words', () => {
    const { form } = find('1.001612')
    const given = { nganh: [{ ma: '9622' }, { ma: '5610' }], von: 1205000 }
    expect(suggestAnswers(compileForm(form!), given, new Set(), { today: '2026-04-24' }).answers['nganh']).toMatchObject([{ ten: 'Dịch vụ chăm sóc sắc đẹp và các hoạt động làm đẹp khác' }, { ten: 'Nhà hàng và các dịch vụ ăn uống phục vụ lưu động' }])
    expect(prepareAnswers(compileForm(form!), given, { today: '2026-04-24', calendar })['vonBangChu']).toBe('một triệu hai trăm linh năm nghìn đồng')
  })

  it('makes a type approval extension valid for ten years from signing', () => {
    const form = stepsOf(find('DL-PDM-GH')).find((step) => step.recordsResult)!.form!
    const record = prepareAnswers(compileForm(form), { soQuyetDinh: '2210/QĐ-TĐC', ngayKy: '2026-12-01', trichYeu: 'Gia hạn' }, { today: '2026-12-01', calendar })
    expect(record).toMatchObject({ hieuLucMoi: '2036-12-01' })
  })

  it('counts 0.0132 ODP tonnes in 1,000 kg of polyol with 12 % HCFC-141b', () => {
    const { form, scenarios } = find('HCFC-POLYOL-NK')
    expect(prepareAnswers(compileForm(form!), scenarios![0]!.answers, { today: '2022-06-15', calendar })['hang']).toMatchObject([{ soLuong141b: 120, tanODP: 0.0132 }])
  })

  it('asks a hospital neither for its personnel nor for its premises', () => {
    const { form, scenarios } = find('1.014389')
    const hospital = { ...scenarios![0]!.answers, loaiHinh: 'benh_vien' }
    const compiled = compileForm(form!)
    const prepared = prepareAnswers(compiled, hospital, { today: '2026-04-24', calendar })
    for (const name of ['nhanLuc', 'csvc', 'diaDiemKhac']) expect(prepared).not.toHaveProperty(name)
    expect(prepared['tep']).not.toHaveProperty('truSo')
    expect(validateAnswers(compiled, prepared, { today: '2026-04-24', calendar, validate: validatorOf(form!) })).toEqual([])
  })

  it('warns and does not refuse when a type approval does not expire after ten years', () => {
    const { form, scenarios } = find('DL-PDM-GH')
    const scenario = scenarios!.find((each) => each.title.startsWith('Chi nhánh'))!
    const issues = validateAnswers(compileForm(form!), scenario.answers, { today: scenario.on!, calendar, validate: validatorOf(form!) })
    expect(issues).toMatchObject([{ source: 'het-han-sau-muoi-nam', level: 'warning', pointer: '/qd/hetHan' }])
  })
})
