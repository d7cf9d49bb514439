import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FileInfo } from '#schemas/generated/types.ts'
import FilePreview from '../../../../runtime/desk/dossier/FilePreview.vue'

const file = (type: string): FileInfo => ({ id: 'f1', name: `giay-to.${type}`, size: 10, type, sha256: '', question: '/tep' })

describe('a file beside the answers', () => {
  let preview: VueWrapper
  const open = async (type: string, pdfViewer: boolean): Promise<void> => {
    vi.stubGlobal('navigator', { ...navigator, pdfViewerEnabled: pdfViewer })
    preview = mount(FilePreview, { props: { file: file(type) } })
    await flushPromises()
  }
  afterEach(() => { preview.unmount(); vi.unstubAllGlobals() })

  it('is a picture where it is one', async () => {
    await open('png', false)
    expect(preview.find('img').attributes('src')).toBe('/api/files/f1?view=inline')
  })

  it('is a PDF of its bytes alone where the browser shows PDFs', async () => {
    const given = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one')
    const back = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
    vi.stubGlobal('fetch', async () => new Response('%PDF-1.4', { headers: { 'Content-Type': 'text/html' } }))
    await open('pdf', true)
    expect(preview.find('iframe').attributes()).toMatchObject({ src: 'blob:one', title: 'giay-to.pdf' })
    expect((given.mock.calls[0]![0] as Blob).type).toBe('application/pdf')
    await preview.setProps({ file: { ...file('png'), id: 'f2' } })
    expect(back).toHaveBeenCalledWith('blob:one')
  })

  it.each([['pdf', false], ['docx', true]])('%s is only to be saved where it cannot be shown', async (type, pdfViewer) => {
    await open(type, pdfViewer)
    expect(preview.find('iframe').exists()).toBe(false)
    expect(preview.text()).toContain('Trình duyệt này không hiện được tệp tại đây.')
    expect(preview.find('p a').attributes()).toMatchObject({ href: '/api/files/f1', download: '' })
  })
})
