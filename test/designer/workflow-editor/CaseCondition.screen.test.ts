// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Condition } from '#schemas/generated/types.ts'
import CaseCondition from '../../../designer/workflow-editor/CaseCondition.vue'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'
import { onScreen, openDocument } from '../open-document.ts'

enableAutoUnmount(afterEach)

const open = (modelValue: Condition) => {
  openDocument(sampleProcedure())
  const screen = mount(CaseCondition, { ...onScreen(), props: { label: 'Khi nào', modelValue, 'onUpdate:modelValue': (next: Condition) => { void screen.setProps({ modelValue: next }) } } })
  return screen
}

it('is empty until it is written, and asks for the answers of the form', async () => {
  const screen = open({})
  const box = screen.get('[role=combobox]')
  await box.setValue('loai')
  await box.trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(screen.props('modelValue')).toEqual({})
  const value = screen.findAll('select').at(-1)!
  await value.setValue(value.findAll('option').find((option) => option.text() === 'Cấp lại')!.attributes('value'))
  expect(screen.props('modelValue')).toEqual({ properties: { loaiHinh: { const: 'capLai' } }, required: ['loaiHinh'] })
})
