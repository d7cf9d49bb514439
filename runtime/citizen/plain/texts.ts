// The texts that only pages without scripts need: the app never loads them.
import { addTexts } from '#runtime/ui/locale.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en })
