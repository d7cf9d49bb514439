import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useTyped } from '../../../../runtime/desk/dossier/typed.ts'

enableAutoUnmount(afterEach)

const openDesk = (key: string) => {
  let typed: ReturnType<typeof useTyped> | undefined
  const page = mount(defineComponent({ props: { of: { type: String, required: true } }, setup: (props) => { typed = useTyped(() => props.of); return () => h('i') } }), { props: { of: key } })
  return { page, typed: typed! }
}
const leaves = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

describe('what was typed at a dossier', () => {
  it('comes back to the officer who returns to it, and to nobody else', () => {
    const first = openDesk('lan d1')
    first.typed.reason.value = 'Thiếu dấu.'
    first.typed.records.value['appraisal'] = { ketLuan: 'Đạt' }
    first.page.unmount()
    const back = openDesk('lan d1')
    expect([back.typed.reason.value, back.typed.records.value['appraisal']]).toEqual(['Thiếu dấu.', { ketLuan: 'Đạt' }])
    expect(openDesk('hoa d1').typed.reason.value).toBe('')
  })

  it('keeps a remark that is still being written when a decision is sent, and holds back the window for it', () => {
    const { typed } = openDesk('lan d5')
    typed.remarks.value = { '/ten': '' }
    expect(leaves()).toBe(false)
    typed.remarks.value = { '/ten': 'Chưa khớp với' }
    typed.forget()
    expect([typed.remarks.value, leaves()]).toEqual([{ '/ten': 'Chưa khớp với' }, true])
  })

  it('is another dossier’s on the same page', async () => {
    const { page, typed } = openDesk('lan d2')
    typed.reason.value = 'Một.'
    await page.setProps({ of: 'lan d3' })
    expect(typed.reason.value).toBe('')
    await page.setProps({ of: 'lan d2' })
    expect(typed.reason.value).toBe('Một.')
  })

  it('holds back a window that is closed, until it is sent', () => {
    const { typed } = openDesk('lan d4')
    expect(leaves()).toBe(false)
    typed.reason.value = 'Chưa gửi.'
    expect(leaves()).toBe(true)
    typed.forget()
    expect([typed.reason.value, leaves()]).toEqual(['', false])
  })
})
