// Where the kinds of inputs were once known; they are core's now (core/form/input-kind.ts).
export { inputKindOf, type InputKind } from '#core/form/input-kind.ts'
