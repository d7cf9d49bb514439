// The review list of a Word form: every proposal with what the person made of it, until all that is kept becomes a form.
import { computed, reactive, type ComputedRef } from 'vue'
import type { Proposal } from '#core/import/word/proposal.ts'
import { guessField } from '#core/import/guess-field.ts'
import { foldText } from '#core/text/format.ts'

export interface Reviewed extends Proposal {
  isKept: boolean
  /** The form asks it already. */
  isKnown: boolean
  /** Options or columns, one a line. */
  lines: string
}

export const hasLines = (type: string): boolean => type === 'choice' || type === 'choices' || type === 'table'

const splitLines = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))].slice(0, 500)

export const reviewProposals = (proposals: readonly Proposal[], titles: readonly string[]): Reviewed[] => {
  const known = new Set(titles.map(foldText))
  return reactive(proposals.map((proposal) => {
    const isKnown = known.has(foldText(proposal.title))
    return { ...proposal, isKnown, isKept: !isKnown, lines: (proposal.options ?? proposal.columns?.map((column) => column.title) ?? []).join('\n') }
  }))
}

/** What is missing before it can come in. */
export const faultOf = (each: Reviewed): 'title' | 'options' | undefined => {
  if (!each.isKept) return undefined
  if (each.title.trim() === '') return 'title'
  return (each.type === 'choice' || each.type === 'choices') && splitLines(each.lines).length === 0 ? 'options' : undefined
}

const columnsOf = (each: Reviewed): Proposal['columns'] =>
  splitLines(each.lines).slice(0, 50).map((title) => each.columns?.find((column) => column.title === title) ?? { title, type: ['text', 'longText', 'date', 'integer', 'number', 'money', 'personId', 'phone', 'email'].includes(guessField(title).type) ? guessField(title).type : 'text' })

/** The proposals that come in, as the person left them. */
export const keptProposals = (reviewed: readonly Reviewed[]): Proposal[] =>
  reviewed.filter((each) => each.isKept).map(({ isKept: _kept, isKnown: _known, lines, options: _options, columns: _columns, ...proposal }, i, kept) => {
    const source = reviewed.filter((each) => each.isKept)[i]!
    return {
      ...proposal, id: kept[i]!.id, title: proposal.title.trim().normalize('NFC'), ...(hasLines(proposal.type) && proposal.type !== 'table' && { options: splitLines(lines) }),
      ...(proposal.type === 'table' && splitLines(lines).length > 0 && { columns: columnsOf(source) }),
    }
  })

export interface Section {
  title: string
  items: Reviewed[]
}

/** In the order of the paper, under its headings. */
export const useSections = (reviewed: () => readonly Reviewed[]): ComputedRef<Section[]> => computed(() => reviewed().reduce<Section[]>((sections, each) => {
  const last = sections.at(-1)
  if (last?.title === each.section) last.items.push(each)
  else sections.push({ title: each.section, items: [each] })
  return sections
}, []))
