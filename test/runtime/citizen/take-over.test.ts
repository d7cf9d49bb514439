import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { readAt, type Answers } from '#core/issues/json-pointer.ts'
import { useSession } from '#runtime/client/session.ts'
import profileForm from '#schemas/profile/profile-form.json'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { drawPage, type DrawnPage } from '../../fixtures/drawn-page.ts'
import { everyField } from '../../fixtures/every-field.ts'
import { typedForm, typedTexts } from '../../fixtures/typed-form.ts'
import { document as sample, standIn } from './server-stand-in.ts'

const filled: Answers = {
  ten: 'Nguyễn Thị Ánh', loai: 'b', noi: 'q', ngay: '2026-03-05', soLuong: 12, dienTich: 1234.5, gia: 1_500_000, gap: false, mon: ['x', 'z'], ma: 'AB123',
  hang: [{ ten: 'Gạo', so: 3 }], camKet: true, diaChi: { province: '01', commune: 'Phường Cửa Nam', detail: 'Số 5' }, nuoc: 'VN',
}
const kinds: [kind: string, pointer: string][] = [
  ['a text', '/ten'], ['one of few', '/loai'], ['one of a list', '/noi'], ['a date', '/ngay'], ['a whole number', '/soLuong'], ['a number with a comma', '/dienTich'], ['money', '/gia'], ['no', '/gap'],
  ['many of a list', '/mon'], ['a row of a table', '/hang'], ['a promise', '/camKet'], ['an address of two lists', '/diaChi'], ['one of very many', '/nuoc'], ['a code', '/ma'],
]

const asking = (): Form => {
  const form = typedForm()
  const { schema } = everyField()
  const { address, country, file } = schema.properties
  Object.assign(form.schema.properties, { diaChi: { ...address, title: 'Địa chỉ' }, nuoc: { ...country, title: 'Nước' }, tep: { ...file, title: 'Giấy tờ' } })
  form.pages[0]!.sections[0]!.questions.push('/diaChi', '/nuoc', '/tep')
  return { ...form, schema: { ...form.schema, $defs: schema.$defs } }
}
const procedure: Procedure = { ...sample, form: asking() }
const compiled = compileForm(procedure.form!)
const parts = ['province', 'commune', 'detail'].map((part): [string, string[]] => [`/diaChi/${part}`, [String(readAt(filled, `/diaChi/${part}`))]])
const texts = new Map([...[...typedTexts(compiled, filled)].filter(([name]) => !['/diaChi', '/tep', '/lyDo'].includes(name)), ...parts])
const textsOf = (pointer: string): [string, string[]][] => [...texts].filter(([name]) => new RegExp(`^${pointer}([/:]|$)`).test(name)).map(([name, typed]) => [name, [...typed]])

// The whole app comes with the first page.
vi.setConfig({ testTimeout: 60_000 })

let server: ReturnType<typeof standIn>
let page: DrawnPage

const own = {
  '/api/profile': { profile: {}, version: 0, form: profileForm },
  '/api/dossiers/d1/rating': { answers: {}, mayChange: true },
}
const open = async (address = '/nop/d1/mot', answers: Answers = {}): Promise<void> => {
  server = standIn({ answers }, procedure, own)
  await useSession().refresh()
  history.replaceState(null, '', address)
  page = await drawPage(address)
}
const typeIn = (pointer: string): void => { for (const [name, typed] of textsOf(pointer)) page.answer(name, typed) }
const input = (id: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[id="${id}"]`)!
const listOf = (name: string): FileList => {
  const list = new DataTransfer()
  list.items.add(new File(['%PDF-1.7'], name, { type: 'application/pdf' }))
  return list.files
}
const kept = (): Answers => server.state.dossier.answers

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(async () => {
  await page.close()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

describe('the app that takes the place of a drawn page', () => {
  it.each(kinds)('keeps %s that was typed before it began', async (_kind, pointer) => {
    await open()
    typeIn(pointer)
    await page.begin()
    await page.taken()
    await page.close()
    expect(readAt(kept(), pointer)).toEqual(readAt(filled, pointer))
  })

  it('keeps all of it at once, and shows it as if it had been typed there', async () => {
    await open()
    for (const [, pointer] of kinds) typeIn(pointer)
    await page.begin()
    await page.taken()
    expect(['q-ten', 'q-noi', 'q-ngay', 'q-soLuong', 'q-dienTich', 'q-gia', 'q-hang-0-ten', 'q-hang-0-so', 'q-diaChi-province', 'q-diaChi-commune'].map((id) => input(id).value))
      .toEqual(['Nguyễn Thị Ánh', 'q', '05', '12', '1.234,5', '1.500.000', 'Gạo', '3', '01', 'Phường Cửa Nam'])
    expect([...document.querySelectorAll<HTMLInputElement>('[data-pointer="/mon"] input')].map((each) => each.checked)).toEqual([true, false, true])
    expect(document.querySelector('[data-pointer="/lyDo"]')).not.toBeNull()
    await page.close()
    expect(kept()).toEqual(filled)
  })

  it.each(kinds)('keeps %s that is typed while it is on its way', async (_kind, pointer) => {
    await open()
    page.answer('/ma', ['AB1'])
    await page.begin()
    typeIn(pointer)
    expect(page.isTaken()).toBe(false)
    await page.taken()
    await page.close()
    expect(kept()).toMatchObject({ ma: 'AB1', ...Object.fromEntries([[pointer.slice(1), readAt(filled, pointer)]]) })
  })

  it('keeps what is not finished, and what makes no sense, as it was typed', async () => {
    await open()
    page.answer('/ngay:day', ['5'])
    page.answer('/soLuong', ['mười hai'])
    page.answer('/ma', ['ab'])
    await page.begin()
    await page.taken()
    expect([input('q-ngay').value, input('q-soLuong').value, input('q-ma').value]).toEqual(['05', 'mười hai', 'ab'])
    await page.close()
    expect(kept()).toMatchObject({ ngay: '--05', soLuong: 'mười hai', ma: 'ab' })
  })

  it('keeps what was emptied', async () => {
    await open('/nop/d1/mot', filled)
    page.answer('/ten', [''])
    page.answer('/mon', [])
    page.answer('/noi', [''])
    await page.begin()
    await page.taken()
    await page.close()
    expect(kept()).toEqual(Object.fromEntries(Object.entries(filled).filter(([name]) => !['ten', 'mon', 'noi'].includes(name))))
  })

  it('sends a file that was chosen before, and one that is chosen in a window that was opened before', async () => {
    await open()
    page.control('/tep').files = listOf('don.pdf')
    await page.begin()
    await page.taken()
    await vi.waitFor(() => expect(document.body.textContent).toContain('don.pdf'))
    page.control('/tep').files = listOf('khac.pdf')
    page.control('/tep').dispatchEvent(new Event('change', { bubbles: true }))
    await vi.waitFor(() => expect(document.body.textContent).toContain('khac.pdf'))
  })

  it('sends a file that is chosen in a window that was opened before, though nothing else was touched', async () => {
    await open()
    const picker = page.control('/tep')
    await page.begin()
    await page.taken()
    picker.files = listOf('don.pdf')
    picker.dispatchEvent(new Event('change', { bubbles: true }))
    await vi.waitFor(() => expect(document.body.textContent).toContain('don.pdf'))
  })

  it('asks nothing anew where nothing was typed', async () => {
    await open()
    await page.begin()
    await page.taken()
    await page.close()
    expect([server.saves(), document.querySelectorAll('form#filing').length]).toEqual([[], 0])
  })
})

describe('the hands on a drawn page', () => {
  it('go on where they were: in a new row, at a text that is not finished, with the caret in its middle', async () => {
    for (const [name, id, text, caret] of [['/hang/0/ten', 'q-hang-0-ten', 'Gạo tẻ', 3], ['/dienTich', 'q-dienTich', '12,', 3], ['/soLuong', 'q-soLuong', '1234', 2], ['/gia', 'q-gia', '15000', 5]] as const) {
      await open()
      const control = page.control(name)
      control.focus()
      page.answer(name, [text])
      control.setSelectionRange(caret, caret)
      await page.begin()
      await page.taken()
      const twin = document.activeElement as HTMLInputElement
      expect([twin.id, twin.isConnected]).toEqual([id, true])
      if (id === 'q-gia') expect([twin.value, twin.selectionStart]).toEqual(['15.000', 6])
      else expect([twin.value, twin.selectionStart, twin.selectionEnd]).toEqual([text, caret, caret])
      twin.value += '7'
      twin.dispatchEvent(new Event('input', { bubbles: true }))
      await page.close()
      expect(readAt(kept(), name)).toBe({ 'q-hang-0-ten': 'Gạo tẻ7', 'q-dienTich': 12.7, 'q-soLuong': 12347, 'q-gia': 150_007 }[id])
    }
  })

  it('go on at the same option, the same part of a date and the same button', async () => {
    for (const find of [() => page.control('/loai', 'c'), () => page.control('/ngay:year'), () => [...page.place.querySelectorAll('button')].find((each) => each.textContent === 'Tiếp tục')!]) {
      await open()
      const control = find()
      control.focus()
      const look = (each: Element): unknown[] => [each.tagName, each.textContent, each.getAttribute('value'), each.closest('[data-pointer]')?.getAttribute('data-pointer'), each.closest('label')?.textContent]
      const before = look(control)
      await page.begin()
      await page.taken()
      expect([look(document.activeElement!), document.activeElement === control]).toEqual([before, false])
      await page.close()
    }
  })

  it('are waited for: a press, a word that is being composed, an open list', async () => {
    // As in browsers that do not say whether a list is open.
    vi.stubGlobal('CSS', { escape: CSS.escape, supports: () => false })
    const waits: [begin: () => void, end: () => void][] = [
      [() => page.control('/camKet').dispatchEvent(new Event('pointerdown', { bubbles: true })), () => page.control('/camKet').dispatchEvent(new Event('pointerup', { bubbles: true }))],
      [() => page.control('/ten').dispatchEvent(new Event('compositionstart', { bubbles: true })), () => page.control('/ten').dispatchEvent(new Event('compositionend', { bubbles: true }))],
      [() => page.control<HTMLSelectElement>('/noi').focus(), () => page.control<HTMLSelectElement>('/noi').blur()],
    ]
    for (const [begin, end] of waits) {
      await open()
      await page.begin()
      begin()
      await new Promise((resolve) => { setTimeout(resolve, 300) })
      expect(page.isTaken()).toBe(false)
      page.answer('/ten', ['Nguyễn Văn Tiến'])
      end()
      await page.taken()
      await page.close()
      expect(kept()).toEqual({ hang: [{}], ten: 'Nguyễn Văn Tiến' })
    }
  })
})

describe('a drawn page that stays', () => {
  it.each([['of who files', '/nop/d1/nguoi-nop'], ['of a profile', '/ho-so-cua-toi'], ['of a rating', '/ho-so/d1/danh-gia']])('is the one %s, with what was typed', async (_which, address) => {
    await open(address)
    const control = [...page.place.querySelectorAll<HTMLInputElement>('input[type=text], input[type=radio]')].at(-1)!
    if (control.type === 'radio') control.checked = true
    else control.value = 'Nguyễn Thị Ánh'
    await page.begin()
    await new Promise((resolve) => { setTimeout(resolve, 500) })
    expect([page.isTaken(), control.isConnected, control.type === 'radio' ? control.checked : control.value !== '']).toEqual([false, true, true])
  })

  it('is one that was sent, or left by a link, meanwhile', async () => {
    for (const leave of [() => page.place.querySelector('form#filing')!.dispatchEvent(new Event('submit', { bubbles: true })), () => page.place.querySelector('a[href="/ho-so"]')!.dispatchEvent(new Event('click', { bubbles: true }))]) {
      await open()
      await page.begin()
      leave()
      await new Promise((resolve) => { setTimeout(resolve, 500) })
      expect(page.isTaken()).toBe(false)
      await page.close()
    }
  })
})
