// A procedure as it begins: nothing but its name, one empty page, and the shortest workflow that can end.
import type { Procedure, Step } from '#schemas/generated/types.ts'

const task = (id: string, title: string, english: string, role: string, publicStatus: Step['publicStatus'], amount: number): Step => ({
  id, kind: 'task', title, 'x-i18n': { en: { title: english } }, by: { role }, within: { amount, unit: 'workingDay' }, publicStatus, clock: 'running', actions: [],
})

const end = (id: string, title: string, english: string, outcome: NonNullable<Step['outcome']>, publicStatus: Step['publicStatus'], portalStatus: number): Step => ({
  id, kind: 'end', title, 'x-i18n': { en: { title: english } }, publicStatus, portalStatus, clock: 'stopped', outcome,
})

const starterWorkflow = (): NonNullable<Procedure['workflow']> => ({
  roles: [
    { id: 'one-stop', title: 'Bộ phận Một cửa', 'x-i18n': { en: { title: 'One-stop desk' } } },
    { id: 'specialist', title: 'Chuyên viên', 'x-i18n': { en: { title: 'Specialist' } } },
    { id: 'head', title: 'Lãnh đạo cơ quan', 'x-i18n': { en: { title: 'Head of agency' } } },
  ],
  start: 'intake',
  clock: { limit: { amount: 10, unit: 'workingDay' }, resume: 'restart' },
  withdrawTo: 'withdrawn',
  steps: [
    { ...task('intake', 'Tiếp nhận', 'Intake', 'one-stop', 'received', 1), portalStatus: 2, actions: [
      { id: 'accept', title: 'Tiếp nhận hồ sơ', 'x-i18n': { en: { title: 'Accept the dossier' } }, to: 'appraisal', tone: 'primary' },
      { id: 'refuse-intake', title: 'Từ chối tiếp nhận', 'x-i18n': { en: { title: 'Refuse intake' } }, to: 'refused', asks: ['reason'], tone: 'danger' } ] },
    { ...task('appraisal', 'Thẩm định', 'Appraisal', 'specialist', 'processing', 6), portalStatus: 4, actions: [
      { id: 'propose-grant', title: 'Đề nghị cấp', 'x-i18n': { en: { title: 'Propose to grant' } }, to: 'decision', tone: 'primary' } ] },
    { ...task('decision', 'Quyết định', 'Decision', 'head', 'processing', 3), portalStatus: 4, actions: [
      { id: 'grant', title: 'Đồng ý cấp', 'x-i18n': { en: { title: 'Grant' } }, to: 'granted', tone: 'primary' },
      { id: 'send-back', title: 'Trả lại thẩm định', 'x-i18n': { en: { title: 'Send back' } }, to: 'appraisal', asks: ['reason'], tone: 'neutral' },
      { id: 'refuse', title: 'Từ chối', 'x-i18n': { en: { title: 'Refuse' } }, to: 'refused', asks: ['reason'], tone: 'danger' } ] },
    end('granted', 'Đã cấp kết quả', 'Granted', 'granted', 'returned', 10),
    end('refused', 'Từ chối', 'Refused', 'refused', 'refused', 3),
    end('withdrawn', 'Đã rút hồ sơ', 'Withdrawn', 'withdrawn', 'withdrawn', 8),
  ],
})

export const emptyProcedure = (name: string, code: string): Procedure => ({
  formatVersion: 1,
  info: { code, name, serviceLevel: 4, audience: [], channels: [{ kind: 'online', timeLimit: { amount: 10, unit: 'workingDay' } }, { kind: 'counter', timeLimit: { amount: 10, unit: 'workingDay' } }] },
  form: { schema: { type: 'object', properties: {}, required: [] }, pages: [{ id: 'page-1', title: 'Thông tin đề nghị', 'x-i18n': { en: { title: 'Your request' } }, sections: [{ questions: [] }] }], rules: [], checks: [] },
  fees: [],
  workflow: starterWorkflow(),
  papers: [],
  migrations: [],
  scenarios: [],
})
