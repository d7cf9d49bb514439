import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import OfferNote from '#runtime/form/OfferNote.vue'
import type { Suggestion } from '#schemas/generated/types.ts'

const profile: Suggestion = { pointer: '/ten', value: 'Vũ Công Dân', source: 'profile' }
const earlier: Suggestion = { pointer: '/noi', value: { province: '01' }, source: 'dossier', from: { code: 'G06-261120-0001', date: '2026-11-20' } }
const open = (offer: Suggestion, value: unknown, still = false) => mount(OfferNote, { props: { offer, value, locale: 'vi', still } })

describe('OfferNote', () => {
  it('says where a known answer comes from, and clears it by one press', async () => {
    const note = open(profile, 'Vũ Công Dân')
    expect(note.text()).toContain('Lấy từ thông tin của bạn.')
    await note.get('button').trigger('click')
    expect(note.emitted('write')).toEqual([[undefined]])
  })
  it('names the earlier dossier and its day', () => {
    expect(open(earlier, { province: '01' }).text()).toContain('Lấy từ hồ sơ G06-261120-0001, nộp ngày 20/11/2026.')
  })
  it('offers again what was cleared, and is silent beside an answer of the person', async () => {
    const note = open(profile, undefined)
    await note.get('button').trigger('click')
    expect(note.emitted('write')).toEqual([['Vũ Công Dân']])
    expect(open(profile, 'Khác').text()).toBe('')
  })
  it('leads to the profile where nothing else may be written, and has nothing to press without scripts', () => {
    const fixed = open({ ...profile, fixed: true }, 'Vũ Công Dân')
    expect(fixed.find('button').exists()).toBe(false)
    expect(fixed.get('a').attributes('href')).toBe('/ho-so-cua-toi')
    expect(open(profile, 'Vũ Công Dân', true).find('button').exists()).toBe(false)
    expect(open(profile, undefined, true).text()).toBe('')
  })
})
