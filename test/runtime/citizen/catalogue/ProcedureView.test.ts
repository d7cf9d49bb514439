import { enableAutoUnmount, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { explainProcedure } from '#core/procedure/explain-procedure.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import ProcedureView from '#runtime/citizen/catalogue/ProcedureView.vue'
import type { Procedure } from '#schemas/generated/types.ts'

enableAutoUnmount(afterEach)
const gallery = import.meta.glob<Procedure>('../../../../schemas/examples/procedures/*.json', { eager: true, import: 'default' })
const readGallery = (file: string): Procedure => Object.entries(gallery).find(([path]) => path.endsWith(file))![1]
const page = globalThis.document
const today = '2026-11-21'
const show = (document: Procedure) => mount(ProcedureView, {
  props: { published: { id: 'p1', revision: 'h1', publishedAt: '2026-11-01T02:00:00Z', document, explained: { vi: explainProcedure(document, 'vi', today), en: explainProcedure(document, 'en', today) } }, today, address: 'https://motcua.test/thu-tuc/p1' },
  attachTo: page.body, global: { stubs: { RouterLink: RouterLinkStub } },
})
const part = (screen: ReturnType<typeof show>, id: string) => screen.get(`#${id}`).text()
const goesTo = (screen: ReturnType<typeof show>) => screen.findAllComponents(RouterLinkStub).map((link) => link.props('to') as unknown)

describe('the page of a procedure', () => {
  it.each(Object.keys(gallery).map((path) => path.split('/').at(-1)!))('has every part under a heading, none of them empty: %s', (file) => {
    const screen = show(readGallery(file))
    for (const section of screen.findAll('section[id]')) expect(section.text().length, section.attributes('id')).toBeGreaterThan(section.get('h2').text().length)
    expect(screen.get('nav[aria-labelledby=contents]').findAll('a').map((link) => link.attributes('href'))).toEqual(screen.findAll('section[id]').map((section) => `#${section.attributes('id')}`))
  })

  it('says what was not published, in words', () => {
    const screen = show({ ...emptyProcedure('Thủ tục mới', '1.1'), fees: undefined } as unknown as Procedure)
    for (const id of ['ho-so', 'phi', 'dieu-kien', 'can-cu']) expect(part(screen, id)).toContain('Cơ quan chưa công bố mục này.')
    expect(part(screen, 'cong-bo')).toContain('Chưa công bố')
  })

  it('says what is charged, when and for whom it is free', () => {
    const fees = part(show(readGallery('15-dang-ky-khai-sinh.json')), 'phi')
    expect(fees).toContain('8.000 đ × Số lượng bản sao')
    expect(fees).toContain('Thu khi Đăng ký sau 60 ngày')
    expect(fees).toContain('hộ nghèo')
    expect(part(show(readGallery('03-dang-ky-to-chuc-khoa-hoc-cong-nghe.json')), 'phi')).toContain('không thu phí')
  })

  it('shows a fee table row by row, each with its amount, and what everybody else pays', () => {
    const { fees, ...rest } = readGallery('15-dang-ky-khai-sinh.json')
    const screen = show({ ...rest, fees: [{ ...fees![0]!, amount: 8000, rows: [{ when: { properties: { soBanSao: { minimum: 5 } }, required: ['soBanSao'] }, amount: 5000 }] }] })
    expect(screen.findAll('#phi li li').map((row) => row.text())).toEqual(['Khi Số lượng bản sao từ 5 bản trở lên5.000 đ', 'Trường hợp còn lại8.000 đ'])
    expect(part(screen, 'phi')).not.toContain('Tính theo hồ sơ của bạn')
  })

  it('offers to file what is filed online, the form alone below that, and nothing where it is closed', () => {
    const open = readGallery('15-dang-ky-khai-sinh.json')
    expect(goesTo(show(open))).toContainEqual({ name: 'start', params: { id: 'p1' } })
    const counter = show({ ...open, info: { ...open.info, serviceLevel: 2 } })
    expect(goesTo(counter)).not.toContainEqual({ name: 'start', params: { id: 'p1' } })
    expect(counter.get('[data-bottom-bar]').get('a').attributes('href')).toBe('/api/procedures/p1/revisions/h1/form.pdf?lang=vi')
    expect(counter.text()).toContain('Tải mẫu đơn')
    const closed = show(readGallery('06-dang-ky-nhap-khau-polyol-hcfc.json'))
    expect(closed.find('[data-bottom-bar]').exists()).toBe(false)
    expect(closed.text()).toContain('Không nhận hồ sơ mới')
  })
})
