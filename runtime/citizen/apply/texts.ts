// What is said when a filing cannot be saved: loaded with the first answer, before anything can go wrong.
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
