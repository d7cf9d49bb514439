import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { Question } from '#schemas/generated/types.ts'
import type { FilesApi, Uploaded } from '#runtime/form/files.ts'
import FileInput from '#runtime/form/inputs/FileInput.vue'
import { mountInput } from './support.ts'

const question = (maxItems: number): Question => ({ type: 'array', items: { type: 'string' }, maxItems, title: 'Quyết định', 'x-file': { accept: ['pdf'], maxBytes: 1000 } })

// The store of files, answering when the test says so.
const store = () => {
  const known = shallowRef<ReadonlyMap<string, { id: string; name: string; size: number; type: string }>>(new Map())
  const removed: string[] = []
  let answer: (reply: Uploaded) => void = () => undefined
  let tell: (part: number) => void = () => undefined
  const files: FilesApi = {
    known, href: (id) => `/api/files/${id}`,
    upload: (_question, _file, progress) => new Promise((resolve) => { answer = resolve; tell = progress }),
    remove: (id) => { removed.push(id); return Promise.resolve() },
  }
  const arrive = async (id: string, name: string): Promise<void> => {
    const file = { id, name, size: 500, type: 'pdf' }
    known.value = new Map(known.value).set(id, file)
    answer({ ok: true, file })
    await flushPromises()
  }
  const fail = async (message: string): Promise<void> => { answer({ ok: false, message }); await flushPromises() }
  return { files, removed, arrive, fail, progress: async (part: number) => { tell(part); await flushPromises() } }
}

const choose = async ({ input }: ReturnType<typeof mountInput>, ...files: File[]): Promise<void> => {
  Object.defineProperty(input.get('input[type=file]').element, 'files', { value: files, configurable: true })
  await input.get('input[type=file]').trigger('change')
}
const file = (name: string, size = 500): File => new File([new Uint8Array(size)], name)

afterEach(() => { document.body.innerHTML = '' })

describe('FileInput', () => {
  it('shows how far a file is, then answers with its id', async () => {
    const { files, arrive, progress } = store()
    const mounted = mountInput(FileInput, question(1), { files })

    await choose(mounted, file('qd.pdf'))
    await progress(0.5)
    expect((mounted.input.get('progress').element as HTMLProgressElement).value).toBe(0.5)
    await arrive('a', 'qd.pdf')

    expect(mounted.answer()).toEqual(['a'])
    expect(mounted.input.get('a').attributes('href')).toBe('/api/files/a')
    expect(mounted.input.get('[role=status]').text()).toContain('Đã đính kèm qd.pdf')
  })

  it('puts a new document in the place of the only one', async () => {
    const { files, arrive, removed } = store()
    const mounted = mountInput(FileInput, question(1), { files, modelValue: ['a'] })

    await choose(mounted, file('moi.pdf'))
    expect(mounted.answer()).toEqual(['a'])
    await arrive('b', 'moi.pdf')

    expect(mounted.answer()).toEqual(['b'])
    expect(removed).toEqual(['a'])
  })

  it('adds to several and stops at the limit', async () => {
    const { files, arrive } = store()
    const mounted = mountInput(FileInput, question(2), { files, modelValue: ['a'] })

    await choose(mounted, file('2.pdf'), file('3.pdf'))
    await arrive('b', '2.pdf')

    expect(mounted.answer()).toEqual(['a', 'b'])
    expect(mounted.input.text()).toContain('Đã đủ 2 tệp')
  })

  it.each([[file('anh.png'), 'Chỉ nhận tệp PDF'], [file('to.pdf', 2000), 'Tệp quá lớn'], [file('rong.pdf', 0), 'Tệp này trống']])('refuses what cannot be accepted before sending it', async (wrong, said) => {
    const { files } = store()
    const mounted = mountInput(FileInput, question(1), { files })

    await choose(mounted, wrong)

    expect(mounted.input.get('[role=alert]').text()).toContain(said)
    expect(mounted.answer()).toBeUndefined()
  })

  it('says why sending failed and sends again', async () => {
    const { files, fail, arrive } = store()
    const mounted = mountInput(FileInput, question(1), { files })
    await choose(mounted, file('qd.pdf'))
    await fail('Mất kết nối')
    expect(mounted.input.get('[role=alert]').text()).toBe('Mất kết nối')

    await mounted.input.findAll('button').find((each) => each.text() === 'Thử lại')!.trigger('click')
    await arrive('a', 'qd.pdf')

    expect(mounted.answer()).toEqual(['a'])
  })

  it('is unanswered when its last file is removed', async () => {
    const { files, removed } = store()
    const mounted = mountInput(FileInput, question(2), { files, modelValue: ['a'] })

    await mounted.input.get('button[aria-label^="Gỡ tệp"]').trigger('click')

    expect(mounted.answer()).toBeUndefined()
    expect(removed).toEqual(['a'])
    expect(document.activeElement).toBe(mounted.input.get('input[type=file]').element)
  })
})
