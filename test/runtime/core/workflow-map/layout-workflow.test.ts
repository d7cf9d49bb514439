import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutWorkflow } from '#core/workflow-map/layout-workflow.ts'
import { waysOf } from '#core/workflow-map/workflow-ways.ts'
import type { Procedure, Workflow } from '#schemas/generated/types.ts'
import { buildForm, buildWorkflow, choice, is } from '../../../fixtures/core-builders.ts'
import { anyWorkflow } from '../../../fixtures/arbitrary-workflow.ts'

const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).map((file): [string, Procedure] => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Procedure])
const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

describe('the map of a workflow', () => {
  it.each(gallery)('of %s shows every step once and every way in words of both languages', (_file, { form, workflow }) => {
    for (const locale of ['vi', 'en'] as const) {
      const map = layoutWorkflow({ form, workflow: workflow! }, locale)
      expect([...new Set(map.nodes.map(({ step }) => step))].sort()).toEqual(workflow!.steps.map(({ id }) => id).sort())
      expect(map.edges.flatMap(({ way }) => (way ? [way.id] : [])).sort()).toEqual(waysOf(workflow!).map(({ id }) => id).sort())
      expect(map.edges.filter(({ way, words }) => way && words === '')).toEqual([])
      expect(map.nodes.filter(({ isOrphan }) => isOrphan)).toEqual([])
    }
  })
  it('takes any workflow, sound or not', () => {
    fc.assert(fc.property(anyWorkflow(), (workflow) => {
      const map = layoutWorkflow({ workflow }, 'vi')
      expect(unique(map.nodes.map(({ id }) => id)) && unique(map.edges.map(({ id }) => id))).toBe(true)
      expect(map.lanes.every(({ title }) => title !== '')).toBe(true)
      expect(map.nodes.every(({ y, height, lane }) => map.lanes.some((band) => band.id === lane && y >= band.y && y + height <= band.y + band.height))).toBe(true)
    }))
  })
  it('lays out a hundred steps', () => {
    const steps: Workflow['steps'] = Array.from({ length: 100 }, (_each, i) => ({ id: `s${i}`, kind: i === 99 ? 'end' : 'task', title: `Bước ${i}`, by: { role: i % 3 === 0 ? 'one-stop' : 'specialist' }, publicStatus: 'processing', actions: i === 99 ? [] : [{ id: 'on', title: 'Chuyển', to: `s${i + 1}` }, { id: 'back', title: 'Trả lại', to: `s${Math.max(0, i - 7)}` }] }))
    const map = layoutWorkflow({ workflow: buildWorkflow({ start: 's0', withdrawTo: undefined, steps }) }, 'vi')
    expect(map.nodes).toHaveLength(100)
    expect(map.nodes.map(({ x }) => x)).toEqual([...map.nodes.map(({ x }) => x)].sort((a, b) => a - b))
  })
  it('marks a step that nothing leads to', () => {
    const workflow = buildWorkflow()
    workflow.steps.push({ id: 'lost', kind: 'task', title: 'Lạc', by: { role: 'specialist' }, publicStatus: 'processing', actions: [{ id: 'end', title: 'Xong', to: 'granted' }] })
    expect(layoutWorkflow({ workflow }, 'vi').nodes.filter(({ isOrphan }) => isOrphan).map(({ id }) => id)).toEqual(['lost'])
  })
  it('puts a step in the lane of who acts, an end with those who led there, and another agency in a lane of its own', () => {
    const workflow = buildWorkflow()
    workflow.steps[2]!.by = { role: 'specialist', agency: 'Bộ Tài chính' }
    const map = layoutWorkflow({ workflow }, 'vi')
    const laneOf = (id: string): string => map.lanes.find((lane) => lane.id === map.nodes.find((node) => node.id === id)!.lane)!.title
    expect(['intake', 'supplement', 'review', 'refused', 'withdrawn'].map(laneOf)).toEqual(['Một cửa', 'Người nộp hồ sơ', 'Bộ Tài chính – Chuyên viên', 'Bộ Tài chính – Chuyên viên', 'Người nộp hồ sơ'])
  })
  it('draws parallel opinions as a pair of fork and join', () => {
    const workflow = buildWorkflow()
    const opinion = (id: string) => ({ id, title: id, by: { role: 'specialist' }, within: { amount: 3, unit: 'workingDay' as const }, onExpiry: 'consents' as const })
    workflow.steps.push({ id: 'council', kind: 'opinions', title: 'Hội đồng', publicStatus: 'processing', opinions: [opinion('a'), opinion('b')], need: 2, otherwise: 'granted', against: 'refused' })
    workflow.steps[2]!.actions!.push({ id: 'vote', title: 'Biểu quyết', to: 'council' })
    const { edges } = layoutWorkflow({ workflow }, 'vi')
    expect(edges.filter(({ from, to }) => [from, to].some((id) => id.startsWith('council'))).map(({ from, to, words }) => [from, to, words])).toEqual(expect.arrayContaining([
      ['review', 'council', 'Biểu quyết'], ['council', 'council/opinion/a', ''], ['council', 'council/opinion/b', ''], ['council/opinion/a', 'council/join', ''], ['council/opinion/b', 'council/join', ''],
      ['council/join', 'granted', 'Đủ 2 ý kiến đồng ý'], ['council/join', 'refused', 'Không thể đủ 2 ý kiến đồng ý'],
    ]))
  })
  it('says conditions as sentences, of the form or of what a step recorded', () => {
    const workflow = buildWorkflow()
    workflow.steps[2]!.form = buildForm({ dat: { type: 'boolean', title: 'Đạt' } })
    workflow.steps.push({ id: 'route', kind: 'automatic', title: 'Rẽ', publicStatus: 'processing', branches: [{ when: is('loai', 'moi'), to: 'granted' }, { when: is('dat', true), of: 'review', to: 'refused' }, { atLeast: 10, to: 'review' }], otherwise: 'review' })
    const { edges } = layoutWorkflow({ form: buildForm({ loai: choice('Loại hình', 'moi', 'cu') }), workflow }, 'vi')
    expect(edges.filter(({ from }) => from === 'route').map(({ words }) => words).sort()).toEqual(['Còn lại', 'Ghi ở “Thẩm định”: Đạt là Có', 'Loại hình là MOI', 'Từ 10 điểm'])
  })
})
