// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Section } from '#schemas/generated/types.ts'
import HeadingTexts from '../../../designer/form-editor/HeadingTexts.vue'
import { sampleProcedure } from './sample-procedure.ts'
import { onScreen, openDocument } from '../open-document.ts'

enableAutoUnmount(afterEach)

const section: Section = { title: 'Cơ sở', description: 'Ghi theo đăng ký', questions: [], 'x-i18n': { en: { title: 'Premises', description: 'As registered' } } }

const open = () => {
  openDocument(sampleProcedure())
  return mount(HeadingTexts, { ...onScreen(), props: { of: section, titleLabel: 'Tên mục', descriptionLabel: 'Lời dẫn' } })
}

it('tells each text with what is typed; English keeps what else is translated', async () => {
  const screen = open()
  const [title, englishTitle, description, englishDescription] = screen.findAll('textarea, input')
  await title!.setValue('Trụ sở')
  await englishTitle!.setValue('Seat')
  await description!.setValue('')
  await englishDescription!.setValue('By the book')
  expect(screen.emitted('set')).toEqual([
    [{ title: 'Trụ sở' }, 'title'],
    [{ 'x-i18n': { en: { title: 'Seat', description: 'As registered' } } }, 'en title'],
    [{ description: undefined }, 'description'],
    [{ 'x-i18n': { en: { title: 'Premises', description: 'By the book' } } }, 'en description'],
  ])
})
