// What FormKit gives to the leaf that draws a question: far less than its own bindings make, which cost more time to
// mount than our inputs do.
import type { FormKitNode } from '@formkit/core'

export interface LeafContext {
  node: FormKitNode
  value: unknown
  pointer: string
}
