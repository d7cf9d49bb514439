// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { localise } from '#core/text/localise.ts'
import FormRenderer from '#runtime/form/FormRenderer.vue'
import { controlId, flatKey, toFormkit } from '#runtime/form/to-formkit.ts'
import { compiledSample, sampleForm } from './sample-form.ts'

const allTexts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : []
}

describe('toFormkit', () => {
  it('carries no text that a person wrote', () => {
    const written = new Set([...compiledSample.questions.values()].flatMap(({ question }) => [question.title, question.description]).filter(Boolean))

    const said = compiledSample.pages.flatMap((page) => allTexts(toFormkit(page)))

    expect(said.filter((text) => written.has(text) || text.startsWith('$'))).toEqual([])
  })

  it('makes one node a question, by keys and ids of its pointer', () => {
    const [first] = toFormkit(compiledSample.pages[0]!)

    expect(first![0]).toEqual({ $formkit: 'question', key: 'q-kind', name: 'kind', id: 'q-kind', pointer: '/kind' })
    expect(flatKey('/coSo/ten')).toBe('coSo_ten')
    expect(controlId('/mau/0/kyHieu', 'desk')).toBe('desk-mau-0-kyHieu')
  })
})

describe('a text that FormKit would take for an expression', () => {
  it('is shown as it is written', () => {
    const { name } = sampleForm.schema.properties
    const screen = mount(FormRenderer, { props: { compiled: compiledSample, locale: 'vi' } })

    expect(localise(name, 'title', 'vi')).toBe('$name.constructor')
    expect(screen.find('label[for="q-name"]').text()).toContain('$name.constructor')
    expect(screen.find('#q-name-hint').text()).toBe('$50 mỗi bản')
  })
})
