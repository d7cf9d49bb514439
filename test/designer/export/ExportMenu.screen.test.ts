// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useToast } from '#runtime/ui/use-toast.ts'
import ExportMenu from '../../../designer/export/ExportMenu.vue'
import { printDocument } from '../../../designer/source/print-document.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { onScreen, openDocument } from '../open-document.ts'

const asked: string[] = []
const saved: { name: string, file: Blob }[] = []

beforeEach(() => {
  asked.length = 0
  saved.length = 0
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(url.endsWith('types.ts') ? Response.json({ type: '/problems/invalid-document', title: 'Chưa đúng', status: 422, detail: 'Mẫu số 1 chưa đúng.' }, { status: 422 }) : new Response('made'))
  })
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push({ name: '', file: file as Blob })
    return 'blob:x'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.at(-1)!.name = this.download })
  openDocument(buildProcedure('1.5'))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

const choose = async (label: string): Promise<void> => {
  const screen = mount(ExportMenu, onScreen())
  await screen.get('button').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  const entry = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((each) => each.textContent?.includes(label))!
  entry.click()
  await flushPromises()
  screen.unmount()
}

describe('the menu of downloads', () => {
  it('gives the document as the source shows it, to the last byte, without asking the server', async () => {
    await choose('Toàn bộ thủ tục')
    expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^1\.5-.+\.json$/)])
    expect(await saved[0]!.file.text()).toBe(printDocument(buildProcedure('1.5')))
    expect(asked).toEqual([])
  })
  it('gives the workflow as BPMN in the language of the screen, without asking the server, and the internal process as a PDF', async () => {
    await choose('BPMN')
    expect(saved[0]!.name).toMatch(/^1\.5-.+\.bpmn$/)
    expect(await saved[0]!.file.text()).toContain('<bpmn:definitions')
    expect(asked).toEqual([])
    await choose('Quy trình nội bộ, tiếng Việt')
    expect(asked).toEqual(['/api/designer/procedures/p/draft/process.pdf?lang=vi'])
    expect(saved[1]!.name).toMatch(/^1\.5-.+-quy-trinh-vi\.pdf$/)
  })
  it('gives the empty form in either language under a name that says so', async () => {
    await choose('tiếng Anh')
    expect(asked).toEqual(['/api/designer/procedures/p/draft/form.pdf?lang=en'])
    expect(saved[0]!.name).toMatch(/^1\.5-.+-en\.pdf$/)
  })
  it('says why no file could be made', async () => {
    await choose('TypeScript')
    expect(saved).toEqual([])
    expect(useToast().toasts.value.at(-1)).toMatchObject({ tone: 'bad', text: 'Chưa tạo được tệp. Mẫu số 1 chưa đúng.' })
  })
})
