// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryFiles } from '#runtime/form/files.ts'
import FormRenderer from '#runtime/form/FormRenderer.vue'
import { compiledSample, fileId, validatorOf } from './sample-form.ts'

const validate = validatorOf(compiledSample)
const open = (answers = {}, more = {}) => {
  const screen = mount(FormRenderer, {
    attachTo: document.body,
    props: {
      compiled: compiledSample, locale: 'vi' as const, validate, files: memoryFiles(), answers,
      'onUpdate:answers': (next: Record<string, unknown> | undefined) => { void screen.setProps({ answers: next }) }, 'onUpdate:page': (page: string | undefined) => { void screen.setProps({ page }) }, ...more,
    },
  })
  return screen
}
type Screen = ReturnType<typeof open>
const press = async (screen: Screen, name: string) => {
  const button = screen.findAll('button').find((each) => each.text().startsWith(name))
  await button!.trigger('click')
  await flushPromises()
}
const answersOf = (screen: Screen): Record<string, unknown> => screen.props('answers') as Record<string, unknown>

afterEach(() => { document.body.innerHTML = '' })

describe('FormRenderer', () => {
  it('writes what is typed into nested answers', async () => {
    const screen = open()

    await screen.get('#q-name').setValue('Trung tâm Đo lường')

    expect(answersOf(screen)).toEqual({ name: 'Trung tâm Đo lường', shortName: 'Trung tâm Đo lường' })
  })

  it('asks a question only where its condition holds, and keeps its answer while it is hidden', async () => {
    const screen = open({ kind: 'again', oldNumber: '12/QĐ' })
    expect((screen.get('#q-oldNumber').element as HTMLInputElement).value).toBe('12/QĐ')

    await screen.findAll('input[type=radio]')[0]!.trigger('change')
    expect(screen.find('#q-oldNumber').exists()).toBe(false)
    expect(answersOf(screen)['oldNumber']).toBe('12/QĐ')

    await screen.findAll('input[type=radio]')[1]!.trigger('change')
    expect((screen.get('#q-oldNumber').element as HTMLInputElement).value).toBe('12/QĐ')
  })

  it('tells why a question is asked that is not asked of everybody', async () => {
    const screen = open({ kind: 'again' })
    const why = screen.get('[data-pointer="/oldNumber"] details')
    expect(why.text()).toBe('Vì sao hỏi câu này?')
    expect(screen.find('[data-pointer="/kind"] details').exists()).toBe(false)

    ;(why.element as HTMLDetailsElement).open = true
    await why.trigger('toggle')
    await vi.waitFor(() => expect(why.text()).toMatch(/Theo câu trả lời của bạn: Bạn cần gì\? là .+\./))
  })

  it('says what is missing only when the person goes on, and takes the focus to the summary', async () => {
    const screen = open()
    expect(screen.find('[role=alert]').exists()).toBe(false)

    await press(screen, 'Tiếp tục')

    const summary = screen.get('[role=alert]')
    expect(document.activeElement).toBe(summary.element)
    expect(summary.findAll('a').map((link) => link.text())).toEqual(['Bạn cần gì?: Hãy chọn một mục.', '$name.constructor: Hãy trả lời câu này.', 'Ngày quyết định: Hãy trả lời câu này.'])
    expect(screen.get('#q-name').attributes('aria-invalid')).toBe('true')
  })

  it('jumps from the summary to the question', async () => {
    const screen = open()
    await press(screen, 'Tiếp tục')

    await screen.findAll('[role=alert] a')[1]!.trigger('click')
    await flushPromises()

    expect(document.activeElement?.id).toBe('q-name')
  })

  it('jumps to a question of another page', async () => {
    const screen = open({ kind: 'new', name: 'A', signedOn: '2026-11-21', rows: [{ label: 'X' }, { count: 2 }] })
    ;(screen.vm as unknown as { check(): unknown }).check()
    await flushPromises()

    const link = screen.findAll('[role=alert] a').find((each) => each.text().startsWith('Mẫu dấu, Mẫu dấu 2, Ký hiệu'))!
    await link.trigger('click')
    await flushPromises()

    expect(document.activeElement?.id).toBe('q-rows-1-label')
  })

  it('says at once what was typed wrongly, and takes it back when it is mended', async () => {
    const screen = open()

    await screen.get('#q-code').setValue('123')
    expect(screen.find('#q-code-error').exists()).toBe(false)
    await screen.get('#q-code').trigger('focusout')
    expect(screen.get('#q-code-error').text()).toContain('Mã số thuế gồm 10 chữ số')

    await screen.get('#q-code').setValue('0100109106')
    expect(screen.find('#q-code-error').exists()).toBe(false)
  })

  it('fills in a suggestion until the person answers, emptied included', async () => {
    const screen = open()
    await screen.get('#q-name').setValue('Viện A')
    expect((screen.get('#q-shortName').element as HTMLInputElement).value).toBe('Viện A')

    await screen.get('#q-shortName').setValue('')
    await screen.get('#q-name').setValue('Viện B')

    expect((screen.get('#q-shortName').element as HTMLInputElement).value).toBe('')
    expect(answersOf(screen)).toEqual({ name: 'Viện B' })
  })

  it('gives prepared answers when all is well', async () => {
    const screen = open({ kind: 'new', oldNumber: 'thừa', name: ' Viện A ', signedOn: '2026-11-21', rows: [{}, { label: 'X', count: 2 }], agree: true, paper: undefined })
    const check = (screen.vm as unknown as { check(): Record<string, unknown> | undefined }).check
    expect(check()).toBeUndefined()

    const files = screen.props('files') as ReturnType<typeof memoryFiles>
    const uploaded = await files.upload('/paper', new File(['x'], 'qd.pdf'), () => undefined, new AbortController().signal)
    await screen.setProps({ answers: { ...answersOf(screen), paper: [uploaded.ok && uploaded.file.id] } })

    expect(check()).toMatchObject({ kind: 'new', name: 'Viện A', rows: [{ label: 'X', count: 2 }], total: 2 })
    expect(check()).not.toHaveProperty('oldNumber')
  })

  it('tells what the server found as it tells what it finds itself', async () => {
    const screen = open({ kind: 'new', name: 'Viện A', signedOn: '2026-11-21' })

    await screen.setProps({ issues: [{ pointer: '/name', code: 'taken', authored: { message: 'Tên này đã có.' } }] })
    await flushPromises()

    expect(document.activeElement).toBe(screen.get('[role=alert]').element)
    expect(screen.get('[role=alert]').text()).toContain('Tên này đã có.')
  })

  it('asks only what a supplement asks, on the pages that ask it', () => {
    const screen = open({ kind: 'new', name: 'Viện A', signedOn: '2026-11-21', rows: [{ label: 'C1' }], paper: [fileId], agree: true }, { files: undefined, supplement: { reason: 'Ghi lại.', fields: ['/name'], askedAt: '2026-11-20T02:00:00.000Z', returnTo: 'intake' } })

    expect(screen.findAll('[data-pointer]').map((each) => each.attributes('data-pointer'))).toEqual(['/name'])
    expect(screen.text()).not.toContain('Tiếp tục')
  })

  it('draws the form without asking on the canvas', () => {
    const screen = open({}, { mode: 'show' })

    expect((screen.element as HTMLElement).hasAttribute('inert')).toBe(true)
    expect(screen.find('#q-name').exists()).toBe(true)
  })
})

describe('rows', () => {
  const onSeals = { page: 'seals' }

  it('begin with one where the table must be filled in', async () => {
    const screen = open({}, onSeals)

    await screen.get('#q-rows-0-label').setValue('C1')

    expect(answersOf(screen)).toEqual({ rows: [{ label: 'C1' }] })
  })

  it('are added with the focus in the new one, and counted', async () => {
    const screen = open({ rows: [{ label: 'C1' }] }, onSeals)

    await press(screen, 'Thêm mẫu dấu')

    expect(document.activeElement?.id).toBe('q-rows-1-label')
    expect(screen.findAll('legend').map((each) => each.text())).toContain('Mẫu dấu 2')
    expect(screen.text()).toContain('Đã thêm Mẫu dấu 2')
  })

  it('leave the answers of the others where they are when one is removed', async () => {
    const screen = open({ rows: [{ label: 'C1' }, { label: 'C2', count: 2 }, { label: 'C3', count: 3 }] }, onSeals)

    await screen.findAll('button').filter((each) => each.text().startsWith('Xóa'))[1]!.trigger('click')

    expect(answersOf(screen)['rows']).toEqual([{ label: 'C1' }, { label: 'C3', count: 3 }])
    expect((screen.get('#q-rows-1-count').element as HTMLInputElement).value).toBe('3')
  })

  it('show the fault of a row beside it, however many empty rows stand before', async () => {
    const screen = open({ rows: [{}, {}, { label: 'C3', count: 0 }] }, onSeals)
    ;(screen.vm as unknown as { check(): unknown }).check()
    await flushPromises()

    expect(screen.get('#q-rows-2-count-error').text()).toContain('Phải từ 1 trở lên')
    expect(screen.find('#q-rows-0-count-error').exists()).toBe(false)
  })
})
