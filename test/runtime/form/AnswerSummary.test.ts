import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AnswerSummary from '#runtime/form/AnswerSummary.vue'
import { compiledSample, fileId } from './sample-form.ts'

const answers = { kind: 'new', name: '$5 <b>đậm</b>', signedOn: '2026-11-21', rows: [{ label: 'C1', count: 2 }, { label: 'C2' }], total: 2, paper: [fileId], agree: true }
const open = (more: object = {}) => mount(AnswerSummary, {
  props: { compiled: compiledSample, answers, locale: 'vi', files: new Map([[fileId, { name: 'qd.pdf', size: 2048 }]]), fileHref: (id: string) => `/api/files/${id}`, ...more },
  global: { stubs: { RouterLink: RouterLinkStub } },
})

describe('AnswerSummary', () => {
  it('says answers in words and shows texts as they were typed', () => {
    const summary = open().text()

    expect(summary).toContain('Cấp mới')
    expect(summary).toContain('21/11/2026')
    expect(summary).toContain('$5 <b>đậm</b>')
    expect(summary).toContain('Mẫu dấu 2')
  })

  it('leaves out questions that are not asked, and says which are not answered', () => {
    const summary = open()

    expect(summary.text()).not.toContain('Số giấy cũ')
    expect(summary.text()).toContain('Chưa trả lời')
    expect(open({ answeredOnly: true }).text()).not.toContain('Chưa trả lời')
  })

  it('has room beside each answer and each row of a table', () => {
    const summary = mount(AnswerSummary, { props: { compiled: compiledSample, answers, locale: 'vi' }, slots: { beside: '<b>{{ params.row.pointer }} {{ params.row.label }}</b>' } })
    const beside = summary.findAll('b').map((each) => each.text())

    expect(beside).toEqual(expect.arrayContaining(['/name $name.constructor', '/rows Mẫu dấu', '/rows/0 Mẫu dấu, Mẫu dấu 1', '/rows/1 Mẫu dấu, Mẫu dấu 2']))
    expect(beside).not.toContain('/rows/0/label Ký hiệu')
  })

  it('links files, and each answer to the place where it is changed', () => {
    const summary = open({ changeTo: (pointer: string, page: string) => (pointer === '/name' ? undefined : `/${page}?at=${pointer}`) })

    expect(summary.get('a[download]').attributes('href')).toBe(`/api/files/${fileId}`)
    const links = summary.findAllComponents(RouterLinkStub)
    expect(links.map((link) => link.props('to'))).toContain('/about?at=/kind')
    expect(links.map((link) => link.props('to'))).not.toContain('/about?at=/name')
    expect(links[0]!.text()).toContain('Bạn cần gì?')
  })
})
