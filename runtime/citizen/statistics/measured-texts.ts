// The texts of a measured time, for pages of procedures.
import { addTexts } from '#runtime/ui/locale.ts'
import en from './locales/measured/en.json'
import vi from './locales/measured/vi.json'

export const t = addTexts({ vi, en })
