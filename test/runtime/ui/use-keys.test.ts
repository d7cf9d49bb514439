import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { setSingleKeys, singleKeys, useKeys } from '../../../runtime/ui/use-keys.ts'

const page = (pressed: string[]) => mount(defineComponent({
  setup: () => {
    useKeys({ 'j': () => void pressed.push('j'), 'Ctrl+a': () => void pressed.push('Ctrl+a'), 'Escape': () => { pressed.push('Escape'); return false }, '?': () => void pressed.push('?') })
    return () => h('div', [h('input', { type: 'text' }), h('input', { type: 'checkbox' }), h('textarea'), h('button', 'Gửi')])
  },
}), { attachTo: document.body })

const press = (key: string, on: string = 'body', more: KeyboardEventInit = {}): boolean => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.querySelector(on)!.dispatchEvent(event)
  return event.defaultPrevented
}

describe('the keys of a page', () => {
  let opened: ReturnType<typeof page>
  const begin = (): string[] => {
    const pressed: string[] = []
    opened = page(pressed)
    return pressed
  }
  afterEach(() => {
    setSingleKeys(true)
    opened.unmount()
    document.body.replaceChildren()
  })

  it('are heard by their names, with or without the shift of a sign or a letter', () => {
    const pressed = begin()
    expect([press('j'), press('J', 'body', { shiftKey: true }), press('a', 'body', { ctrlKey: true }), press('a', 'body', { metaKey: true }), press('?', 'button')]).toEqual([true, true, true, true, true])
    expect(pressed).toEqual(['j', 'j', 'Ctrl+a', 'Ctrl+a', '?'])
  })
  it('stay with the browser where an act says no, or none is meant', () => {
    const pressed = begin()
    expect([press('Escape'), press('z'), press('j', 'body', { altKey: true })]).toEqual([false, false, false])
    expect(pressed).toEqual(['Escape'])
  })
  it('belong to the text where text is written, not where something is ticked', () => {
    const pressed = begin()
    expect([press('j', 'input[type=text]'), press('j', 'textarea'), press('a', 'textarea', { ctrlKey: true }), press('j', 'body', { isComposing: true })]).toEqual([false, false, false, false])
    expect(press('j', 'input[type=checkbox]')).toBe(true)
    expect(pressed).toEqual(['j'])
  })
  it('are not heard under an open dialog or menu, nor after the page has gone', () => {
    const pressed = begin()
    for (const role of ['dialog', 'menu']) {
      const over = document.createElement('div')
      over.setAttribute('role', role)
      document.body.append(over)
      expect(press('j')).toBe(false)
      over.remove()
    }
    opened.unmount()
    expect([press('j'), pressed]).toEqual([false, []])
  })
  it('that are single letters or signs can be switched off, and the choice is kept', () => {
    const pressed = begin()
    setSingleKeys(false)
    expect([singleKeys.value, localStorage.getItem('motcua.singleKeys')]).toEqual([false, 'off'])
    expect([press('j'), press('?'), press('a', 'body', { ctrlKey: true })]).toEqual([false, false, true])
    expect(pressed).toEqual(['Ctrl+a'])
  })
})
