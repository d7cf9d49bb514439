// Where a document has a Vietnamese text that people read and no English beside it, or English that its Vietnamese has left
// behind: pointers for the languages check.
import { translatableTexts } from './translatable-texts.ts'

export const missingEnglish = (value: unknown): string[] => translatableTexts(value).filter(({ en }) => en.trim() === '').map(({ pointer }) => pointer)

export const staleEnglish = (value: unknown): string[] => translatableTexts(value).filter(({ isStale }) => isStale).map(({ pointer }) => pointer)
