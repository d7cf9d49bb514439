// FormKit as forms here use it: one kind of input of our own, and none of its themes, icons, rules or messages. Issues,
// relevance and texts come from the core.
import { createConfig, type FormKitNode, type FormKitPlugin, type FormKitTypeDefinition } from '@formkit/core'
import { markRaw, shallowReactive } from 'vue'
import type { LeafContext } from './leaf-context.ts'
import QuestionLeaf from './QuestionLeaf.vue'

const question: FormKitTypeDefinition = { type: 'input', props: ['pointer'], component: markRaw(QuestionLeaf) }

const bindLeaf: FormKitPlugin = (node) => {
  const context: LeafContext = shallowReactive({ node: markRaw(node), value: node.value as unknown, pointer: String(node.props['pointer']) })
  node.on('commit', ({ payload }) => { context.value = payload })
  node.on('destroyed', () => { node.context = undefined })
  node.context = context as unknown as NonNullable<FormKitNode['context']>
}

const library: FormKitPlugin = () => undefined
library.library = (node) => { if (node.props.type === 'question') node.define(question) }

/** Given to FormKit's components by FormPage. */
export const formkitOptions = () => ({ plugins: [library, bindLeaf], config: { rootConfig: createConfig({}) } })
