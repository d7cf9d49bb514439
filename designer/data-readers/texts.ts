// The texts about those who read the data of a procedure: t('readers.title').
import { addTexts } from '#runtime/ui/locale.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en })
