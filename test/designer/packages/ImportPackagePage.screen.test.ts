// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ImportPackage, PackageExamination, Procedure, ProcedurePackage } from '#schemas/generated/types.ts'
import ImportPackagePage from '../../../designer/packages/ImportPackagePage.vue'
import { buildProcedure } from '../../fixtures/build.ts'
import { routerTo } from '../open-document.ts'

enableAutoUnmount(afterEach)
afterEach(() => vi.unstubAllGlobals())

const base = buildProcedure('1.5')
const withLength = (maxLength: number): Procedure => {
  const copy = structuredClone(base)
  copy.form!.schema.properties['ten']!.maxLength = maxLength
  return copy
}
const packed = (document: Procedure): ProcedurePackage =>
  ({ kind: 'mot-cua-procedure', packageVersion: 1, madeAt: '2026-11-20T02:00:00.000Z', origin: 'https://noi-khac.gov.vn', revision: 'a'.repeat(64), document, history: [], codeLists: [], calendars: [] })

const open = async (examination: PackageExamination | object, status = 200) => {
  const sent: ImportPackage[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path.endsWith('/examination')) return Promise.resolve(Response.json(examination, { status }))
    sent.push(JSON.parse(String(init.body)) as ImportPackage)
    return Promise.resolve(Response.json({ id: 'p', version: 3 }, { status: 201 }))
  })
  const router = routerTo({ overview: '/thu-tuc/:id' })
  const screen = mount(ImportPackagePage, { attachTo: document.body, global: { plugins: [router] } })
  const choose = async (text: string): Promise<void> => {
    const input = screen.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [new File([text], 'goi.goi.json')], configurable: true })
    await input.trigger('change')
    await flushPromises()
    await vi.waitFor(() => expect(screen.text()).not.toContain('Đang tải'))
  }
  const button = (name: string) => screen.findAll('button').find((each) => each.text() === name)!
  return { screen, router, sent, choose, button }
}

describe('ImportPackagePage', () => {
  it('says when a file is no package, without asking the server', async () => {
    const { screen, choose } = await open({})
    await choose('Không phải JSON')
    expect(screen.text()).toContain('không phải gói thủ tục')
    await choose('{"info":{}}')
    expect(screen.text()).toContain('không phải gói thủ tục')
  })

  it('tells where a broken package is broken', async () => {
    const { screen, choose } = await open({ type: '/problems/invalid-document', title: 'Thủ tục chưa hợp lệ', status: 422, errors: [{ pointer: '#/package/history/1', code: 'package.chain', detail: 'Lịch sử bị đứt.' }] }, 422)
    await choose(JSON.stringify(packed(base)))
    expect(screen.get('[role=alert]').text()).toContain('Lịch sử bị đứt. Chỗ hỏng: /history/1')
    expect(screen.findAll('button').some((each) => /Tạo thủ tục|Nhận làm/.test(each.text()))).toBe(false)
  })

  it('makes a new procedure of one that is not here, and leads to it', async () => {
    const { screen, choose, button, sent, router } = await open({ standing: 'new', codeLists: [{ id: 'tinh', title: 'Tỉnh', validFrom: '2026-01-01', standing: 'missing' }], calendars: [{ id: 'khac', title: 'Lịch khác', isKnown: false }] })
    await choose(JSON.stringify(packed(base)))
    expect(screen.text()).toContain('Từ https://noi-khac.gov.vn')
    expect(screen.text()).toContain('Tỉnh, hiệu lực từ 01/01/2026: chưa có, sẽ được thêm')
    expect(screen.text()).toContain('Lịch khác: không có ở đây')
    await button('Tạo thủ tục từ gói').trigger('click')
    await flushPromises()
    expect(sent).toEqual([{ package: packed(base) }])
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/thu-tuc/p'))
  })

  it('offers nothing where the revision is here already', async () => {
    const { screen, choose } = await open({ standing: 'known', here: { id: 'p', version: 2, document: base }, codeLists: [], calendars: [] })
    await choose(JSON.stringify(packed(base)))
    expect(screen.text()).toContain('Phiên bản này đã có ở đây')
    expect(screen.findAll('button').some((each) => /Tạo thủ tục|Nhận làm/.test(each.text()))).toBe(false)
  })

  it('waits for a choice at each thing that both sides changed, and sends what came out', async () => {
    const { screen, choose, button, sent } = await open({ standing: 'diverged', here: { id: 'p', version: 2, document: withLength(50), base }, codeLists: [], calendars: [] })
    await choose(JSON.stringify(packed(withLength(60))))
    expect(screen.get('fieldset legend').text()).toBe('Họ và tên')
    expect(screen.get('fieldset').text()).toContain('60')
    expect(screen.findAll('input[type=radio]').some((each) => (each.element as HTMLInputElement).checked)).toBe(false)
    expect(screen.get('[role=status]').text()).toBe('Còn 1 chỗ chưa chọn')
    expect(button('Nhận làm bản soạn').attributes('disabled')).toBeDefined()
    await screen.findAll('input[type=radio]')[1]!.trigger('change')
    expect(screen.text()).toContain('Bản soạn sẽ đổi như sau')
    await button('Nhận làm bản soạn').trigger('click')
    await flushPromises()
    expect(sent).toMatchObject([{ into: { id: 'p', version: 2 }, document: { form: { schema: { properties: { ten: { maxLength: 60 } } } } } }])
  })
})
