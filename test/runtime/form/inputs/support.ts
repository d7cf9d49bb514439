// Mounts one input with an answer that follows what it emits, as a form would.
import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Question } from '#schemas/generated/types.ts'

export const mountInput = (component: Component, question: Question, more: Record<string, unknown> = {}) => {
  const input = mount(component, {
    attachTo: document.body,
    attrs: { id: 'q-x' },
    props: { question, pointer: '/x', locale: 'vi', options: question.oneOf, 'onUpdate:modelValue': (modelValue: unknown) => input.setProps({ modelValue }), ...more } as never,
  })
  const answer = (): unknown => (input.props() as Record<string, unknown>)['modelValue']
  const shown = (): string[] => input.findAll('input').map((each) => (each.element as HTMLInputElement).value)
  return { input, answer, shown }
}
