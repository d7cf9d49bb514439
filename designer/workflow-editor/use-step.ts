// What every part of a step's settings needs: the steps and roles to choose from, and the edit of the step itself.
import { computed } from 'vue'
import { localise } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Step, Workflow } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { setStep } from './workflow-commands.ts'

/** Out of what the screen holds: the document takes plain values only, and no key without one. */
export const plain = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)) as T)

const titled = <T extends { id: string }>(list: readonly T[]): { value: string, label: string }[] => list.map((each) => ({ value: each.id, label: localise(each, 'title', locale.value) || each.id }))

export const useStep = (props: { step: Step, workflow: Workflow }) => {
  const store = useDocumentStore()
  const set = (changes: Partial<Omit<Step, 'id'>>, typing?: string): void => {
    const kept = Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, plain(value)])) as Partial<Omit<Step, 'id'>>
    store.run(setStep, { id: props.step.id, changes: kept, typing: typing && `${props.workflow.steps.indexOf(props.step)} ${typing}` })
  }
  return {
    set,
    roles: computed(() => titled(props.workflow.roles)),
    others: computed(() => titled(props.workflow.steps.filter((each) => each.id !== props.step.id))),
    all: computed(() => titled(props.workflow.steps)),
    papers: computed(() => titled(store.document.papers ?? [])),
    pointer: computed(() => `/workflow/steps/${props.workflow.steps.indexOf(props.step)}`),
  }
}
