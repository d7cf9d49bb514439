// A keyword of the document in plain words: as this app says it, else as its schema does.
import vi from './locales/vi.json'
import { t } from './texts.ts'
import { descriptionAt } from './document-schema.ts'

type HelpKey = keyof typeof vi['source']['help']

export const helpText = (segments: readonly string[]): string | undefined => {
  const name = segments.at(-1) ?? ''
  const isAnswerName = segments.at(-2) === 'properties'
  return !isAnswerName && Object.hasOwn(vi.source.help, name) ? t(`source.help.${name as HelpKey}`) : descriptionAt(segments)
}

/** The help as an element of its own; null where there is nothing to say. */
export const explain = (segments: readonly string[]): HTMLElement | null => {
  const text = helpText(segments)
  if (text === undefined) return null
  const element = document.createElement('div')
  element.className = 'source-help'
  element.textContent = text
  return element
}
