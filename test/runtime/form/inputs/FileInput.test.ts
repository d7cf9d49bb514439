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
  const asked: { question: string; name: string; signal: AbortSignal }[] = []
  let answer: (reply: Uploaded) => void = () => undefined
  let tell: (part: number, waits?: boolean) => void = () => undefined
  const files: FilesApi = {
    known, href: (id) => `/api/files/${id}`,
    upload: (question, { name }, progress, signal) => new Promise((resolve) => {
      asked.push({ question, name, signal })
      answer = resolve
      tell = progress
    }),
    remove: (id) => { removed.push(id); return Promise.resolve() },
  }
  const arrive = async (id: string, name: string): Promise<void> => {
    const file = { id, name, size: 500, type: 'pdf' }
    known.value = new Map(known.value).set(id, file)
    answer({ ok: true, file })
    await flushPromises()
  }
  const fail = async (message: string): Promise<void> => { answer({ ok: false, message }); await flushPromises() }
  return { files, removed, asked, arrive, fail, progress: async (part: number, waits?: boolean) => { tell(part, waits); await flushPromises() } }
}

// The first bytes are read before a file is sent.
const looked = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  await flushPromises()
}

const choose = async ({ input }: ReturnType<typeof mountInput>, ...files: File[]): Promise<void> => {
  Object.defineProperty(input.get('input[type=file]').element, 'files', { value: files, configurable: true })
  await input.get('input[type=file]').trigger('change')
  await looked()
}
const starts: Record<string, number[]> = { pdf: [0x25, 0x50, 0x44, 0x46, 0x2d], png: [0x89, 0x50, 0x4e, 0x47], heic: [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63] }
const file = (name: string, size = 500, start = 'pdf'): File => {
  const bytes = new Uint8Array(size)
  bytes.set(size > 0 ? starts[start]! : [])
  return new File([bytes], name)
}

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

  it.each([
    ['a picture in the clothes of a document', file('anh.pdf', 500, 'png'), 'Chỉ nhận tệp PDF. Hãy chụp ảnh giấy tờ'],
    ['a photo of the other kind', file('anh.heic', 500, 'heic'), 'Không nhận ảnh HEIC'],
    ['what is too large', file('to.pdf', 2000), 'Tệp quá lớn, tối đa 1.000 B'],
    ['what is empty', file('rong.pdf', 0), 'Tệp này trống'],
  ])('refuses %s before sending it', async (_, wrong, said) => {
    const { files, asked } = store()
    const mounted = mountInput(FileInput, question(1), { files })

    await choose(mounted, wrong)

    expect(mounted.input.get('[role=alert]').text()).toContain(said)
    expect([mounted.answer(), asked]).toEqual([undefined, []])
  })

  it('says that it waits for the line, and goes on by itself', async () => {
    const { files, progress } = store()
    const mounted = mountInput(FileInput, question(1), { files })
    await choose(mounted, file('qd.pdf'))

    await progress(0.4, true)
    expect(mounted.input.text()).toContain('Mất mạng. Tệp sẽ tự gửi tiếp')
    expect(mounted.input.get('[role=status]').text()).toContain('Mất mạng')
    await progress(0.6)

    expect(mounted.input.text()).toContain('Đã gửi 60%')
    expect(mounted.input.get('[role=status]').text()).toContain('Đang gửi tiếp qd.pdf')
  })

  it('stops when the person says so, and only pauses when the page is left', async () => {
    const { files, asked } = store()
    const mounted = mountInput(FileInput, question(3), { files })
    await choose(mounted, file('1.pdf'))
    await mounted.input.get('button[aria-label^="Dừng gửi"]').trigger('click')
    await choose(mounted, file('2.pdf'))
    mounted.input.unmount()

    expect(asked.map(({ signal }) => signal.reason as unknown)).toEqual(['cancel', 'leave'])
  })

  it('goes on with what was on its way when the page was closed', async () => {
    const { files, asked, arrive } = store()
    const mounted = mountInput(FileInput, question(1), { files: { ...files, unfinished: () => Promise.resolve([file('dở.pdf')]) } })
    await expect.poll(() => asked.map(({ name }) => name)).toEqual(['dở.pdf'])
    await arrive('a', 'dở.pdf')

    expect(mounted.answer()).toEqual(['a'])
  })

  it('names the files that there is no room for', async () => {
    const { files, asked } = store()
    const mounted = mountInput(FileInput, question(2), { files })

    await choose(mounted, file('1.pdf'), file('2.pdf'), file('3.pdf'))

    expect(asked.map(({ name }) => name)).toEqual(['1.pdf', '2.pdf'])
    expect(mounted.input.get('[role=alert]').text()).toBe('Chỉ còn nhận thêm 2 tệp. Chưa nhận: 3.pdf.')
  })

  it('offers the camera where photos are taken, and only there', async () => {
    const withPhotos = mountInput(FileInput, { ...question(1), 'x-file': { accept: ['pdf', 'jpg'], maxBytes: 1000 } }, { files: store().files })
    const without = mountInput(FileInput, question(1), { files: store().files })
    await looked()

    expect(withPhotos.input.get('input[capture]').attributes()).toMatchObject({ accept: 'image/jpeg', capture: 'environment' })
    expect(without.input.find('input[capture]').exists()).toBe(false)
  })

  it('says why sending failed and sends again', async () => {
    const { files, fail, arrive } = store()
    const mounted = mountInput(FileInput, question(1), { files })
    await choose(mounted, file('qd.pdf'))
    await fail('Mất kết nối')
    expect(mounted.input.get('[role=alert]').text()).toBe('Mất kết nối')

    await mounted.input.findAll('button').find((each) => each.text() === 'Thử lại')!.trigger('click')
    await looked()
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
