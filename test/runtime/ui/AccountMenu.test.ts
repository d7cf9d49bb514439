import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import AccountMenu from '#runtime/ui/AccountMenu.vue'

const open = async (roles: string[]) => {
  const menu = mount(AccountMenu, { attachTo: document.body, props: { account: { id: 'u', name: 'Vũ Công Dân', email: 'a@b.vn', roles } } })
  await menu.get('button').trigger('click')
  await vi.dynamicImportSettled()
  await nextTick()
  return menu
}
const names = (menu: Awaited<ReturnType<typeof open>>): string[] => menu.findAll('[role=menuitem]').map((each) => each.text())

afterEach(() => { document.body.innerHTML = '' })

describe('AccountMenu', () => {
  it('offers only the parts of the product that the person may enter', async () => {
    expect(names(await open(['applicant']))).toEqual(['Dịch vụ công', 'Đăng xuất'])
    expect(names(await open(['head', 'reviewer']))).toEqual(['Dịch vụ công', 'Bàn làm việc cán bộ', 'Thiết kế thủ tục', 'Đăng xuất'])
  })

  it('is walked through with the arrows and left with Escape', async () => {
    const menu = await open(['applicant'])
    expect(document.activeElement?.textContent).toContain('Dịch vụ công')

    await menu.get('[role=menu]').trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('Đăng xuất')
    await menu.get('[role=menu]').trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('Dịch vụ công')

    await menu.get('[role=menu]').trigger('keydown', { key: 'Escape' })
    expect(menu.find('[role=menu]').exists()).toBe(false)
    expect(document.activeElement).toBe(menu.get('button').element)
  })

  it('signs out', async () => {
    const menu = await open(['applicant'])

    await menu.findAll('[role=menuitem]').at(-1)!.trigger('click')

    expect(menu.emitted('signOut')).toHaveLength(1)
  })
})
