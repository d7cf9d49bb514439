// Where a place of the document stands in its text, and which place a position in the text belongs to. Reads half-written
// text too: the tree of the parser is tolerant.
import { jsonLanguage } from '@codemirror/lang-json'
import type { Input, SyntaxNode, Tree } from '@lezer/common'
import { parsePointer, toPointer } from '#core/issues/json-pointer.ts'

export interface Range {
  from: number
  to: number
}

export interface Place {
  segments: string[]
  /** Whether the position is in a name, in a value, or between the entries of an object or list. */
  part: 'name' | 'value' | 'inside'
  node: SyntaxNode
}

export const parseTree = (text: string | Input): Tree => jsonLanguage.parser.parse(text)

const isValue = (name: string): boolean => name === 'Object' || name === 'Array' || name === 'String' || name === 'Number' || name === 'True' || name === 'False' || name === 'Null'

const textOf = (node: SyntaxNode, text: string): string => text.slice(node.from, node.to)

/** The name of a property as it is meant; as it is written while it is not whole. */
const nameOf = (property: SyntaxNode, text: string): string => {
  const name = property.getChild('PropertyName')
  if (!name) return ''
  try {
    return String(JSON.parse(textOf(name, text)))
  } catch {
    return textOf(name, text).replace(/^"|"$/g, '')
  }
}

const childrenOf = (node: SyntaxNode, wanted: (name: string) => boolean): SyntaxNode[] => {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (wanted(child.name)) found.push(child)
  return found
}

export const propertiesOf = (node: SyntaxNode, text: string): { name: string, property: SyntaxNode }[] =>
  childrenOf(node, (name) => name === 'Property').map((property) => ({ name: nameOf(property, text), property }))

const valueOf = (property: SyntaxNode): SyntaxNode | undefined => childrenOf(property, isValue)[0]

interface Found {
  value?: SyntaxNode
  property?: SyntaxNode
}

const step = ({ value }: Found, segment: string, text: string): Found => {
  if (value?.name === 'Array') return { value: childrenOf(value, isValue)[Number(segment)] }
  const property = value?.name === 'Object' ? propertiesOf(value, text).findLast((each) => each.name === segment)?.property : undefined
  return property ? { value: valueOf(property), property } : {}
}

const root = (tree: Tree): Found => ({ value: childrenOf(tree.topNode, isValue)[0] })

/** The text of a value with its name; of the nearest place around it where there is none. `ofName` gives the name alone. */
export const rangeOf = (tree: Tree, text: string, pointer: string, ofName = false): Range => {
  let found = root(tree)
  for (const segment of parsePointer(pointer)) {
    const next = step(found, segment, text)
    if (!next.value && !next.property) break
    found = next
  }
  const name = found.property?.getChild('PropertyName')
  const node = ofName && name ? name : (found.property ?? found.value)
  return node ? { from: node.from, to: node.to } : { from: 0, to: Math.min(1, text.length) }
}

/** The range to underline: of a large value its beginning, of a small one all of it. */
export const markOf = (tree: Tree, text: string, pointer: string, ofName = false): Range => {
  const { from, to } = rangeOf(tree, text, pointer, ofName)
  const line = text.indexOf('\n', from)
  return { from, to: line < 0 ? to : Math.max(from, Math.min(to, line)) }
}

const isWord = ({ name }: SyntaxNode): boolean => name === 'PropertyName' || (isValue(name) && name !== 'Object' && name !== 'Array')

/** A property without a value yet is a place for one. */
const partOf = (node: SyntaxNode): Place['part'] => {
  if (node.name === 'PropertyName') return 'name'
  return node.name === 'Property' || isWord(node) ? 'value' : 'inside'
}

export const placeAt = (tree: Tree, text: string, position: number): Place => {
  const inner = tree.resolveInner(position, -1)
  const after = tree.resolveInner(position, 1)
  // At the edge of a word the word is meant, not what stands around it.
  const met = [inner, after].find(isWord) ?? inner
  // Letters that are no JSON yet belong to what they are typed into.
  const node = met.type.isError && met.parent ? met.parent : met
  const segments: string[] = []
  for (let each: SyntaxNode | null = node; each; each = each.parent) {
    if (each.name === 'Property') segments.unshift(nameOf(each, text))
    else if (each.parent?.name === 'Array' && isValue(each.name)) segments.unshift(String(childrenOf(each.parent, isValue).findIndex((item) => item.from === each.from)))
  }
  return { segments, part: partOf(node), node }
}

export const pointerAt = (tree: Tree, text: string, position: number): string => toPointer(placeAt(tree, text, position).segments)

/** Places where the text is no JSON. */
export const syntaxFaults = (tree: Tree): Range[] => {
  const faults: Range[] = []
  tree.iterate({ enter: (node) => { if (node.type.isError && faults.at(-1)?.from !== node.from) faults.push({ from: node.from, to: Math.max(node.to, node.from + 1) }) } })
  return faults
}

export interface NameFault extends Range {
  name: string
}

/** Names that occur twice in the same object: JSON would keep the last one without a word. */
export const repeatedNames = (tree: Tree, text: string): NameFault[] => {
  const faults: NameFault[] = []
  tree.iterate({
    enter: ({ name, node }) => {
      if (name !== 'Object') return
      const seen = new Set<string>()
      for (const { name: own, property } of propertiesOf(node, text)) {
        const at = property.getChild('PropertyName')
        if (at && seen.has(own)) faults.push({ name: own, from: at.from, to: at.to })
        seen.add(own)
      }
    },
  })
  return faults
}
